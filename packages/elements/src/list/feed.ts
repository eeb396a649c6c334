import type { InboxSnapshot } from '@minibell/client'
import type { Undo } from '@minibell/ports'
import type { InboxItem } from '@minibell/protocol'
import { headingOf, type List, rowOf, type Speech } from '@minibell/views'
import { type PlacedRow, rowKeeper } from './rows.ts'
import { scrollOf } from './scroll.ts'

/** What one drawing of a list goes by. */
export interface Shown {
  readonly list: List
  readonly snapshot: InboxSnapshot
  readonly speech: Speech
  readonly group: 'day' | 'sender'
  /** The item whose row shows its actions; `''` for none. */
  readonly tray: string
}

/** The rows of a list: which of them stand in the page, and which has the focus. */
export interface Feed {
  /** Fills the feed, where there is one, with the rows due where the reader is. */
  draw(shown: Shown): void
  /** The row that the tab key reaches: −1 when none was touched yet, then it is the first. */
  activeIndex(items: readonly InboxItem[]): number
  touch(itemId: string): void
  /** Puts the focus on a row at the next drawing. */
  focus(itemId: string): void
  /** Whether the reader has left the top. */
  isAway(): boolean
  isVisible(): boolean
  /** Whether the last rows are in the page, or there is none. */
  isAtEnd(): boolean
  connect(): Undo
}

export function feedOf(root: ShadowRoot, onLook: () => void): Feed {
  const keep = rowKeeper()
  const { windowOf, measure, ...reader } = scrollOf(root, onLook)
  let active = ''
  let isFocusDue = false
  let isAtEnd = true

  const activeIndex = (items: readonly InboxItem[]): number =>
    active ? items.findIndex(({ id }) => id === active) : -1

  const draw = (shown: Shown): void => {
    const feed = root.querySelector<HTMLElement>('.feed')
    const { items } = shown.list
    const at = activeIndex(items)
    const { rows, after } = windowOf(items, at)
    isAtEnd = after === 0
    if (feed && items[0]) {
      const placed = rows.map(({ index, gap }, place) =>
        placedRow(shown, { index, gap, isActive: at < 0 ? !place : index === at }),
      )
      keep(feed, placed, shown.speech.words)
      feed.style.paddingBottom = `${after + 16}px`
    }
    measure(feed)
    const row = isFocusDue && feed && feed.querySelector<HTMLElement>('.open[tabindex="0"]')
    isFocusDue = false
    if (row) row.focus()
  }

  return {
    ...reader,
    draw,
    activeIndex,
    touch(itemId) {
      active = itemId
    },
    focus(itemId) {
      active = itemId
      isFocusDue = true
    },
    isAtEnd: () => isAtEnd,
  }
}

function placedRow(shown: Shown, at: Pick<PlacedRow, 'index' | 'gap' | 'isActive'>): PlacedRow {
  const { list, snapshot, speech, tray } = shown
  const { items } = list
  // A window names rows of its list only.
  const item = items[at.index] as InboxItem
  return {
    ...at,
    row: rowOf(item, snapshot, speech),
    count: snapshot.hasMore ? -1 : items.length,
    heading: headingOf(items, at.index, shown),
    isLast: !items[at.index + 1] || !!headingOf(items, at.index + 1, shown),
    isTrayOpen: tray === item.id,
  }
}
