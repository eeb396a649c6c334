import type { Undo } from '@minibell/ports'
import { decodeChanges, decodeReceiptsAnswer, type ReceiptKind } from '@minibell/protocol'
import { MinibellError } from './error.ts'
import { createEvents } from './events.ts'
import type { InboxHost } from './host.ts'
import type { Inbox, InboxEvents } from './inbox.ts'
import type { Outbox } from './receipts/outbox.ts'
import { createQueue, type Happened } from './receipts/queue.ts'
import { createOpen } from './route/open.ts'
import type { Router } from './route/router.ts'
import type { InboxSession } from './session.ts'
import type { InboxStatus } from './snapshot.ts'
import { createStore, type News } from './store/store.ts'
import { createCalls } from './sync/calls.ts'
import { type Following, follow } from './sync/follow.ts'
import { createPages } from './sync/pages.ts'
import type { Transport } from './transports/transport.ts'

export interface InboxOptions<Host extends InboxHost> {
  readonly host: Host
  readonly session: InboxSession
  /** In order of preference; the next is tried after two failures in a row. */
  readonly transports: readonly Transport<NoInfer<Host>>[]
  /** Keeps receipts over reloads. Absent: they wait in memory. */
  readonly outbox?: Outbox
  /** Absent: `open` marks read and goes nowhere. */
  readonly router?: Router
  /** Listed items held in memory; default 1,000. Older ones come by `history`. */
  readonly keep?: number
}

/** An inbox that does nothing until `start`. */
export function createInbox<Host extends InboxHost>(options: InboxOptions<Host>): Inbox {
  const { host, session, transports } = options
  const { person, scope = { kind: 'host' } } = session
  const store = createStore(options.keep ?? 1000)
  const calls = createCalls(host, session)
  const pages = createPages(calls, store)
  const queue = createQueue(host, options.outbox, `${person}/${scope.kind === 'host' ? '' : scope.sender}`)
  const { on, emit } = createEvents(host.report)
  let skew = 0
  let following: Following | undefined
  let stop: Undo | undefined
  let paging: Promise<void> | undefined

  const publish = ({ received, removed, read, readAll, doubtful }: News): void => {
    emit('changed')
    for (const { id } of received) tell({ kind: 'delivered', itemId: id })
    if (received[0]) emit('received', received)
    for (const reason of ['withdrawn', 'expired', 'dismissed'] as const) {
      const itemIds = removed[reason]
      if (itemIds[0]) emit('removed', { itemIds, reason })
    }
    if (readAll || read[0]) emit('read', { itemIds: readAll ? [] : read, all: readAll })
    if (doubtful) following?.pull('snapshot')
  }

  const tell = (happened: Happened): void => {
    queue.add(happened)
    following?.flush(happened.kind !== 'delivered' ? 50 : queue.waiting().length < 50 ? 1000 : 0)
  }

  const mark = (kind: ReceiptKind, itemIds: readonly string[]): void => {
    const changed = store.mark(kind, itemIds.filter(store.find))
    for (const itemId of changed) tell({ kind, itemId })
    if (changed[0]) publish(store.news())
  }

  const flush = async (): Promise<void> => {
    for (let receipts = await queue.batch(); receipts[0]; receipts = await queue.batch()) {
      const body = { deviceId: queue.deviceId(), receipts }
      const { accepted, refused } = await calls.call('/receipts', decodeReceiptsAnswer, body)
      if (!accepted[0] && !refused[0]) throw new MinibellError('unanswered', 'The platform passed over every receipt.')
      accepted.forEach(queue.settle)
      for (const refusal of refused) {
        queue.settle(refusal.receiptId)
        const receipt = receipts.find(({ receiptId }) => receiptId === refusal.receiptId)
        if (receipt) emit('refused', { receipt, refusal })
      }
      // What was shown too early is taken back by the platform's own word.
      if (refused[0]) following?.pull('snapshot')
    }
  }

  const reload = async (lost: InboxEvents['resync']['lost']): Promise<void> => {
    const whole = await pages.whole()
    const at = store.at()
    const anew = at && at.epoch !== whole.epoch
    if (at && (anew ? whole.epoch < at.epoch : whole.offset < at.offset))
      throw new MinibellError('stale', `The snapshot is of ${whole.epoch}:${whole.offset}, older than what is here.`)
    store.replace(whole)
    const news = store.news()
    for (const one of queue.waiting()) {
      if ('all' in one) store.markAll({ kind: one.kind, ...one.all })
      else store.mark(one.kind, [one.itemId])
    }
    store.news()
    for (const { item, marks } of whole.items) if (!marks[0]) tell({ kind: 'delivered', itemId: item.id })
    serverAt(whole.serverAt)
    publish(news)
    if (lost || anew) emit('resync', lost ? { lost } : {})
  }

  const status = (next: InboxStatus): void => {
    if (next.phase === store.snapshot().status.phase) return
    store.status(next)
    emit('changed')
  }

  const serverAt = (at: number): void => {
    const was = skew
    skew = at - host.clock.now()
    if (Math.abs(skew - was) < 1000) return
    store.status(store.snapshot().status)
    emit('changed')
  }

  const begin = (): Undo => {
    let over = false
    queue.restore().then(() => {
      if (over) return
      following = follow({
        host,
        transports,
        calls,
        deviceId: queue.deviceId,
        at: store.at,
        changes: ({ epoch, offset }) =>
          calls.call(`/changes?epoch=${encodeURIComponent(epoch)}&after=${offset}&max=1000`, decodeChanges),
        take(changes, to) {
          store.take(changes, to)
          publish(store.news())
        },
        reload,
        flush,
        status,
        serverAt,
      })
    })
    return () => {
      if (over) return
      over = true
      following?.stop()
      stop = following = undefined
      status({ phase: 'offline' })
    }
  }

  const open = createOpen(store, options.router, (kind, item, sender) => {
    mark(kind, [item.id])
    if (sender) calls.call('/uses', Object, { sender }).catch(() => {})
  })

  const older = async (): Promise<void> => {
    try {
      await pages.older()
    } finally {
      paging = undefined
      store.news()
      emit('changed')
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
      const upTo = store.snapshot().at(0)?.offset || 0
      const all = sender ? { upTo, sender } : { upTo }
      if (!store.markAll({ kind, ...all })) return
      tell({ kind, all })
      publish(store.news())
    },
    async open(itemId) {
      const outcome = await open(itemId)
      emit('opened', outcome)
      return outcome
    },
    history() {
      paging = paging || older()
      return paging
    },
    retry: () => following?.wake(),
    start() {
      stop = stop || begin()
      return stop
    },
  }
}
