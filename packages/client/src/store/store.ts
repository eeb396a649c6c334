import type { Change, InboxItem, Position, ReceiptKind, Sender, Snapshot, SnapshotItem } from '@minibell/protocol'
import type { InboxEvents } from '../inbox.ts'
import type { InboxSnapshot, InboxStatus } from '../snapshot.ts'
import { has, type Level, levelOf, never, type Row, type UpTo } from './row.ts'

type Told =
  | readonly ['received', InboxEvents['received']]
  | readonly ['removed', InboxEvents['removed']]
  | readonly ['read', InboxEvents['read']]

/** What the steps since the last `news()` have to tell. */
export interface News {
  /** Events in order; of `received` none that is gone again. */
  readonly told: readonly Told[]
  /** Changes met items that are not held here, so the counts cannot be followed: ask for a snapshot. */
  readonly isDoubtful: boolean
}

/**
 * The items held here and all that is known of them. Rows live in an array that grows at both its ends; a snapshot is a
 * window of it and a moment, so neither an arrival nor a mark copies anything. Only what leaves costs a copy, once a step.
 */
export interface Store {
  at(): Position | undefined
  find(itemId: string): InboxItem | undefined
  snapshot(): InboxSnapshot
  status(status: InboxStatus): void
  /** Applies changes and moves to `to`. */
  take(changes: readonly Change[], to: number): void
  /** The whole now in place of what was held; bubble-only items stay. What left meanwhile is not told. */
  refill(whole: Snapshot & { readonly newestAt?: number }): void
  /** When the latest of all that ever were held was sent. */
  newestAt(): number
  /** Of the page below what is held; `''`: from the newest on, as some left memory; `undefined`: there is none. */
  cursor(): string | undefined
  /** Puts items below what is held, newest first, and holds that many from now on. */
  extend(items: readonly SnapshotItem[], cursor: string | undefined): void
  /** The ids whose marks changed. */
  mark(kind: ReceiptKind, itemIds: readonly string[]): readonly string[]
  /** False when nothing changed. Costs the same whatever is held, unless a sender is named. */
  markAll(kind: 'seen' | 'read', upTo: number, sender?: string): boolean
  /** Nothing is held, as before the first snapshot. */
  clear(): void
  /** Ends the step: takes away what it has to tell. */
  news(): News
}

const none = { epoch: '', offset: 0, items: [], senders: [], counts: { total: 0, unseen: 0, unread: 0 }, serverAt: 0 }

/** At most `keep` listed items; `hasHistory`: a snapshot may say that there are more. */
export function createStore(keep: number, hasHistory = true): Store {
  let at: Position | undefined
  let rows: Rows
  let known: Map<string, Row>
  let senders: Map<string, Sender>
  let upTo: UpTo
  let now = 1
  let newestAt: number
  let counts: { total: number; unseen: number; unread: number }
  let cursor: string | undefined
  let status: InboxStatus = { phase: 'loading' }
  let frozen: InboxSnapshot | undefined
  let received: InboxItem[] = []
  let told: Told[] = []
  let isDoubtful = false
  let isThinned = false

  const find = (itemId: string): InboxItem | undefined => {
    const row = known.get(itemId)
    return row && !row.isGone ? row.item : undefined
  }

  const is = (row: Row, level: Level): boolean => has(row, level, now, upTo)

  /** Counts listed items in (`1`) or out (`-1`), each by its present marks. */
  const count = (some: readonly Row[], by: 1 | -1): void => {
    for (const row of some) {
      const { item, isGone } = row
      if (isGone || item.placement !== 'list') continue
      counts.total += by
      if (!is(row, 'read')) counts.unread += by
      if (!is(row, 'seen') && !Object(senders.get(item.sender)).muted) counts.unseen += by
    }
  }

  /** What was said may concern items that are listed and not held. */
  const doubt = (): void => {
    isDoubtful = isDoubtful || cursor !== undefined
  }

  const meet = (itemIds: readonly string[]): readonly Row[] => {
    const met = new Set<Row>()
    for (const itemId of itemIds) {
      const row = known.get(itemId)
      if (!row) doubt()
      else if (!row.isGone) met.add(row)
    }
    return [...met]
  }

  const remove = (some: readonly Row[], reason: InboxEvents['removed']['reason']): readonly string[] => {
    const itemIds = idsOf(some)
    count(some, -1)
    for (const row of some) row.isGone = isThinned = true
    if (itemIds[0]) told.push(['removed', { itemIds, reason }])
    return itemIds
  }

  const put = (row: Row, level?: Level): void => {
    if (level) row.seen = Math.min(row.seen, now)
    if (level === 'read') row.read = Math.min(row.read, now)
  }

  const mark = (kind: ReceiptKind, some: readonly Row[]): readonly string[] => {
    if (kind === 'dismissed') return remove(some, kind)
    const level = levelOf(kind)
    const changed = some.filter((row) => level && !is(row, level))
    const itemIds = idsOf(changed)
    count(changed, -1)
    for (const row of changed) put(row, level)
    count(changed, 1)
    if (level === 'read' && itemIds[0]) told.push(['read', { itemIds, all: false }])
    return itemIds
  }

  const markAll = (kind: 'seen' | 'read', offset: number, only?: string): boolean => {
    const before = counts.unseen + counts.unread
    let end = rows.length
    while (end && (rows[end - 1] as Row).item.offset > offset) end -= 1 // end is inside
    // Of a sender, or when all that is held is newer, others may be meant that are not held.
    if (only || !end) doubt()
    if (only)
      return !!mark(
        kind,
        rows.slice(0, end).filter(({ item, isGone }) => item.sender === only && !isGone),
      )[0]
    // Some that are not held may be newer, too: nothing is known of the counts.
    if (!end && cursor !== undefined) return false
    const newer = rows.slice(end)
    // Items of muted senders are in no count of unseen ones.
    const isQuiet = offset > upTo[kind] && [...senders.values()].some(({ muted }) => muted)
    count(newer, -1)
    upTo = { seen: Math.max(offset, upTo.seen), read: kind === 'read' ? Math.max(offset, upTo.read) : upTo.read }
    counts.unseen = 0
    if (kind === 'read') counts.unread = 0
    count(newer, 1)
    const isNews = before > counts.unseen + counts.unread
    if (isNews && kind === 'read') told.push(['read', { itemIds: [], all: true }])
    return isNews || isQuiet
  }

  const rename = (next: Sender): void => {
    if (!!Object(senders.get(next.id)).muted !== next.muted) doubt()
    count(rows, -1)
    senders = new Map(senders).set(next.id, next)
    count(rows, 1)
  }

  /** The rows of a page, oldest first, as those of the list. */
  const hold = (items: readonly SnapshotItem[]): Row[] => {
    const held: Row[] = []
    for (const { item, marks } of items) {
      const row = { item, isGone: false, seen: never, read: never }
      for (const kind of marks) put(row, levelOf(kind))
      known.set(item.id, row)
      newestAt = Math.max(newestAt, item.sentAt)
      if (item.placement === 'list') held.push(row)
    }
    return held.reverse()
  }

  const refill: Store['refill'] = (whole) => {
    const { epoch, offset } = whole
    const old = known
    const isSame = at && at.epoch === epoch
    const items = whole.items.map(({ item, marks }) => {
      const mine = old.get(item.id)
      // Of another epoch offsets say nothing.
      if (at && !mine && (isSame ? item.offset > at.offset : item.sentAt > newestAt)) received.unshift(item)
      return { item: isSame && mine ? mine.item : item, marks }
    })
    known = new Map([...old].filter(([, { item }]) => item.placement !== 'list'))
    upTo = { seen: 0, read: 0 }
    newestAt = Math.max(newestAt, whole.newestAt || 0)
    rows = hold(items)
    senders = new Map(whole.senders.map((one) => [one.id, one]))
    counts = { ...whole.counts }
    at = { epoch, offset }
    cursor = whole.cursor
  }

  const clear = (): void => {
    known = new Map()
    newestAt = 0
    refill(none)
    at = undefined
  }
  clear()

  return {
    at: () => at,
    find,
    cursor: () => cursor,
    clear,
    refill,
    markAll,
    mark: (kind, itemIds) => mark(kind, meet(itemIds)),
    newestAt: () => newestAt,
    status(next) {
      status = next
      frozen = undefined
    },
    snapshot() {
      if (frozen) return frozen
      const [then, all, marked, shown, named, end] = [now, known, upTo, rows, senders, rows.length - frontOf(rows)]
      const length = Math.min(rows.length, keep)
      // Newest first: the row at the end is the first.
      const back = (index: number): number => frontOf(shown) + end - Math.min(length, Math.max(0, index))
      const slice = (from: number, to: number): InboxItem[] =>
        shown
          .slice(back(to), back(from))
          .reverse()
          .map(({ item }) => item)
      const isMarked =
        (level: Level) =>
        ({ id }: InboxItem): boolean => {
          const row = all.get(id)
          return !!row && has(row, level, then, marked)
        }
      now += 1
      frozen = {
        ...counts,
        position: at,
        status,
        hasMore: hasHistory && cursor !== undefined,
        length,
        at: (index) => slice(index, index + 1)[0],
        slice,
        indexOf: (itemId) => slice(0, length).findIndex(({ id }) => id === itemId),
        isSeen: isMarked('seen'),
        isRead: isMarked('read'),
        sender: (id) => named.get(id) || { id, name: id, status: 'available', muted: false },
        senders: [...named.values()],
      }
      return frozen
    },
    take(changes, to) {
      for (const change of changes) {
        if (change.type === 'added') {
          if (known.has(change.item.id)) continue
          const added = hold([{ item: change.item, marks: [] }])
          rows.push(...added)
          count(added, 1)
          received.push(change.item)
        } else if ('itemId' in change) remove(meet([change.itemId]), change.type)
        else if ('itemIds' in change) mark(change.kind, meet(change.itemIds))
        else if ('upTo' in change) markAll(change.kind, Math.min(change.upTo, change.offset), change.sender)
        else if ('sender' in change) rename(change.sender)
      }
      at = { epoch: (at as Position).epoch, offset: to } // a snapshot came before
    },
    extend(items, next) {
      const older = hold(items)
      rows.unshift(...older)
      rows.front = frontOf(rows) + older.length
      keep = Math.max(keep, rows.length)
      cursor = next
      frozen = undefined
    },
    news() {
      const arrived = received.filter(({ id }) => find(id))
      if (arrived[0]) told.unshift(['received', arrived])
      const news = { told, isDoubtful }
      frozen = undefined
      if (isThinned) rows = rows.filter(({ isGone }) => !isGone)
      if (rows.length > keep) cursor = ''
      if (rows.length > 2 * keep) {
        // Now and then, so that nothing grows with what has gone by.
        rows = rows.slice(-keep)
        known = new Map(rows.map((row) => [row.item.id, row]))
      }
      received = []
      told = []
      isDoubtful = isThinned = false
      return news
    },
  }
}

/** Oldest first. `front`: how many came before those that were there in the beginning. */
type Rows = Row[] & { front?: number }

function frontOf({ front = 0 }: Rows): number {
  return front
}

function idsOf(rows: readonly Row[]): string[] {
  return rows.map(({ item }) => item.id)
}
