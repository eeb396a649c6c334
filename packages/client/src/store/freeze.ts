import { type InboxItem, isMarked, type Marks, type Sender } from '@minibell/protocol'
import type { InboxSnapshot } from '../snapshot.ts'

type Facts = Pick<InboxSnapshot, 'total' | 'unseen' | 'unread' | 'position' | 'status' | 'hasMore'>

/** A snapshot over the last `keep` of `rows` now; `rows` may grow at its end afterwards, and nothing else given may change. */
export function freeze(
  facts: Facts,
  rows: readonly InboxItem[],
  keep: number,
  marks: ReadonlyMap<string, Marks>,
  senders: ReadonlyMap<string, Sender>,
): InboxSnapshot {
  const end = rows.length
  const length = Math.min(end, keep)
  const start = end - length
  // Newest first: the row at the end is the first.
  const back = (index: number): number => Math.max(start, end - index)
  return {
    ...facts,
    length,
    at: (index) => (index >= 0 && index < length ? rows[end - 1 - index] : undefined),
    slice: (from, to) => rows.slice(back(to), back(from)).reverse(),
    indexOf: (itemId) =>
      rows
        .slice(start, end)
        .reverse()
        .findIndex(({ id }) => id === itemId),
    isRead: (item) => isMarked(marks.get(item.id) || 0, 'read'),
    isSeen: (item) => isMarked(marks.get(item.id) || 0, 'seen'),
    sender: (id) => senders.get(id) || { id, name: id, status: 'available', muted: false },
    senders: [...senders.values()],
  }
}
