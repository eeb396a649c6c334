/** The host's storage with its limits. What it refuses it throws. */
export interface Kept {
  readonly entries: Map<string, string>
  set(key: string, data: unknown): void
}

/** Bytes of UTF-8. */
export interface Limits {
  readonly keyBytes: number
  readonly allBytes: number
}

export function createKept({ keyBytes, allBytes }: Limits): Kept {
  const entries = new Map<string, string>()
  const sizes = new Map<string, number>()
  const all = (): number => Array.from(entries).reduce((sum, [key, data]) => sum + sizeOf(key, data), 0)
  const sizeOf = (key: string, data: string): number => {
    const known = sizes.get(data)
    const size = known === undefined ? bytesOf(data) : known
    sizes.set(data, size)
    return bytesOf(key) + size
  }
  return {
    entries,
    set(key, data) {
      const text = String(data)
      const size = bytesOf(text)
      const before = entries.get(key)
      if (size > keyBytes) throw new Error(`entry size limit reached: ${size} bytes`)
      if (all() - bytesOf(before || '') + size > allBytes) throw new Error('exceed storage max size 10Mb')
      entries.set(key, text)
    },
  }
}

/** Throws when the text holds half a surrogate pair, which no host brings back. */
function bytesOf(text: string): number {
  return encodeURIComponent(text).replace(/%../g, 'x').length
}
