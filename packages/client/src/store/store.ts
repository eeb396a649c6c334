import {
  type Change,
  type InboxItem,
  isMarked,
  marksOf,
  noMarks,
  type Position,
  type ReceiptKind,
  type Sender,
  type Snapshot,
} from '@minibell/protocol'
import type { InboxEvents } from '../inbox.ts'
import type { InboxSnapshot, InboxStatus } from '../snapshot.ts'
import { freeze, unknownSender } from './freeze.ts'
import type { Watermark } from './marking.ts'
import { reconcile } from './reconcile.ts'
import { createTally } from './tally.ts'

type Removal = InboxEvents['removed']['reason']

/** What the steps since the last `news()` have to tell. */
export interface News {
  received: InboxItem[]
  readonly removed: Readonly<Record<Removal, string[]>>
  read: string[]
  readAll: boolean
  /** Changes met items that are not held here, so the counts cannot be followed: ask for a snapshot. */
  doubtful: boolean
}

/**
 * The items held here and all that is known of them. Rows live in an array that grows at its end alone; a snapshot is a
 * window of it, so an arrival copies nothing. What loses a member or is marked is copied, at most once a step.
 */
export interface Store {
  at(): Position | undefined
  find(itemId: string): InboxItem | undefined
  /** Why an item is not held any more, as far as that is remembered. */
  gone(itemId: string): Removal | undefined
  sender(id: string): Sender
  snapshot(): InboxSnapshot
  status(status: InboxStatus): void
  /** Applies changes and moves to `to`. */
  take(changes: readonly Change[], to: number): void
  /** The whole now in place of what was held. Several pages may be in one; `cursor` is the last page's. */
  replace(whole: Snapshot): void
  /** Adds older items; false when the page held none that is new here. */
  older(page: Snapshot): boolean
  cursor(): string | undefined
  /** The ids whose marks changed. */
  mark(kind: ReceiptKind, itemIds: readonly string[]): readonly string[]
  /** False when nothing changed. */
  markAll(mark: Watermark): boolean
  /** Ends the step: takes away what it has to tell. */
  news(): News
}

export function createStore(keep: number): Store {
  let at: Position | undefined
  let rows: InboxItem[] = []
  let start = 0
  let limit = keep
  let holes = false
  let known = new Map<string, InboxItem>()
  const bubbles: string[] = []
  const gone = new Map<string, Removal>()
  let senders: ReadonlyMap<string, Sender> = new Map()
  let cursor: string | undefined
  let dropped = false
  let status: InboxStatus = { phase: 'loading' }
  let frozen: InboxSnapshot | undefined
  let news = nothing()

  const sender = (id: string): Sender => senders.get(id) || unknownSender(id)
  const tally = createTally((id) => sender(id).muted)
  const held = (): InboxItem[] => rows.slice(start)
  const isHeld = (itemId: string): boolean => known.has(itemId)
  const hasMore = (): boolean => dropped || !!cursor

  /** Counts `items` anew around a step that touches them. */
  const around = <Result>(items: readonly InboxItem[], step: () => Result): Result => {
    tally.count(items, -1)
    const result = step()
    tally.count(items, 1)
    return result
  }

  const compact = (): void => {
    rows = held().filter(({ id }) => isHeld(id))
    start = 0
    holes = false
    tally.forget(isHeld)
  }

  const settle = (): void => {
    frozen = undefined
    if (holes) compact()
    for (; rows.length - start > limit; start += 1) {
      known.delete((rows[start] as InboxItem).id) // `start` is below `rows.length`
      dropped = true
      cursor = undefined
    }
    if (start > limit) compact()
  }

  const add = (item: InboxItem): void => {
    if (isHeld(item.id)) return
    known.set(item.id, item)
    if (item.placement === 'list') rows.push(item)
    else if (bubbles.push(item.id) > keep) known.delete(bubbles.shift() as string) // one was just pushed
    tally.count([item], 1)
    news.received.push(item)
  }

  const miss = (itemId: string): false => {
    if (hasMore() && !gone.has(itemId)) news.doubtful = true
    return false
  }

  const leave = (itemId: string, reason: Removal): void => {
    if (gone.set(itemId, reason).size > keep) gone.delete(gone.keys().next().value as string) // it is not empty
    news.removed[reason].push(itemId)
  }

  const remove = (itemId: string, reason: Removal): void => {
    const item = known.get(itemId)
    if (!item) return void miss(itemId)
    tally.count([item], -1)
    known.delete(itemId)
    holes = true
    leave(itemId, reason)
  }

  const markOne = (kind: ReceiptKind, itemId: string): boolean => {
    const item = known.get(itemId)
    if (!item) return miss(itemId)
    const before = tally.marks(item)
    const after = before | marksOf(kind)
    if (before === after) return false
    around([item], () => tally.mark(itemId, after))
    if (!isMarked(before, 'read') && isMarked(after, 'read')) news.read.push(itemId)
    if (kind === 'dismissed') remove(itemId, kind)
    return true
  }

  const markAll = (mark: Watermark): boolean => {
    const { kind, upTo, sender: only } = mark
    let newer = rows.length
    while (newer > start && (rows[newer - 1] as InboxItem).offset > upTo) newer -= 1 // in range
    if (hasMore() && (only || newer === start)) news.doubtful = true
    const touched = only ? held().filter((item) => item.sender === only) : rows.slice(newer)
    const unread = touched.filter((item) => !isMarked(tally.marks(item), 'read'))
    const changed = around(touched, () => tally.cover(mark))
    if (!changed || kind === 'seen') return changed
    if (only) news.read.push(...unread.filter(({ offset }) => offset <= upTo).map(({ id }) => id))
    else news.readAll = true
    return true
  }

  const apply = (change: Change): void => {
    if (change.type === 'added') add(change.item)
    else if (change.type === 'withdrawn' || change.type === 'expired') remove(change.itemId, change.type)
    else if (change.type === 'marked') for (const itemId of change.itemIds) markOne(change.kind, itemId)
    else if (change.type === 'markedAll') markAll({ ...change, upTo: Math.min(change.upTo, change.offset) })
    else if (change.type === 'senderChanged') {
      const { sender: next } = change
      if (sender(next.id).muted !== next.muted && hasMore()) news.doubtful = true
      around(
        held().filter((item) => item.sender === next.id),
        () => {
          senders = new Map(senders).set(next.id, next)
        },
      )
    }
  }

  return {
    at: () => at,
    find: (itemId) => known.get(itemId),
    gone: (itemId) => gone.get(itemId),
    sender,
    cursor: () => cursor,
    mark: (kind, itemIds) => itemIds.filter((itemId) => markOne(kind, itemId)),
    markAll,
    status(next) {
      status = next
      frozen = undefined
    },
    snapshot() {
      frozen =
        frozen ||
        freeze({
          rows,
          start,
          counts: tally.counts(),
          marking: tally.share(),
          senders,
          position: at,
          status,
          hasMore: hasMore(),
        })
      return frozen
    },
    take(changes, to) {
      changes.forEach(apply)
      at = { epoch: (at as Position).epoch, offset: to } // changes are taken after a snapshot only
    },
    replace(whole) {
      const next = reconcile(whole, known, { at, wasHere: (itemId) => gone.has(itemId) })
      known = next.known
      rows = next.rows
      start = 0
      for (const { item } of whole.items) gone.delete(item.id)
      for (const item of next.vanished)
        leave(item.id, (item.expiresAt as number) <= whole.serverAt ? 'expired' : 'withdrawn') // undefined compares false
      news.received = next.received
      senders = new Map(whole.senders.map((one) => [one.id, one]))
      tally.reset(whole.counts, next.single)
      at = { epoch: whole.epoch, offset: whole.offset }
      cursor = whole.cursor
      dropped = false
    },
    older(page) {
      const oldest = rows[start]
      const found = page.items.filter(({ item }) => !isHeld(item.id) && !(oldest && item.offset >= oldest.offset))
      for (const { item, marks } of found) {
        known.set(item.id, item)
        tally.mark(
          item.id,
          marks.reduce((all, kind) => all | marksOf(kind), noMarks),
        )
      }
      rows = [...found.map(({ item }) => item).reverse(), ...held()]
      start = 0
      limit = Math.max(limit, rows.length)
      cursor = page.cursor
      dropped = false
      return !!found[0]
    },
    news() {
      const told = news
      settle()
      news = nothing()
      return { ...told, received: told.received.filter(({ id }) => isHeld(id)) }
    },
  }
}

function nothing(): News {
  return {
    received: [],
    removed: { withdrawn: [], expired: [], dismissed: [] },
    read: [],
    readAll: false,
    doubtful: false,
  }
}
