import { type InboxItem, type Marks, marksOf, type Sender } from '@minibell/protocol'
import type { InboxSnapshot } from '../snapshot.ts'

type Facts = Pick<InboxSnapshot, 'total' | 'unseen' | 'unread' | 'position' | 'status' | 'hasMore'>

/** Marks of an item that was seen: it is not in the badge. */
export const seen = marksOf('seen')

/** Marks of an item that was read, which is seen, too. */
export const read = marksOf('read')

/** Whether any of `bits` is missing. */
export function lacks(marks: ReadonlyMap<string, Marks>, { id }: InboxItem, bits: Marks): boolean {
  return (~(marks.get(id) || 0) & bits) > 0
}

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
  const slice = (from: number, to: number): InboxItem[] => rows.slice(back(to), back(from)).reverse()
  return {
    ...facts,
    length,
    at: (index) => (index >= 0 && index < length ? rows[end - 1 - index] : undefined),
    slice,
    indexOf: (itemId) => slice(0, length).findIndex(({ id }) => id === itemId),
    isRead: (item) => !lacks(marks, item, read),
    isSeen: (item) => !lacks(marks, item, seen),
    sender: (id) => senders.get(id) || { id, name: id, status: 'available', muted: false },
    senders: [...senders.values()],
  }
}
