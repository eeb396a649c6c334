import { type Counts, type InboxItem, isMarked, type Position, type Sender } from '@minibell/protocol'
import type { InboxSnapshot, InboxStatus } from '../snapshot.ts'
import { type Marking, marksIn } from './marking.ts'

/** What a snapshot is made of. `rows` may grow at its end afterwards; nothing else of it may change. */
export interface Held {
  /** Oldest first; the snapshot is `rows[start]` and what follows now. */
  readonly rows: readonly InboxItem[]
  readonly start: number
  readonly counts: Counts
  readonly marking: Marking
  readonly senders: ReadonlyMap<string, Sender>
  readonly position: Position | undefined
  readonly status: InboxStatus
  readonly hasMore: boolean
}

export function freeze(held: Held): InboxSnapshot {
  const { rows, start, marking, senders, counts, position, status, hasMore } = held
  const end = rows.length
  const length = end - start
  const at = (index: number): InboxItem | undefined => (index < length ? rows[end - 1 - index] : undefined)
  return {
    ...counts,
    length,
    position,
    status,
    hasMore,
    at: (index) => (index < 0 ? undefined : at(index)),
    slice: (from, to) => rows.slice(Math.max(start, end - to), Math.max(start, end - from)).reverse(),
    indexOf(itemId) {
      let index = 0
      while (index < length && at(index)?.id !== itemId) index += 1
      return index < length ? index : -1
    },
    isRead: (item) => isMarked(marksIn(marking, item), 'read'),
    isSeen: (item) => isMarked(marksIn(marking, item), 'seen'),
    sender: (id) => senders.get(id) || unknownSender(id),
    senders: [...senders.values()],
  }
}

export function unknownSender(id: string): Sender {
  return { id, name: id, status: 'available', muted: false }
}
