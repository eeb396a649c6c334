import type { ScanRange } from '../platform/store.ts'

/** Keys in code-unit order. Adding, removing and finding cost the length of one chunk, however many keys there are. */
export interface SortedKeys {
  /** No-op when it is there. */
  add(key: string): void
  remove(key: string): void
  scan(range: ScanRange): readonly string[]
}

const chunkLength = 512

/** Chunks of at most `chunkLength` keys; only an empty set has an empty chunk. */
export function sortedKeys(): SortedKeys {
  const chunks: string[][] = [[]]

  /** The chunk where `key` is or would be, and its place there. */
  const place = (key: string): { chunk: number; index: number } => {
    const chunk = Math.max(0, firstAbove(chunks.length, (at) => (chunks[at]?.[0] ?? '') > key) - 1)
    const keys = chunks[chunk] ?? []
    return { chunk, index: firstAbove(keys.length, (at) => (keys[at] ?? '') >= key) }
  }

  return {
    add(key) {
      const { chunk, index } = place(key)
      const keys = chunks[chunk]
      if (!keys || keys[index] === key) return
      keys.splice(index, 0, key)
      if (keys.length > chunkLength) chunks.splice(chunk + 1, 0, keys.splice(half(keys, index)))
    },
    remove(key) {
      const { chunk, index } = place(key)
      const keys = chunks[chunk]
      if (keys?.[index] !== key) return
      keys.splice(index, 1)
      if (keys.length === 0 && chunks.length > 1) chunks.splice(chunk, 1)
    },
    scan: (range) => [...walk(chunks, range, place)],
  }
}

/** Where a full chunk is cut: at its end while keys arrive in order, so that chunks stay full. */
function half(keys: readonly string[], added: number): number {
  return added === keys.length - 1 ? added : keys.length >> 1
}

function* walk(
  chunks: readonly (readonly string[])[],
  range: ScanRange,
  place: (key: string) => { chunk: number; index: number },
): Generator<string> {
  const { prefix, after, before } = range
  const step = range.reverse ? -1 : 1
  const end = `${prefix}\uffff`
  const start = range.reverse ? smaller(before, end) : larger(after, prefix)
  let { chunk, index } = place(start)
  if (range.reverse) index -= 1
  for (let left = range.max; left > 0; ) {
    const keys = chunks[chunk]
    if (!keys) return
    const key = keys[index]
    if (key === undefined) {
      chunk += step
      index = range.reverse ? (chunks[chunk]?.length ?? 0) - 1 : 0
      continue
    }
    index += step
    if (key === after || key === before) continue
    if (!inside(key, range)) return
    left -= 1
    yield key
  }
}

function inside(key: string, { prefix, after, before }: ScanRange): boolean {
  return key.startsWith(prefix) && (after === undefined || key > after) && (before === undefined || key < before)
}

function smaller(first: string | undefined, second: string): string {
  return first !== undefined && first < second ? first : second
}

function larger(first: string | undefined, second: string): string {
  return first !== undefined && first > second ? first : second
}

/** Binary search for the first index that `test` holds for; `test` must be false, then true. */
function firstAbove(length: number, test: (index: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (test(middle)) high = middle
    else low = middle + 1
  }
  return low
}
