/** What of a long list stands in the page. Px count from the top of the first row. */
export interface Extent {
  readonly count: number
  /** Measured where it was shown before, else a guess. */
  readonly heightOf: (index: number) => number
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
const overscanPx = 320

/** At most this many rows, however tall the screen. */
const mostRows = 60

/** One pass over all heights: meant for thousands of rows, not for hundreds of thousands. */
export function windowOf({ count, heightOf, top, bottom, keep = -1 }: Extent): ListWindow {
  const rows: { index: number; gap: number }[] = []
  let gap = 0
  let edge = 0
  for (let index = 0; index < count; index += 1) {
    const height = heightOf(index)
    const inside = edge + height > top - overscanPx && edge < bottom + overscanPx && rows.length < mostRows
    if (inside || index === keep) {
      rows.push({ index, gap })
      gap = 0
    } else gap += height
    edge += height
  }
  return { rows, after: gap }
}

/** Where a key moves the focus within `count` rows; `undefined` when it is no key of a list. */
export function stepOf(key: string, from: number, count: number): number | undefined {
  const step = steps.get(key)
  return step && Math.max(0, Math.min(count - 1, from + step))
}

const steps = new Map([
  ['ArrowDown', 1],
  ['ArrowUp', -1],
  ['PageDown', 5],
  ['PageUp', -5],
  ['End', Infinity],
  ['Home', -Infinity],
])
