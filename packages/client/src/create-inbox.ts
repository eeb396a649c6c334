import type { Undo } from '@minibell/ports'
import { decodeSnapshot, type ReceiptKind } from '@minibell/protocol'
import { createEvents } from './events.ts'
import type { InboxHost } from './host.ts'
import type { Inbox, OpenOutcome } from './inbox.ts'
import type { Outbox } from './receipts/outbox.ts'
import { createQueue, type Happened } from './receipts/queue.ts'
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
  /** Keeps receipts over reloads. Absent: they wait in memory. */
  readonly outbox?: Outbox
  /** Absent: `open` marks read and goes nowhere. */
  readonly router?: Router
  /** Listed items held in memory; default 1,000. Older ones come by `history`. */
  readonly keep?: number
}

/** An inbox that does nothing until `start`. */
export function createInbox<Host>(options: InboxOptions<Host>): Inbox {
  const { host, session, transports, router, keep = 1000 } = options
  const { person, scope = { kind: 'host' } } = session
  const store = createStore(keep)
  const calls = createCalls(host, session)
  const queue = createQueue(host, options.outbox, `${person}/${scope.kind === 'host' ? '' : scope.sender}`)
  const { on, emit } = createEvents(host.report)
  let skew = 0
  let following: Following | undefined
  let stop: Undo | undefined
  let paging: Promise<void> | undefined

  const publish = ({ received, rest, isDoubtful }: News): void => {
    emit('changed')
    for (const { id } of received) tell({ kind: 'delivered', itemId: id })
    if (received[0]) emit('received', received)
    for (const [name, event] of rest) emit(name, event)
    if (isDoubtful && following) following.pull('snapshot')
  }

  const tell = (happened: Happened): void => {
    queue.add(happened)
    if (following) following.flush()
  }

  const mark = (kind: ReceiptKind, itemIds: readonly string[]): void => {
    const changed = store.mark(kind, itemIds)
    for (const itemId of changed) tell({ kind, itemId })
    publish(store.news())
  }

  const status = (next: InboxStatus): void => {
    if (next.phase === store.snapshot().status.phase) return
    store.status(next)
    emit('changed')
  }

  const serverAt = (at: number): void => {
    const before = skew
    skew = at - host.clock.now()
    if (Math.abs(skew - before) < 1000) return
    store.status(store.snapshot().status)
    emit('changed')
  }

  const begin = (): Undo => {
    let isOver = false
    queue.restore().then(() => {
      if (!isOver) following = follow({ host, transports, calls, store, queue, emit, publish, status, serverAt })
    })
    return () => {
      if (isOver) return
      isOver = true
      if (following) following.stop()
      stop = following = undefined
      status({ phase: 'offline' })
    }
  }

  const outcomeOf = async (itemId: string): Promise<OpenOutcome> => {
    const item = store.find(itemId)
    const reason = store.gone(itemId)
    if (!item) return { outcome: 'gone', itemId, reason: !reason || reason === 'dismissed' ? 'unknown' : reason }
    if (store.snapshot().sender(item.sender).status === 'removed') return { outcome: 'gone', itemId, reason: 'removed' }
    const jump = 'jump' in item.message && item.message.jump
    return router && jump && jump.kind === 'page' ? router(item, jump) : { outcome: 'shown', item }
  }

  /** Page by page until one brings something: after items were dropped the pages start anew. */
  const older = async (): Promise<void> => {
    try {
      for (let found = false; !found && store.snapshot().hasMore; ) {
        const cursor = store.cursor()
        const page = await calls.call(
          `/snapshot?max=50${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
          decodeSnapshot,
        )
        // A snapshot that was taken meanwhile has a cursor of its own.
        found = cursor === store.cursor() && store.older(page)
      }
    } finally {
      const news = store.news()
      paging = undefined
      // What waits is in the counts and not in the page.
      publish({ ...news, isDoubtful: news.isDoubtful || !!queue.waiting()[0] })
    }
  }

  return {
    scope,
    clock: { now: () => host.clock.now() + skew },
    getSnapshot: store.snapshot,
    subscribe: (listener) => on('changed', listener),
    on,
    find: store.find,
    markSeen: (itemIds) => mark('seen', itemIds),
    markRead: (itemIds) => mark('read', itemIds),
    dismiss: (itemIds) => mark('dismissed', itemIds),
    markAll(kind, { sender } = {}) {
      const newest = store.snapshot().at(0)
      const at = store.at()
      if (!at || !newest || !store.markAll(kind, newest.offset, sender)) return
      const { offset: upTo } = newest
      tell({ kind, all: sender ? { upTo, sender } : { upTo }, epoch: at.epoch })
      publish(store.news())
    },
    async open(itemId) {
      const outcome = await outcomeOf(itemId)
      if (outcome.outcome === 'shown') mark('read', [itemId])
      if (outcome.outcome === 'opened') {
        mark('opened', [itemId])
        calls.call('/uses', Object, { sender: outcome.jump.sender }).catch(() => {})
      }
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
