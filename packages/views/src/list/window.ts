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
  /** Rows this far outside the visible part are there already, px. Default 120. */
  readonly over?: number | undefined
}

/** The rows to draw and the room to leave. */
export interface ListWindow {
  /** Top to bottom; `gap` px of rows that are not there come before it. */
  readonly rows: readonly { readonly index: number; readonly gap: number }[]
  /** Px of rows below the last one. */
  readonly after: number
}

const overscanPx = 120

/** At most this many rows, however tall the screen; one more when another is kept. */
const mostRows = 59

/** What it costs goes with the rows that are known and shown, not with all of them. */
export function windowOf({ count, known, usual, top, bottom, keep = -1, over = overscanPx }: Extent): ListWindow {
  const heights = new Map(known)
  const edgeOf = (index: number): number =>
    known.reduce((edge, [at, height]) => (at < index ? edge + height - usual : edge), index * usual)
  const rows: { readonly index: number; readonly gap: number }[] = []
  let end = 0
  const add = (index: number, start: number): void => {
    rows.push({ index, gap: start - end })
    end = start + (heights.get(index) || usual)
  }

  const first = rowAt(top - over, { count, known, usual })
  if (keep >= 0 && keep < first) add(keep, edgeOf(keep))
  let [index, edge] = [first, edgeOf(first)]
  for (; index < count && edge < bottom + over && index - first < mostRows; index += 1) {
    add(index, edge)
    edge = end
  }
  if (keep >= index && keep < count) add(keep, edgeOf(keep))
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
