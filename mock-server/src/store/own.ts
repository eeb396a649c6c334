/** Copies that were made already, by what they are of. */
type Copies = Map<object, object>

/** A deep-frozen copy of a JSON value; members that are `undefined` are left out. Throws `TypeError` for anything else. */
export function own(value: unknown): unknown {
  return copyOf(value, new Map())
}

/** Makes such copies of several values; what stands in more than one of them is copied once. */
export function owner(): (value: unknown) => unknown {
  const copies: Copies = new Map()
  return (value) => copyOf(value, copies)
}

function copyOf(value: unknown, copies: Copies): unknown {
  if (typeof value === 'string' || value === null || typeof value === 'boolean') return value
  if (typeof value === 'number' && Number.isFinite(value)) return value
  if (typeof value !== 'object') throw notJson(value)
  if (Mark.is(value)) return value
  const known = copies.get(value)
  if (known) return known
  const copy = marked(Array.isArray(value) ? ownList(value, copies) : ownRecord(value, copies))
  copies.set(value, copy)
  return copy
}

/** JSON of such a copy, which is not made. */
export function ownText(value: unknown): string {
  refuseOdd(value)
  return JSON.stringify(value)
}

function refuseOdd(value: unknown): void {
  if (typeof value === 'string' || value === null || typeof value === 'boolean') return
  if (typeof value === 'number' && Number.isFinite(value)) return
  if (typeof value !== 'object') throw notJson(value)
  if (Mark.is(value)) return
  if (Array.isArray(value)) {
    // By index, since holes are `undefined`, which no list of JSON holds.
    for (let at = 0; at < value.length; at += 1) refuseOdd(value[at])
    return
  }
  if (!isPlain(value)) throw notJson(value)
  for (const member of Object.values(value)) if (member !== undefined) refuseOdd(member)
}

/** What JSON text says, frozen in place: nobody else has it. */
export function ownParsed(text: string): unknown {
  return frozen(JSON.parse(text))
}

function frozen(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value
  for (const member of Object.values(value)) frozen(member)
  return marked(value)
}

function marked(value: object): object {
  new Mark(value)
  return Object.freeze(value)
}

class Given {
  constructor(value: object) {
    // biome-ignore lint/correctness/noConstructorReturn: what a base class returns gets the fields of the class below
    return value
  }
}

/**
 * Tells what was frozen here, so that a value read from the store and put back is not copied again. A private field can be put on any
 * object, is seen by nobody else, and costs a fifth of a place in a `WeakSet`.
 */
class Mark extends Given {
  readonly #own = true

  static is(value: object): boolean {
    return #own in value
  }
}

function ownList(value: readonly unknown[], copies: Copies): unknown[] {
  const copy: unknown[] = []
  // Holes are `undefined`, which no list of JSON holds.
  for (let at = 0; at < value.length; at += 1) copy.push(copyOf(value[at], copies))
  return copy
}

function ownRecord(value: object, copies: Copies): object {
  if (!isPlain(value)) throw notJson(value)
  const copy: Record<string, unknown> = {}
  for (const key of Object.keys(value)) {
    // Members of a plain object, by the names that it has.
    const member = (value as Record<string, unknown>)[key]
    if (member === undefined) continue
    // Assignment would call the setter of __proto__.
    if (key === '__proto__') Object.defineProperty(copy, key, { value: copyOf(member, copies), enumerable: true })
    else copy[key] = copyOf(member, copies)
  }
  return copy
}

function notJson(value: unknown): TypeError {
  const name = typeof value === 'object' ? Object.prototype.toString.call(value) : String(value)
  return new TypeError(
    `Failed to keep ${name}: it is no JSON value. Put plain objects, arrays, texts and finite numbers.`,
  )
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
