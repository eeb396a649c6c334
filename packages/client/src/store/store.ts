import {
  type Change,
  type InboxItem,
  type Marks,
  marksOf,
  type Position,
  type ReceiptKind,
  type Sender,
  type Snapshot,
} from '@minibell/protocol'
import type { InboxEvents } from '../inbox.ts'
import type { InboxSnapshot, InboxStatus } from '../snapshot.ts'
import { freeze, lacks, read, seen } from './freeze.ts'

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
  /** The whole now in place of what was held; what is the same stays the same object. `most`: items to hold from now on, at least. */
  replace(whole: Snapshot, most?: number): void
  /** Of the page below what is held; `''`: from the newest on, as some left memory; `undefined`: there is none. */
  cursor(): string | undefined
  /** The ids whose marks changed. */
  mark(kind: ReceiptKind, itemIds: readonly string[]): readonly string[]
  /** False when nothing changed. */
  markAll(kind: 'seen' | 'read', upTo: number, sender?: string): boolean
  /** Ends the step: takes away what it has to tell. */
  news(): News
}

/** At most `keep` listed items; `hasHistory`: a snapshot may say that there are more. */
export function createStore(keep: number, hasHistory = true): Store {
  let at: Position | undefined
  let rows: InboxItem[] = []
  let known = new Map<string, InboxItem>()
  const gone = new Map<string, Removal>()
  /** Left since the last snapshot, so the counts know. */
  const counted = new Set<string>()
  let marks = new Map<string, Marks>()
  let isShared = false
  let senders = new Map<string, Sender>()
  let total = 0
  let unseen = 0
  let unread = 0
  let cursor: string | undefined
  let status: InboxStatus = { phase: 'loading' }
  let frozen: InboxSnapshot | undefined
  let received: InboxItem[] = []
  let rest: News['rest'][number][] = []
  let isDoubtful = false

  const find = (itemId: string): InboxItem | undefined => known.get(itemId)

  /** Counts listed items in (`1`) or out (`-1`), each by its present marks. */
  const count = (items: readonly InboxItem[], by: 1 | -1): void => {
    for (const item of items) {
      if (item.placement !== 'list') continue
      const from = senders.get(item.sender)
      total += by
      if (lacks(marks, item, read)) unread += by
      if (lacks(marks, item, seen) && !(from && from.muted)) unseen += by
    }
  }

  /** What was said may concern items that are listed and not held. */
  const doubt = (): void => {
    isDoubtful = isDoubtful || cursor !== undefined
  }

  const meet = (itemIds: readonly string[]): InboxItem[] => {
    if (!itemIds.every((itemId) => find(itemId) || counted.has(itemId))) doubt()
    return [...new Set(itemIds)].map(find).filter((item) => !!item)
  }

  const remove = (items: readonly InboxItem[], reason: Removal): void => {
    const itemIds = idsOf(items)
    count(items, -1)
    for (const itemId of itemIds) {
      known.delete(itemId)
      gone.set(itemId, reason)
      counted.add(itemId)
    }
    if (itemIds[0]) rest.push(['removed', { itemIds, reason }])
    rows = rows.filter(({ id }) => find(id))
    received = received.filter(({ id }) => find(id))
  }

  /** The ids whose marks changed. */
  const mark = (kind: ReceiptKind, items: readonly InboxItem[], isTold = true): readonly string[] => {
    const bits = marksOf(kind)
    const changed = items.filter((item) => lacks(marks, item, bits))
    const itemIds = idsOf(changed.filter((item) => lacks(marks, item, bits & read & ~seen)))
    if (isShared) marks = new Map(marks)
    isShared = false
    count(changed, -1)
    for (const { id } of changed) marks.set(id, (marks.get(id) || 0) | bits)
    count(changed, 1)
    if (isTold && itemIds[0]) rest.push(['read', { itemIds, all: false }])
    if (kind === 'dismissed') remove(changed, kind)
    return idsOf(changed)
  }

  const markAll = (kind: 'seen' | 'read', upTo: number, only?: string): boolean => {
    const before = unseen + unread
    const meant = [...known.values()].filter(({ sender, offset }) => offset <= upTo && (!only || sender === only))
    const changed = mark(kind, meant, !!only)
    const [oldest] = rows
    if (only || !oldest || oldest.offset > upTo) doubt()
    if (!only) {
      // What is not held is older.
      const newer = rows.filter(({ offset }) => offset > upTo)
      count(newer, -1)
      unseen = 0
      if (kind === 'read') unread = 0
      count(newer, 1)
    }
    const isNews = !!changed[0] || before > unseen + unread
    if (isNews && !only && kind === 'read') rest.push(['read', { itemIds: [], all: true }])
    return isNews
  }

  const rename = (next: Sender): void => {
    const was = senders.get(next.id)
    const theirs = rows.filter(({ sender }) => sender === next.id)
    if ((!!was && was.muted) !== next.muted) doubt()
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
      isShared = true
      const facts = { total, unseen, unread, position: at, status, hasMore: hasHistory && cursor !== undefined }
      frozen = frozen || freeze(facts, rows, keep, marks, senders)
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
    replace(whole, most = 0) {
      const { epoch, offset, items } = whole
      const old = known
      const isSame = at && at.epoch === epoch
      let isAbove = cursor === undefined || items.some(({ item }) => find(item.id))
      let oldest = 0
      keep = Math.max(keep, most)
      frozen = undefined
      known = new Map()
      marks = new Map()
      isShared = false
      rows = []
      for (const { item, marks: kinds } of items) {
        const { id } = item
        const mine = old.get(id)
        oldest = item.offset
        // Of another epoch offsets say nothing: new is what stands above all that was held.
        isAbove = isAbove && !mine
        if (at && !mine && !gone.has(id) && (isSame ? oldest > at.offset : isAbove)) received.unshift(item)
        known.set(id, (isSame && mine) || item)
        marks.set(
          id,
          kinds.reduce((all, kind) => all | marksOf(kind), 0),
        )
        if (item.placement === 'list') rows.unshift((isSame && mine) || item)
        gone.delete(id)
      }
      const lost = [...old.values()].filter((item) => {
        if (find(item.id)) return false
        if (!isSame || item.placement === 'list') return !whole.cursor || (isSame && item.offset > oldest)
        known.set(item.id, item)
        return false
      })
      remove(lost, 'withdrawn')
      counted.clear()
      senders = new Map(whole.senders.map((one) => [one.id, one]))
      ;({ total, unseen, unread } = whole.counts)
      at = { epoch, offset }
      cursor = whole.cursor
    },
    news() {
      frozen = undefined
      if (rows.length > keep) cursor = ''
      if (rows.length > 2 * keep) {
        // Now and then, so that nothing grows with what has gone by.
        rows = rows.slice(-keep)
        known = new Map(rows.map((item) => [item.id, item]))
        marks = new Map([...marks].filter(([itemId]) => find(itemId)))
        gone.clear()
      }
      const news = { received, rest, isDoubtful }
      received = []
      rest = []
      isDoubtful = false
      return news
    },
  }
}

function idsOf(items: readonly InboxItem[]): string[] {
  return items.map(({ id }) => id)
}
