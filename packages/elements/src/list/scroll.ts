import type { Undo } from '@minibell/ports'
import type { InboxItem } from '@minibell/protocol'
import { type ListWindow, windowOf } from '@minibell/views'

/** Where the reader is in a list, and how high its rows are. */
export interface Scroll {
  /** Which of `items` stand in the page; `kept`: index of one that does wherever it is, −1 for none. */
  windowOf(items: readonly InboxItem[], kept: number): ListWindow
  /** After each drawing: `list` as it is now. */
  measure(list: Element | null): void
  /** Whether the reader has left the top. */
  isAway(): boolean
  /** Whether any of the list is on screen, in a page that is shown. */
  isVisible(): boolean
  connect(): Undo
}

/** A guess for rows that were never shown, px. */
const usualHeight = 106

/** `changed` is called when anything around the list scrolls, which browsers tell once a frame, and when it comes on screen. */
export function scrollOf(root: ShadowRoot, changed: () => void): Scroll {
  let list: Element | null = null
  let around: readonly Node[] = []
  let scroller: Element | undefined
  let [top, bottom] = [0, innerHeight]
  const heights: Record<string, number> = {}
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
    const own = list.getBoundingClientRect().top
    const seen = scroller ? scroller.getBoundingClientRect() : { top: 0, bottom: innerHeight }
    top = Math.max(0, seen.top) - own
    bottom = Math.min(innerHeight, seen.bottom) - own
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
    if (!observer) return
    observer.disconnect()
    isInside = false
    if (next) observer.observe(next)
  }

  return {
    windowOf(items, kept) {
      look()
      const heightOf = (index: number): number => heights[(items[index] as InboxItem).id] || usualHeight
      return windowOf({ count: items.length, heightOf, top, bottom, keep: kept })
    },
    measure(now) {
      if (now !== list) watch(now)
      for (const row of root.querySelectorAll<HTMLElement>('article')) {
        const { height } = row.getBoundingClientRect()
        if (height) heights[row.dataset['id'] || ''] = height
      }
    },
    isAway() {
      look()
      return !!list && top > 8
    },
    isVisible: () => !!list && isInside && !document.hidden,
    connect() {
      addEventListener('resize', onScroll)
      return () => {
        removeEventListener('resize', onScroll)
        watch(null)
      }
    },
  }
}

/** Everything that a node stands in, through slots and shadow roots: a scroll event neither bubbles nor leaves its root. */
function aroundOf(node: Node): readonly Node[] {
  const { assignedSlot, parentNode, host } = node as Element & Partial<ShadowRoot>
  const next = assignedSlot || parentNode || host
  return next ? [next, ...aroundOf(next)] : []
}
