import {
  type Change,
  type InboxItem,
  isMarked,
  type Marks,
  marksOf,
  type Position,
  type ReceiptKind,
  type Sender,
  type Snapshot,
  type SnapshotItem,
} from '@minibell/protocol'
import type { InboxEvents } from '../inbox.ts'
import type { InboxSnapshot, InboxStatus } from '../snapshot.ts'
import { freeze } from './freeze.ts'

type Removal = InboxEvents['removed']['reason']

/** What the steps since the last `news()` have to tell. */
export interface News {
  /** Oldest first; none that is gone again. */
  readonly received: readonly InboxItem[]
  readonly rest: readonly (readonly ['removed', InboxEvents['removed']] | readonly ['read', InboxEvents['read']])[]
  /** Changes met items that are not held here, so the counts cannot be followed: ask for a snapshot. */
  readonly isDoubtful: boolean
}

/**
 * The items held here and all that is known of them. Rows live in an array that grows at its end alone; a snapshot is a
 * window of it, so an arrival copies nothing. What loses a member or is marked is copied.
 */
export interface Store {
  at(): Position | undefined
  find(itemId: string): InboxItem | undefined
  /** Why an item is not held any more. */
  gone(itemId: string): Removal | undefined
  snapshot(): InboxSnapshot
  status(status: InboxStatus): void
  /** Applies changes and moves to `to`. */
  take(changes: readonly Change[], to: number): void
  /** The whole now in place of what was held; what is the same stays the same object. */
  replace(whole: Snapshot): void
  /** Adds older items; false when the page held none that is new here. A page of another epoch is doubt. */
  older(page: Snapshot): boolean
  cursor(): string | undefined
  /** The ids whose marks changed. */
  mark(kind: ReceiptKind, itemIds: readonly string[]): readonly string[]
  /** False when nothing changed. */
  markAll(kind: 'seen' | 'read', upTo: number, sender?: string): boolean
  /** Ends the step: takes away what it has to tell. */
  news(): News
}

type Floors = Readonly<Record<'seen' | 'read', number>>

function marksIn(marks: ReadonlyMap<string, Marks>, { seen, read }: Floors, { id, offset }: InboxItem): Marks {
  return (marks.get(id) || 0) | (offset <= read ? marksOf('read') : offset <= seen ? marksOf('seen') : 0)
}

export function createStore(keep: number): Store {
  let at: Position | undefined
  let rows: InboxItem[] = []
  let start = 0
  let known = new Map<string, InboxItem>()
  const gone = new Map<string, Removal>()
  /** Left since the last snapshot, so the counts know. */
  const counted = new Set<string>()
  let marks = new Map<string, Marks>()
  /** Everything at or below these offsets is marked so. */
  let floors: Floors = { seen: 0, read: 0 }
  let isShared = false
  let senders = new Map<string, Sender>()
  let total = 0
  let unseen = 0
  let unread = 0
  let cursor: string | undefined
  let isShort = false
  let status: InboxStatus = { phase: 'loading' }
  let frozen: InboxSnapshot | undefined
  let received: InboxItem[] = []
  let rest: News['rest'][number][] = []
  let isDoubtful = false

  const held = (): InboxItem[] => rows.slice(start)
  const find = (itemId: string): InboxItem | undefined => known.get(itemId)
  const marksNow = (item: InboxItem): Marks => marksIn(marks, floors, item)

  /** Counts listed items in (`1`) or out (`-1`), each by its present marks. */
  const count = (items: readonly InboxItem[], by: 1 | -1): void => {
    for (const item of items) {
      if (item.placement !== 'list') continue
      const from = senders.get(item.sender)
      total += by
      if (!isMarked(marksNow(item), 'read')) unread += by
      if (!isMarked(marksNow(item), 'seen') && !from?.muted) unseen += by
    }
  }

  /** What was said may concern items that are listed and not held. */
  const doubt = (): void => {
    isDoubtful = isDoubtful || isShort || !!cursor
  }

  const meet = (itemIds: readonly string[]): InboxItem[] => {
    if (!itemIds.every((itemId) => find(itemId) || counted.has(itemId))) doubt()
    return [...new Set(itemIds)].map(find).filter((item) => !!item)
  }

  const own = (): void => {
    if (isShared) marks = new Map(marks)
    isShared = false
  }

  const hold = ({ item, marks: kinds }: SnapshotItem, mine = item): void => {
    known.set(item.id, mine)
    marks.set(
      item.id,
      kinds.reduce((all, kind) => all | marksOf(kind), 0),
    )
    if (item.placement === 'list') rows.unshift(mine)
  }

  const leave = (items: readonly InboxItem[], reason: Removal): void => {
    const itemIds = items.map(({ id }) => id)
    for (const itemId of itemIds) {
      known.delete(itemId)
      gone.set(itemId, reason)
      counted.add(itemId)
    }
    if (itemIds[0]) rest.push(['removed', { itemIds, reason }])
  }

  const remove = (items: readonly InboxItem[], reason: Removal): void => {
    count(items, -1)
    leave(items, reason)
    rows = held().filter(({ id }) => find(id))
    start = 0
  }

  const mark = (kind: ReceiptKind, items: readonly InboxItem[]): readonly string[] => {
    const changed = items.filter((item) => !isMarked(marksNow(item), kind))
    const read = changed.filter((item) => isMarked(marksOf(kind), 'read') && !isMarked(marksNow(item), 'read'))
    own()
    count(changed, -1)
    for (const item of changed) marks.set(item.id, marksNow(item) | marksOf(kind))
    count(changed, 1)
    if (read[0]) rest.push(['read', { itemIds: read.map(({ id }) => id), all: false }])
    if (kind === 'dismissed') remove(changed, kind)
    return changed.map(({ id }) => id)
  }

  const markAll = (kind: 'seen' | 'read', upTo: number, only?: string): boolean => {
    if (only) {
      doubt()
      return !!mark(
        kind,
        held().filter(({ sender, offset }) => sender === only && offset <= upTo),
      )[0]
    }
    if (upTo <= floors[kind]) return false
    let first = rows.length
    while (first > start && (rows[first - 1] as InboxItem).offset > upTo) first -= 1 // in range
    if (first === start) doubt()
    const newer = rows.slice(first)
    count(newer, -1)
    floors = { ...floors, [kind]: upTo }
    unseen = 0
    if (kind === 'read') {
      unread = 0
      rest.push(['read', { itemIds: [], all: true }])
    }
    count(newer, 1)
    return true
  }

  const rename = (next: Sender): void => {
    const was = senders.get(next.id)
    const theirs = held().filter(({ sender }) => sender === next.id)
    if (!!was?.muted !== next.muted) doubt()
    count(theirs, -1)
    senders = new Map(senders).set(next.id, next)
    count(theirs, 1)
  }

  const add = (item: InboxItem): void => {
    if (find(item.id)) return
    known.set(item.id, item)
    if (item.placement === 'list') rows.push(item)
    count([item], 1)
    received.push(item)
  }

  const settle = (): void => {
    frozen = undefined
    for (; rows.length - start > keep; start += 1) {
      known.delete((rows[start] as InboxItem).id) // in range
      isShort = true
      cursor = undefined
    }
    if (start <= keep) return
    // Now and then, so that nothing grows with what has gone by.
    rows = held()
    start = 0
    known = new Map(rows.map((item) => [item.id, item]))
    marks = new Map([...marks].filter(([itemId]) => find(itemId)))
    gone.clear()
    counted.clear()
  }

  return {
    at: () => at,
    find,
    gone: (itemId) => gone.get(itemId),
    cursor: () => cursor,
    markAll,
    mark: (kind, itemIds) => mark(kind, meet(itemIds)),
    status(next) {
      status = next
      frozen = undefined
    },
    snapshot() {
      const [single, below] = [marks, floors]
      isShared = true
      const facts = { total, unseen, unread, position: at, status, hasMore: isShort || !!cursor }
      frozen = frozen || freeze(facts, rows, start, (item) => marksIn(single, below, item), senders)
      return frozen
    },
    take(changes, to) {
      for (const change of changes) {
        if (change.type === 'added') add(change.item)
        else if ('itemId' in change) remove(meet([change.itemId]), change.type)
        else if ('itemIds' in change) mark(change.kind, meet(change.itemIds))
        else if ('upTo' in change) markAll(change.kind, Math.min(change.upTo, change.offset), change.sender)
        else if ('sender' in change) rename(change.sender)
      }
      at = { epoch: (at as Position).epoch, offset: to } // a snapshot came before
    },
    replace(whole) {
      const old = known
      const isSame = at && at.epoch === whole.epoch
      const met = whole.items.findIndex(({ item }) => find(item.id))
      const seam = met < 0 && !(isShort || cursor) ? Infinity : met
      let oldest = 0
      known = new Map()
      marks = new Map()
      floors = { seen: 0, read: 0 }
      rows = []
      start = 0
      isShared = isShort = false
      counted.clear()
      whole.items.forEach((one, index) => {
        const { item } = one
        const mine = old.get(item.id)
        // Of another epoch offsets say nothing: new is what stands above all that was held.
        const isNews = at && !mine && !gone.has(item.id) && (isSame ? item.offset > at.offset : index < seam)
        if (isNews) received.unshift(item)
        oldest = item.offset
        hold(one, mine && mine.offset === oldest ? mine : item)
        gone.delete(item.id)
      })
      const lost = [...old.values()].filter((item) => {
        if (find(item.id)) return false
        if (!isSame || item.placement === 'list') return !whole.cursor || (isSame && item.offset > oldest)
        known.set(item.id, item)
        return false
      })
      leave(lost, 'withdrawn')
      senders = new Map(whole.senders.map((one) => [one.id, one]))
      ;({ total, unseen, unread } = whole.counts)
      at = { epoch: whole.epoch, offset: whole.offset }
      cursor = whole.cursor
    },
    older(page) {
      const { epoch, offset } = at as Position // a snapshot came before
      const oldest = rows[start]
      // Its marks are newer than the counts, or it is of another life.
      if (epoch !== page.epoch || offset < page.offset) isDoubtful = true
      if (epoch !== page.epoch) return true
      const isNew = ({ id, offset }: InboxItem) => !find(id) && !gone.has(id) && !(oldest && offset > oldest.offset)
      const found = page.items.filter(({ item }) => isNew(item))
      rows = held()
      start = 0
      own()
      for (const one of found) hold(one)
      keep = Math.max(keep, rows.length)
      cursor = page.cursor
      isShort = false
      frozen = undefined
      return !!found[0]
    },
    news() {
      settle()
      const news = { received: received.filter(({ id }) => !gone.has(id)), rest, isDoubtful }
      received = []
      rest = []
      isDoubtful = false
      return news
    },
  }
}
