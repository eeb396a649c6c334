import type { InboxSnapshot } from '@minibell/client'
import type { Undo } from '@minibell/ports'
import type { InboxItem } from '@minibell/protocol'
import { headingOf, type List, rowOf, type Speech } from '@minibell/views'
import type { Extras } from './extras/extras.ts'
import { type Placed, type PlacedRow, rowKeeper } from './rows.ts'
import { scrollOf, slackPx } from './scroll.ts'

/** What one drawing of a list goes by. */
export interface Shown {
  readonly list: List
  readonly snapshot: InboxSnapshot
  readonly speech: Speech
  readonly group: 'day' | 'sender'
  /** The item whose row shows its actions; `''` for none. */
  readonly tray: string
  /** Draws them, once that is loaded. */
  readonly trayTemplate: Extras['tray'] | undefined
}

/** The rows of a list: which of them stand in the page, and which has the focus. */
export interface Feed {
  /** Before anything in or above the list changes. */
  hold(): void
  /** Fills the feed, where there is one, with the rows due where the reader is. */
  draw(shown: Shown): void
  /** The row that the tab key reaches: −1 when none was touched yet, then it is the first. */
  activeIndex(list: List): number
  touch(item: InboxItem): void
  /** Puts the focus on a row at the next drawing. */
  focus(item: InboxItem): void
  /** Whether the reader has left the top. */
  isAway(): boolean
  isVisible(): boolean
  /** Whether nothing around it can scroll up. */
  isAtStart(): boolean
  /** Whether the last rows are in the page, or there is none. */
  isAtEnd(): boolean
  connect(): Undo
}

export function feedOf(root: ShadowRoot, onLook: () => void): Feed {
  const keep = rowKeeper()
  const { windowOf, measure, learn, ...reader } = scrollOf(onLook)
  let active: InboxItem | undefined
  let isFocusDue = false
  let isAtEnd = true
  /** What the rows in the page were drawn for, unless another has been touched, and their places. */
  let drawn: Shown | undefined
  let there: Record<number, true> = {}

  const touch = (item: InboxItem): void => {
    active = item
    drawn = undefined
  }
  const activeIndex = (list: List): number => (active ? list.indexOf(active) : -1)

  const draw = (shown: Shown): void => {
    const feed = root.querySelector<HTMLElement>('.feed')
    const { list } = shown
    const kept = activeIndex(list)
    const whole = root.querySelector('.list')
    // Before the rows are laid out, which it concerns.
    if (whole) whole.classList.toggle('start', reader.isAtStart())
    if (!feed || !list.length) isAtEnd = true
    else if (drawn !== shown || windowOf(list, kept, slackPx).rows.some(({ index }) => !there[index]))
      fill(feed, shown, kept)
    measure(feed || whole)
    const row = isFocusDue && feed && feed.querySelector<HTMLElement>('.open[tabindex="0"]')
    isFocusDue = false
    if (row) row.focus()
  }

  const fill = (feed: HTMLElement, shown: Shown, kept: number): void => {
    const { list } = shown
    const { rows, after } = windowOf(list, kept)
    isAtEnd = after === 0
    reader.hold()
    there = {}
    drawn = shown
    const placed = rows.map(({ index, gap }, place) => {
      there[index] = true
      // A window names rows of its list only.
      return { item: list.at(index) as InboxItem, index, gap, isActive: kept < 0 ? !place : index === kept, shown }
    })
    const anew = keep(feed, placed, placedRow)
    feed.style.paddingBottom = `${after + 16}px`
    for (const [element, { item }] of anew) learn(element, item)
  }

  return {
    ...reader,
    draw,
    activeIndex,
    touch,
    focus(item) {
      touch(item)
      isFocusDue = true
    },
    isAtEnd: () => isAtEnd,
  }
}

function placedRow({ shown, item, index }: Placed): PlacedRow {
  const { list, snapshot, speech, tray, trayTemplate } = shown
  const row = rowOf(item, snapshot, speech)
  return {
    row,
    words: speech.words,
    count: snapshot.hasMore ? -1 : list.length,
    heading: headingOf(list, index, shown),
    isLast: index + 1 >= list.length || !!headingOf(list, index + 1, shown),
    tray: tray === item.id && trayTemplate && trayTemplate(item, row),
  }
}
