import type { InboxItem, Message } from '@minibell/protocol'
import type { InboxSnapshot } from '../snapshot.ts'

/** Which items; what is absent excludes none. */
export interface Filter {
  readonly sender?: string
  readonly kind?: Message['kind']
  /** `unread`: those that were not read yet. */
  readonly state?: 'unread' | 'read'
}

/** The items of one snapshot that a filter lets through, newest first; immutable like it. */
export type Filtered = Pick<InboxSnapshot, 'length' | 'at' | 'slice'>

/**
 * A filter to be asked with each new snapshot of one inbox, as `useMemo` or a drawing would. Arrivals cost what has arrived; a mark that
 * the filter looks at, a removal and a page of history cost a pass over what is held. The same object until the outcome changed.
 */
export function filtering(filter: Filter): (snapshot: InboxSnapshot) => Filtered {
  let rows: InboxItem[] = []
  let last: InboxSnapshot | undefined
  let filtered: Filtered | undefined

  const isIn = (snapshot: InboxSnapshot, item: InboxItem): boolean =>
    (!filter.sender || item.sender === filter.sender) &&
    (!filter.kind || item.message.kind === filter.kind) &&
    (!filter.state || snapshot.isRead(item) === (filter.state === 'read'))

  return (snapshot) => {
    if (snapshot === last && filtered) return filtered
    const count = last ? arrivalsSince(last, snapshot, !!filter.state) : -1
    const fresh = snapshot.slice(0, count < 0 ? snapshot.length : count).filter((item) => isIn(snapshot, item))
    if (fresh[0] || count < 0) filtered = undefined
    if (count < 0) rows = []
    // One by one: as arguments of a call very many are more than an engine takes.
    for (const item of fresh.reverse()) rows.push(item)
    last = snapshot
    filtered = filtered || windowOf(rows)
    return filtered
  }
}

/** How many are new on top of what `before` had, when nothing else changed that a filter looks at; else −1. */
function arrivalsSince(before: InboxSnapshot, now: InboxSnapshot, isStateful: boolean): number {
  const count = now.length - before.length
  const isSame = (one: number, other: number): boolean => now.at(one) === before.at(other)
  if (count < 0 || !isSame(count, 0) || !isSame(now.length - 1, before.length - 1)) return -1
  if (!isStateful) return count
  const unread = now.slice(0, count).filter((item) => !now.isRead(item))
  return now.unread - before.unread === unread.length ? count : -1
}

/** `rows` oldest first; they may grow at their end afterwards. */
function windowOf(rows: readonly InboxItem[]): Filtered {
  const end = rows.length
  const back = (index: number): number => end - Math.min(end, Math.max(0, index))
  return {
    length: end,
    at: (index) => (index >= 0 && index < end ? rows[end - 1 - index] : undefined),
    slice: (from, to) => rows.slice(back(to), back(from)).reverse(),
  }
}
