import type { Undo } from '@minibell/ports'
import type { InboxItem } from '@minibell/protocol'
import { type List, type ListWindow, windowOf } from '@minibell/views'

/** Where the reader is in a list, and how high its rows are. */
export interface Scroll {
  /** Which rows of `list` are due in the page, and `over` px around it; `kept`: index of one that is wherever it is, −1 for none. */
  windowOf(list: List, kept: number, over?: number): ListWindow
  /** Before anything in or above the list changes: remembers where the rows are that the reader sees. */
  hold(): void
  /** After each drawing: `list` as it is now. What `hold` remembered is where it was, unless the reader is at the top. */
  measure(list: Element | null): void
  /** Height of a row that was drawn; later ones of it replace it. */
  learn(row: Element, item: InboxItem): void
  /** Whether the reader has left the top. */
  isAway(): boolean
  /** Whether any of the list is on screen, in a page that is shown. */
  isVisible(): boolean
  /** Whether nothing around it can scroll up. */
  isAtStart(): boolean
  connect(): Undo
}

/** Rows are drawn when the reader comes this near to those that are not in the page, px. */
export const slackPx = 24

/** A guess for rows that were never shown, px. */
const usual = 106

/** Heights that are remembered; half of them are forgotten when there are more. */
const mostHeights = 300

/** `changed` is called when anything around the list scrolls, which browsers tell once a frame, and when it comes on screen. */
export function scrollOf(changed: () => void): Scroll {
  let list: Element | null = null
  let around: readonly Node[] = []
  let scroller: Element | undefined
  let [top, bottom] = [0, innerHeight]
  let heights = new Map<string, { readonly item: InboxItem; readonly height: number }>()
  /** The same by their places in one list, top to bottom. */
  let known: [index: number, height: number][] = []
  let knownIn: List | undefined
  let held: readonly (readonly [row: Element, top: number])[] = []
  // Where nobody can tell, a list that is there counts as visible.
  let isInside = true
  const observer =
    'IntersectionObserver' in window &&
    new IntersectionObserver((entries) => {
      for (const { isIntersecting } of entries) isInside = isIntersecting
      changed()
    })

  const look = (): void => {
    if (!list) return
    const own = topOf(list)
    const seen = scroller ? scroller.getBoundingClientRect() : { top: 0, bottom: innerHeight }
    top = Math.max(0, seen.top) - own
    bottom = Math.min(innerHeight, seen.bottom) - own
  }
  const isAway = (): boolean => {
    look()
    return !!list && top > 8
  }
  const onScroll = ({ currentTarget }: Event): void => {
    if (currentTarget instanceof Element) scroller = currentTarget
    changed()
  }
  const watch = (next: Element | null): void => {
    for (const node of around) node.removeEventListener('scroll', onScroll)
    around = next ? aroundOf(next) : []
    for (const node of around) node.addEventListener('scroll', onScroll)
    list = next
    scroller = undefined
    held = []
    if (!observer) return
    observer.disconnect()
    isInside = false
    if (next) observer.observe(next)
  }
  const settle = (): void => {
    const [row, before = 0] = held.find(([element]) => element.isConnected) || []
    held = []
    const from = scroller || document.scrollingElement
    const moved = row && topOf(row) - before
    if (moved && from) from.scrollTop += moved
  }

  return {
    windowOf(rows, keep, over) {
      look()
      if (rows !== knownIn) {
        known = []
        heights.forEach(({ item, height }) => {
          const index = rows.indexOf(item)
          if (index >= 0) known.push([index, height])
        })
        known.sort(([one], [other]) => one - other)
        knownIn = rows
      }
      return windowOf({
        count: rows.length,
        known,
        usual,
        top,
        bottom,
        keep,
        // The first screen waits for as much as the next look asks for, and no more.
        over: list ? over : slackPx,
      })
    },
    hold() {
      if (!list || held[0] || !isAway()) return
      const start = top + topOf(list)
      held = [...list.children].flatMap((row) => {
        const box = row.getBoundingClientRect()
        return box.bottom > start ? [[row, box.top] as const] : []
      })
    },
    measure(now) {
      if (now !== list) watch(now)
      else settle()
      if (heights.size > mostHeights) heights = new Map([...heights].slice(-mostHeights / 2))
    },
    learn(row, item) {
      const { height } = row.getBoundingClientRect()
      if (height) heights.set(item.id, { item, height })
      knownIn = undefined
    },
    isAway,
    isVisible: () => !!list && isInside && !document.hidden,
    isAtStart: () => around.every((node) => !((node as Element).scrollTop > 0)),
    connect() {
      addEventListener('resize', onScroll)
      return () => {
        removeEventListener('resize', onScroll)
        watch(null)
      }
    },
  }
}

function topOf(element: Element): number {
  return element.getBoundingClientRect().top
}

/** Everything that a node stands in, through slots and shadow roots: a scroll event neither bubbles nor leaves its root. */
function aroundOf(node: Node): readonly Node[] {
  const { assignedSlot, parentNode, host } = node as Element & Partial<ShadowRoot>
  const next = assignedSlot || parentNode || host
  return next ? [next, ...aroundOf(next)] : []
}
