import type { Undo } from '@minibell/ports'
import { decodeSnapshot, type ReceiptKind } from '@minibell/protocol'
import { createEvents } from './events.ts'
import type { InboxHost } from './host.ts'
import type { Inbox, OpenOutcome } from './inbox.ts'
import type { Core } from './part.ts'
import type { Outbox } from './receipts/outbox.ts'
import type { Happened } from './receipts/waiting.ts'
import type { Router } from './route/router.ts'
import type { InboxSession } from './session.ts'
import type { InboxStatus } from './snapshot.ts'
import { createStore, type News } from './store/store.ts'
import { createCalls } from './sync/calls.ts'
import { type Following, follow } from './sync/follow.ts'
import type { Transport } from './transports/transport.ts'

/** Parts that are not passed in are not in the bundle. */
export interface InboxOptions<Host> {
  readonly host: InboxHost & Host
  readonly session: InboxSession
  /** In order of preference; the next is tried after two failures in a row. */
  readonly transports: readonly Transport<Host>[]
  /** Tells the platform what became of items. Absent: marks are of this inbox alone, until its next snapshot. */
  readonly outbox?: Outbox
  /** Absent: `open` marks read and goes nowhere. */
  readonly router?: Router
  /** Listed items held in memory; default 1,000. Older ones come by `history`. */
  readonly keep?: number
}

/** An inbox that does nothing until `start`. */
export function createInbox<Host>(options: InboxOptions<Host>): Inbox {
  const { host, session, transports, keep = 1000 } = options
  const { person, scope = { kind: 'host' } } = session
  const { clock } = host
  const store = createStore(keep)
  const calls = createCalls(host, session)
  const { on, emit } = createEvents(host.report)
  let skew = 0
  let following: Following | undefined
  let stop: Undo | undefined
  let paging: Promise<void> | undefined

  const publish = ({ received, rest, isDoubtful }: News): void => {
    emit('changed')
    if (received[0]) emit('received', received)
    for (const [name, event] of rest) emit(name, event)
    if (isDoubtful) pull('snapshot')
  }

  const pull = (what: 'snapshot'): void => {
    if (following) following.pull(what)
  }

  const tell = (happened: Happened): void => {
    if (receipts) receipts.add(happened)
  }

  const mark = (kind: ReceiptKind, itemIds: readonly string[]): void => {
    for (const itemId of store.mark(kind, itemIds)) tell({ kind, itemId })
    publish(store.news())
  }

  const say = (status: InboxStatus): void => {
    store.status(status)
    emit('changed')
  }

  const status = (next: InboxStatus): void => {
    if (next.phase !== store.snapshot().status.phase) say(next)
  }

  const serverAt = (at: number): void => {
    const before = skew
    skew = at - clock.now()
    if (Math.abs(skew - before) >= 1000) say(store.snapshot().status)
  }

  const core: Core = {
    host,
    name: `${person}/${scope.kind === 'host' ? '' : scope.sender}`,
    store,
    call: calls.call,
    on,
    emit,
    mark,
    pull,
    work() {
      if (following) following.work()
    },
  }
  const receipts = options.outbox && options.outbox(core)
  const route = options.router && options.router(core)

  const begin = (): Undo => {
    let isOver = false
    const run = async (): Promise<void> => {
      if (receipts) await receipts.restore()
      if (!isOver) following = follow({ host, transports, calls, store, receipts, emit, publish, status, serverAt })
    }
    run()
    return () => {
      if (isOver) return
      isOver = true
      if (following) following.stop()
      if (receipts) receipts.stop()
      stop = following = undefined
      status({ phase: 'offline' })
    }
  }

  const show = (itemId: string): OpenOutcome => {
    const item = store.find(itemId)
    mark('read', [itemId])
    return item ? { outcome: 'shown', item } : { outcome: 'gone', itemId, reason: 'unknown' }
  }

  /** Page by page until one brings something: after items were dropped the pages start anew. */
  const older = async (): Promise<void> => {
    try {
      for (let found = false; !found && store.snapshot().hasMore; ) {
        const cursor = store.cursor()
        const from = cursor && `&cursor=${encodeURIComponent(cursor)}`
        const page = await calls.call(`/snapshot?max=50${from}`, decodeSnapshot)
        // A snapshot that was taken meanwhile has a cursor of its own.
        found = cursor === store.cursor() && store.older(page)
      }
    } finally {
      const news = store.news()
      paging = undefined
      // What waits is in the counts and not in the page.
      publish({ ...news, isDoubtful: news.isDoubtful || (!!receipts && receipts.isWaiting()) })
    }
  }

  return {
    scope,
    clock: { now: () => clock.now() + skew },
    getSnapshot: store.snapshot,
    subscribe: (listener) => on('changed', listener),
    on,
    find: store.find,
    markSeen: (itemIds) => mark('seen', itemIds),
    markRead: (itemIds) => mark('read', itemIds),
    dismiss: (itemIds) => mark('dismissed', itemIds),
    markAll(kind, only = {}) {
      const { position, at } = store.snapshot()
      const newest = at(0)
      if (!position || !newest || !store.markAll(kind, newest.offset, only.sender)) return
      tell({ kind, all: { upTo: newest.offset, ...only }, epoch: position.epoch })
      publish(store.news())
    },
    async open(itemId) {
      const outcome = await (route || show)(itemId)
      emit('opened', outcome)
      return outcome
    },
    history() {
      paging = paging || older()
      return paging
    },
    retry() {
      if (following) following.wake()
    },
    start() {
      stop = stop || begin()
      return stop
    },
  }
}
