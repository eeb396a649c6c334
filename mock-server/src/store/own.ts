/** Remembers what it froze, so that a value read from the store and put back is not copied again. */
const owned = new WeakSet<object>()

/** A deep-frozen copy of a JSON value; members that are `undefined` are left out. Throws `TypeError` for anything else. */
export function own(value: unknown): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number' && Number.isFinite(value)) return value
  if (typeof value !== 'object') throw notJson(value)
  if (owned.has(value)) return value
  const copy = Array.isArray(value) ? value.map(own) : ownRecord(value)
  owned.add(copy)
  return Object.freeze(copy)
}

function ownRecord(value: object): object {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) throw notJson(value)
  const copy: Record<string, unknown> = {}
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined) continue
    // Assignment would call the setter of __proto__.
    if (key === '__proto__') Object.defineProperty(copy, key, { value: own(member), enumerable: true })
    else copy[key] = own(member)
  }
  return copy
}

function notJson(value: unknown): TypeError {
  const name = typeof value === 'object' ? Object.prototype.toString.call(value) : String(value)
  return new TypeError(
    `Failed to keep ${name}: it is no JSON value. Put plain objects, arrays, texts and finite numbers.`,
  )
}

/** What JSON text says, frozen in place: nobody else has it. */
export function ownParsed(text: string): unknown {
  return frozen(JSON.parse(text))
}

function frozen(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value
  for (const member of Object.values(value)) frozen(member)
  owned.add(value)
  return Object.freeze(value)
}
