import type { Inbox } from '@minibell/client'

/** How far a person is with a list: what of it counts as seen, and what waits while they read further down. */
export interface Reading {
  /** Offset of the newest item that is shown; `undefined`: all of them are. */
  upTo(): number | undefined
  /** News does not move who reads further down: it waits above what was newest then. True when that began or ended. */
  look(inbox: Inbox, isAway: boolean): boolean
  /** What is on screen was seen; each arrival is told once, and none that still waits above. */
  see(inbox: Inbox): void
  /** Every item that the list is of: one sender's, or everybody's. */
  markAll(inbox: Inbox, kind: 'seen' | 'read'): void
  /** What waits is shown. */
  toTop(): void
}

/** `sender`: whose items the list shows; `''` or `null` for everybody's. */
export function readingOf(sender: () => string | null): Reading {
  let upTo: number | undefined
  let seenUpTo = 0
  const newest = (inbox: Inbox): number => (inbox.getSnapshot().at(0) || { offset: 0 }).offset
  const markAll = (inbox: Inbox, kind: 'seen' | 'read'): void => {
    const one = sender()
    inbox.markAll(kind, one ? { sender: one } : {})
  }
  return {
    markAll,
    upTo: () => upTo,
    look(inbox, isAway) {
      const before = upTo
      upTo = isAway ? upTo || newest(inbox) : undefined
      return before !== upTo
    },
    see(inbox) {
      const top = newest(inbox)
      if (!inbox.getSnapshot().unseen || (upTo && upTo < top) || top === seenUpTo) return
      seenUpTo = top
      markAll(inbox, 'seen')
    },
    toTop() {
      upTo = undefined
    },
  }
}
