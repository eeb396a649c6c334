import type { Undo } from '@minibell/ports'
import type { ReceiptKind } from '@minibell/protocol'
import type { Cache } from './cache/cache.ts'
import { createEvents } from './events.ts'
import type { History } from './history.ts'
import type { InboxHost } from './host.ts'
import type { Inbox, OpenOutcome } from './inbox.ts'
import type { PreferencesPart } from './preferences/preferences.ts'
import type { Outbox } from './receipts/outbox.ts'
import type { Happened } from './receipts/waiting.ts'
import type { Router } from './route/router.ts'
import type { InboxSession } from './session.ts'
import { createStore } from './store/store.ts'
import { createCalls } from './sync/calls.ts'
import { type Followed, follow } from './sync/follow.ts'
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
  /** Absent: the inbox has no `preferences`. */
  readonly preferences?: PreferencesPart
  /** Absent: what is held is all that is shown. */
  readonly history?: History
  /** Absent: nothing is on screen before the platform answers. */
  readonly cache?: Cache
  /** Listed items in a snapshot; default 1,000; memory holds twice as many at most. Older ones come by `history`. */
  readonly keep?: number
}

/** An inbox that does nothing until `start`. */
export function createInbox<Host>(options: InboxOptions<Host>): Inbox {
  const { host, session, transports, cache, history, outbox, preferences, router, keep = 1000 } = options
  const { scope = { kind: 'host' } } = session
  const { clock, timers } = host
  const store = createStore(keep, !!history)
  const calls = createCalls(host, session)
  const { on, emit } = createEvents(host.report)
  let skew = 0
  let stop: Undo | undefined
  let frame: Undo | undefined
  let told = 0

  /** Eight a frame are told at once, of a burst the rest when the frame is over: so it is few drawings. */
  const changed = (): void => {
    told += 1
    if (told <= 8) emit('changed')
    frame = frame || timers.after(16, settle)
  }

  const settle = (): void => {
    if (frame) frame()
    frame = undefined
    if (told > 8) emit('changed')
    told = 0
  }

  const publish = (news = store.news()): void => {
    changed()
    for (const [name, event] of news.told) emit(name, event)
    if (news.isDoubtful) following.pull('snapshot')
  }

  const tell = (happened: Happened): void => {
    if (receipts) receipts.add(happened)
  }

  const mark = (kind: ReceiptKind, itemIds: readonly string[]): void => {
    for (const itemId of store.mark(kind, itemIds)) tell({ kind, itemId })
    publish()
  }

  const core: Followed<Host> = {
    host,
    transports,
    session,
    store,
    calls,
    on,
    emit,
    changed,
    mark,
    publish,
    isWaiting: () => !!receipts && receipts.isWaiting(),
    isSettled: () => following.isSettled(),
    skew: () => skew,
    work: () => following.work(),
    pull: (what) => following.pull(what),
    adopt(whole) {
      // What waits is marked here and not in the counts that come.
      if (core.isWaiting()) store.distrust()
      if (receipts) receipts.renew(whole)
      store.replace(whole)
      if (receipts) receipts.replay(whole)
      // What waits was told when it happened.
      publish({ told: store.news().told.filter(([name]) => name === 'received'), isDoubtful: false })
    },
    serverAt(at) {
      const before = skew
      skew = at - clock.now()
      if (Math.abs(skew - before) >= 1000) publish()
    },
  }
  const receipts = outbox && outbox(core)
  const cached = cache && cache(core)
  const following = follow(core, receipts)

  const begin = async (mine: Undo): Promise<void> => {
    const isNew = !store.at()
    const loaded = cached && cached.load()
    if (receipts) await receipts.restore()
    const kept = await loaded
    if (stop !== mine) return
    if (kept && isNew) {
      core.serverAt(clock.now() + kept.skew)
      core.adopt(kept)
    }
    following.start(isNew && kept && kept.isDoubtful)
  }

  const show = (itemId: string): OpenOutcome => {
    const item = store.find(itemId)
    mark('read', [itemId])
    return item ? { outcome: 'shown', item } : { outcome: 'gone', itemId, reason: 'unknown' }
  }
  const openItem = router ? router(core) : show

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
      const { id, offset, sentAt } = newest
      tell({ kind, all: { upTo: offset, ...only }, epoch: position.epoch, newest: { id, sentAt } })
      publish()
    },
    async open(itemId) {
      const outcome = await openItem(itemId)
      emit('opened', outcome)
      return outcome
    },
    history: history ? history(core) : async () => {},
    preferences: preferences && preferences(core),
    retry: following.wake,
    async signOut() {
      const purged = [receipts && receipts.purge(), cached && cached.purge()]
      if (stop) stop()
      store.clear()
      publish()
      settle()
      await Promise.all(purged)
    },
    start() {
      if (stop) return stop
      const mine = (): void => {
        if (stop !== mine) return
        stop = undefined
        following.stop()
        settle()
        if (receipts) receipts.stop()
        if (cached) cached.stop()
      }
      stop = mine
      begin(mine)
      return mine
    },
  }
}
