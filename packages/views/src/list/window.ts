/** What of a long list stands in the page. Px count from the top of the first row. */
export interface Extent {
  readonly count: number
  /** Rows whose height is known, `[index, px]`, top to bottom, each once. */
  readonly known: readonly (readonly [index: number, height: number])[]
  /** Height of all others, px. */
  readonly usual: number
  /** Of the visible part; may lie outside the list. */
  readonly top: number
  readonly bottom: number
  /** A row that stays, visible or not: the one with the focus. −1 for none. */
  readonly keep?: number
}

/** The rows to draw and the room to leave. */
export interface ListWindow {
  /** Top to bottom; `gap` px of rows that are not there come before it. */
  readonly rows: readonly { readonly index: number; readonly gap: number }[]
  /** Px of rows below the last one. */
  readonly after: number
}

/** Rows this far outside the visible part are there already. */
const overscanPx = 120

/** At most this many rows, however tall the screen; one more when another is kept. */
const mostRows = 59

/** What it costs goes with the rows that are known and shown, not with all of them. */
export function windowOf({ count, known, usual, top, bottom, keep = -1 }: Extent): ListWindow {
  const heights = new Map(known)
  const heightOf = (index: number): number => heights.get(index) || usual
  const edgeOf = (index: number): number =>
    known.reduce((edge, [at, height]) => (at < index ? edge + height - usual : edge), index * usual)

  const first = rowAt(top - overscanPx, { count, known, usual })
  const indexes: number[] = []
  let edge = edgeOf(first)
  for (let index = first; index < count && edge < bottom + overscanPx && indexes.length < mostRows; index += 1) {
    indexes.push(index)
    edge += heightOf(index)
  }
  if (keep >= 0 && keep < first) indexes.unshift(keep)
  else if (keep >= first + indexes.length && keep < count) indexes.push(keep)

  let end = 0
  const rows = indexes.map((index) => {
    const start = edgeOf(index)
    const gap = start - end
    end = start + heightOf(index)
    return { index, gap }
  })
  return { rows, after: edgeOf(count) - end }
}

/** The row that ends below `y`; `count` when none does. */
function rowAt(y: number, { count, known, usual }: Pick<Extent, 'count' | 'known' | 'usual'>): number {
  let [index, edge] = [0, 0]
  for (const [at, height] of [...known, [count, 0] as const]) {
    const skipped = Math.max(0, Math.min(at - index, Math.floor((y - edge) / usual)))
    index += skipped
    edge += skipped * usual
    if (index < at || edge + height > y) break
    index += 1
    edge += height
  }
  return Math.min(index, count)
}
