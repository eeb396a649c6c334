import { type Counts, type InboxItem, isMarked, type Marks } from '@minibell/protocol'
import { type Marking, marksIn, type Watermark } from './marking.ts'

/** Marks, and the counts that follow from them: the platform's counts once, then the difference that each step makes. */
export interface Tally {
  counts(): Counts
  marks(item: InboxItem): Marks
  /** Counts listed items in (`1`) or out (`-1`), each by its present marks. */
  count(items: readonly InboxItem[], by: 1 | -1): void
  /** Counts nothing: count the item out before and in after. */
  mark(itemId: string, marks: Marks): void
  /** Without a sender it also empties the counts. False when an earlier watermark covers it. */
  cover(watermark: Watermark): boolean
  /** An immutable view; later marks go into a copy. */
  share(): Marking
  reset(counts: Counts, single: Map<string, Marks>): void
  /** Drops the marks of items that nobody holds. */
  forget(isHeld: (itemId: string) => boolean): void
}

export function createTally(muted: (sender: string) => boolean): Tally {
  let total = 0
  let unseen = 0
  let unread = 0
  let single = new Map<string, Marks>()
  let watermarks: readonly Watermark[] = []
  let shared = false

  const marks = (item: InboxItem): Marks => marksIn({ single, watermarks }, item)

  return {
    counts: () => ({ total, unseen, unread }),
    marks,
    count(items, by) {
      for (const item of items) {
        if (item.placement !== 'list') continue
        const has = marks(item)
        total += by
        if (!isMarked(has, 'read')) unread += by
        if (!isMarked(has, 'seen') && !muted(item.sender)) unseen += by
      }
    },
    mark(itemId, has) {
      if (shared) single = new Map(single)
      shared = false
      single.set(itemId, has)
    },
    cover(next) {
      const last = watermarks.find(({ kind, sender }) => kind === next.kind && sender === next.sender)
      if (last && last.upTo >= next.upTo) return false
      watermarks = watermarks.filter((watermark) => watermark !== last).concat(next)
      if (!next.sender) {
        unseen = 0
        if (next.kind === 'read') unread = 0
      }
      return true
    },
    share() {
      shared = true
      return { single, watermarks }
    },
    reset(counts, marked) {
      ;({ total, unseen, unread } = counts)
      single = marked
      watermarks = []
      shared = false
    },
    forget(isHeld) {
      single = new Map([...single].filter(([itemId]) => isHeld(itemId)))
      shared = false
    },
  }
}
