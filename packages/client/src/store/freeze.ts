import type { InboxItem, Sender } from '@minibell/protocol'
import type { InboxSnapshot } from '../snapshot.ts'
import type { Level, Row } from './row.ts'

type Facts = Pick<InboxSnapshot, 'total' | 'unseen' | 'unread' | 'position' | 'status' | 'hasMore'>

/** A snapshot over the last `keep` of `rows` now; `rows` may grow at its end afterwards, and nothing else given may change but as `is` allows. */
export function freeze(
  facts: Facts,
  rows: readonly Row[],
  keep: number,
  senders: ReadonlyMap<string, Sender>,
  is: (item: InboxItem, level: Level) => boolean,
): InboxSnapshot {
  const end = rows.length
  const length = Math.min(end, keep)
  // Newest first: the row at the end is the first.
  const at = (index: number): InboxItem | undefined => {
    const row = index >= 0 && index < length && rows[end - 1 - index]
    return row ? row.item : undefined
  }
  const back = (index: number): number => end - Math.min(length, Math.max(0, index))
  const slice = (from: number, to: number): InboxItem[] =>
    rows
      .slice(back(to), back(from))
      .reverse()
      .map(({ item }) => item)
  return {
    ...facts,
    length,
    at,
    slice,
    indexOf: (itemId) => slice(0, length).findIndex(({ id }) => id === itemId),
    isRead: (item) => is(item, 'read'),
    isSeen: (item) => is(item, 'seen'),
    sender: (id) => senders.get(id) || { id, name: id, status: 'available', muted: false },
    senders: [...senders.values()],
  }
}
