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

/** `changed` is called at most once a frame while anything around `root` scrolls, and when the list comes on screen. */
export function scrollOf(root: ShadowRoot, changed: () => void): Scroll {
  let list: Element | null = null
  let scroller: Element | undefined
  let frame = 0
  let [top, bottom] = [0, innerHeight]
  let isInside = true
  let heights: Record<string, number> = {}
  // Where nobody can tell, a list that is there counts as visible.
  const observer =
    'IntersectionObserver' in window &&
    new IntersectionObserver((entries) => {
      for (const { isIntersecting } of entries) isInside = isIntersecting
      changed()
    })

  const look = (): void => {
    if (!list) return
    const own = list.getBoundingClientRect().top
    const frameRect = scroller && scroller.getBoundingClientRect()
    top = Math.max(0, frameRect ? frameRect.top : 0) - own
    bottom = Math.min(innerHeight, frameRect ? frameRect.bottom : innerHeight) - own
  }
  const onScroll = ({ target }: Event): void => {
    if (target instanceof Element) scroller = target
    else if (target === window) heights = {}
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(changed)
  }

  return {
    windowOf: (items, kept) => {
      look()
      const heightOf = (index: number): number => heights[(items[index] as InboxItem).id] || usualHeight
      return windowOf({ count: items.length, heightOf, top, bottom, keep: kept })
    },
    measure(now) {
      if (now !== list && observer) {
        observer.disconnect()
        isInside = false
        if (now) observer.observe(now)
      }
      list = now
      for (const row of root.querySelectorAll<HTMLElement>('article')) {
        const { height } = row.getBoundingClientRect()
        if (height) heights[row.dataset['id'] || ''] = height
      }
      look()
    },
    isAway() {
      look()
      return !!list && top > 8
    },
    isVisible: () => !!list && isInside && document.visibilityState !== 'hidden',
    connect() {
      const roots = rootsAround(root)
      for (const each of roots) each.addEventListener('scroll', onScroll, true)
      addEventListener('resize', onScroll)
      return () => {
        cancelAnimationFrame(frame)
        if (observer) observer.disconnect()
        list = null
        for (const each of roots) each.removeEventListener('scroll', onScroll, true)
        removeEventListener('resize', onScroll)
      }
    },
  }
}

/** Scroll events do not leave a shadow root: each one around is listened to. */
function rootsAround(root: Node): readonly Node[] {
  return root instanceof ShadowRoot ? [root, ...rootsAround(root.host.getRootNode())] : [root]
}
