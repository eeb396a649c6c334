import type { InboxItem } from '@minibell/protocol'
import { windowOf } from '@minibell/views'
import type { Data } from '../changes.ts'
import type { Box } from '../surface.ts'
import { cellOf, type Shown } from './cell.ts'

/**
 * The rows of a list that are in the page. Each stands in a cell: whoever leaves the window gives its cell to the next, so what crosses
 * to the view is the new rows and the order of the cells, never the list.
 */
export interface Feed {
  model(shown: Shown): FeedModel
  /** The reader is at `y`; true when other rows are due. */
  scroll(y: number): boolean
  /** Height of the visible part; true when other rows are due. */
  resize(height: number): boolean
  /** Heights of the rows of the last model, in its order. */
  learn(boxes: readonly Box[]): void
  /** Whether all rows of the last model were measured. */
  isKnown(): boolean
  isAway(): boolean
  /** Whether the last rows are in the page, or there is none. */
  isAtEnd(): boolean
}

export interface FeedModel extends Data {
  /** Places in `cells`, top to bottom. */
  readonly order: readonly number[]
  readonly cells: readonly Data[]
  /** Px of rows that are not there. */
  readonly before: number
  readonly after: number
}

/** A guess for rows that were never shown, px. */
const usual = 106

/** Rows are changed when the reader has come so far, px: each time crosses between threads. */
const bandPx = 400

/** Heights that are remembered; half of them are forgotten when there are more. */
const mostHeights = 1000

export function feedOf(): Feed {
  let [band, height, top] = [0, 720, 0]
  let cells: readonly Data[] = []
  let placed: readonly InboxItem[] = []
  let slots: Readonly<Record<string, number>> = {}
  let heights = new Map<string, { readonly item: InboxItem; readonly height: number }>()
  let isAtEnd = true

  const place = (items: readonly InboxItem[]): readonly number[] => {
    const kept: Record<string, number> = {}
    const taken: boolean[] = []
    for (const { id } of items) {
      const slot = slots[id]
      if (slot !== undefined) {
        kept[id] = slot
        taken[slot] = true
      }
    }
    let next = 0
    for (const { id } of items) {
      if (kept[id] !== undefined) continue
      while (taken[next]) next += 1
      taken[next] = true
      kept[id] = next
    }
    slots = kept
    return items.map(({ id }) => kept[id] as number) // each has just got one
  }

  return {
    model(shown) {
      const { list } = shown
      const known: [number, number][] = []
      heights.forEach(({ item, height: px }) => {
        const index = list.indexOf(item)
        if (index >= 0) known.push([index, px])
      })
      known.sort(([one], [other]) => one - other)
      const extent = { count: list.length, known, usual, top: band - bandPx / 2, bottom: band + height + bandPx * 1.5 }
      const { rows, after } = windowOf(extent)
      isAtEnd = after === 0
      const fresh = cells.slice()
      // A window names rows of its list only.
      placed = rows.map(({ index }) => list.at(index) as InboxItem)
      const order = place(placed)
      rows.forEach(({ index }, at) => {
        fresh[order[at] as number] = cellOf(placed[at] as InboxItem, index, shown)
      })
      cells = fresh
      return { order, cells, before: Math.round(rows[0] ? rows[0].gap : 0), after: Math.round(after) }
    },
    scroll(y) {
      top = y
      const next = Math.max(0, Math.floor(y / bandPx) * bandPx)
      const isDue = next !== band
      band = next
      return isDue
    },
    resize(next) {
      const isDue = next > 0 && Math.abs(next - height) > 1
      if (isDue) height = next
      return isDue
    },
    learn(boxes) {
      if (boxes.length !== placed.length) return
      placed.forEach((item, at) => {
        const box = boxes[at]
        if (box && box.height) heights.set(item.id, { item, height: box.height })
      })
      if (heights.size > mostHeights) heights = new Map(Array.from(heights).slice(-mostHeights / 2))
    },
    isKnown: () => placed.every(({ id }) => heights.has(id)),
    isAway: () => top > 8,
    isAtEnd: () => isAtEnd,
  }
}
