const secret =
  /^(access[-_]?token|token|sign|signature|authorization|access-?key-?secret|(app-?)?secret|(encoding-?)?aes-?key|refresh-?token|auth-?code)$/i
const longest = { text: 600, list: 200, keys: 60, depth: 12, total: 24_000 }

/** Names come again and again. */
const secrets = new Map<string, boolean>()

function isSecret(key: string): boolean {
  const known = secrets.get(key)
  if (known !== undefined) return known
  if (secrets.size >= 1_000) secrets.clear()
  const found = secret.test(key)
  if (key.length <= 40) secrets.set(key, found)
  return found
}

/** A copy fit for the journal: secrets taken out, long parts cut, whole size bounded whatever came. */
export function redacted(value: unknown): unknown {
  let left = longest.total

  const textOf = (text: string): string => {
    const kept = text.slice(0, Math.max(0, Math.min(longest.text, left)))
    left -= kept.length
    return kept.length === text.length ? text : `${kept}… (${text.length} units)`
  }

  const entriesOf = (value: object, depth: number): unknown => {
    const copy: Record<string, unknown> = {}
    for (const key of Object.keys(value).slice(0, longest.keys)) {
      if (left <= 0) break
      left -= key.length
      // Members of an object of any kind, by the names that it has.
      const part = (value as Record<string, unknown>)[key]
      const kept = isSecret(key) && part !== undefined ? hidden(part) : copyOf(part, depth + 1)
      const name = key.slice(0, longest.text)
      // Assignment would call the setter of __proto__.
      if (name === '__proto__') Object.defineProperty(copy, name, { value: kept, enumerable: true })
      else copy[name] = kept
    }
    return copy
  }

  const copyOf = (value: unknown, depth: number): unknown => {
    left -= 4
    if (typeof value === 'string') return textOf(value)
    if (value === null || typeof value !== 'object') return value
    if (depth >= longest.depth || left <= 0) return '…'
    if (!Array.isArray(value)) return entriesOf(value, depth)
    return value.slice(0, longest.list).map((part) => (left <= 0 ? '…' : copyOf(part, depth + 1)))
  }

  return copyOf(value, 0)
}

function hidden(value: unknown): string {
  return typeof value === 'string' ? `[secret of ${value.length}]` : '[secret]'
}
