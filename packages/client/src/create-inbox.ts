import type { Undo } from '@minibell/ports'
import type { Cache } from './cache/cache.ts'
import { createEvents } from './events.ts'
import type { History } from './history.ts'
import type { InboxHost } from './host.ts'
import type { Inbox } from './inbox.ts'
import type { Base } from './part.ts'
import type { PreferencesPart } from './preferences/preferences.ts'
import type { Pushes } from './pushes.ts'
import type { Outbox } from './receipts/outbox.ts'
import type { Router } from './route/router.ts'
import type { InboxSession } from './session.ts'
import { createStore } from './store/store.ts'
import { createCalls } from './sync/calls.ts'
import { follow } from './sync/follow.ts'
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
  /** Absent: whatever `ingest` is given is a hint that there may be news. */
  readonly pushes?: Pushes
  /** Listed items in a snapshot; default 1,000; memory holds twice as many at most. Older ones come by `history`. */
  readonly keep?: number
}

/** An inbox that does nothing until `start`. */
export function createInbox<Host>(options: InboxOptions<Host>): Inbox {
  const { host, session, transports, cache, history, outbox, preferences, pushes, router, keep = 1000 } = options
  const { scope = { kind: 'host' } } = session
  const { clock, timers } = host
  const store = createStore(keep, !!history)
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

  /** Of a whole `only` what is received: what waits was told when it happened, and is no doubt. */
  const publish = (only?: 'received'): void => {
    const { told, isDoubtful } = store.news()
    changed()
    for (const [name, event] of told) if (!only || name === only) emit(name, event)
    if (isDoubtful && !only) core.pull('snapshot')
  }

  const base: Base = {
    host,
    session,
    store,
    calls: createCalls(host, session),
    on,
    emit,
    changed,
    publish,
    mark(kind, itemIds) {
      for (const itemId of store.mark(kind, itemIds)) core.owe({ kind, itemId })
      publish()
    },
    skew: () => skew,
    serverAt(at) {
      const before = skew
      skew = at - clock.now()
      if (Math.abs(skew - before) >= 1000) publish()
    },
    adopt(whole) {
      store.refill(whole)
      publish('received')
    },
    async open(itemId) {
      const item = store.find(itemId)
      core.mark('read', [itemId])
      return item ? { outcome: 'shown', item } : { outcome: 'gone', itemId, reason: 'unknown' }
    },
    history: nothing,
    ingest: () => core.pull(),
    load: nothing,
    purge: nothing,
    flush: nothing,
    quit() {},
    owe() {},
    isWaiting: () => false,
    deviceId: () => '-',
  }
  const core = Object.assign(base, follow(base, host, transports))
  for (const part of [history, outbox, cache, router, preferences, pushes]) if (part) part(core)

  const begin = async (mine: Undo): Promise<void> => {
    await core.load()
    if (stop === mine) core.start()
  }

  return {
    scope,
    clock: { now: () => clock.now() + skew },
    getSnapshot: store.snapshot,
    subscribe: (listener) => on('changed', listener),
    on,
    find: store.find,
    markSeen: (itemIds) => core.mark('seen', itemIds),
    markRead: (itemIds) => core.mark('read', itemIds),
    dismiss: (itemIds) => core.mark('dismissed', itemIds),
    markAll(kind, only = {}) {
      const { position, at } = store.snapshot()
      const newest = at(0)
      if (!position || !newest || !store.markAll(kind, newest.offset, only.sender)) return
      core.owe({ kind, all: { upTo: newest.offset, ...only }, epoch: position.epoch, newest })
      publish()
    },
    async open(itemId) {
      const outcome = await core.open(itemId)
      emit('opened', outcome)
      return outcome
    },
    history: () => core.history(),
    preferences: core.preferences,
    retry: core.wake,
    ingest: (payload) => core.ingest(payload),
    async signOut() {
      const purged = core.purge()
      if (stop) stop()
      store.clear()
      publish()
      settle()
      await purged
    },
    start() {
      if (stop) return stop
      const mine = (): void => {
        if (stop !== mine) return
        stop = undefined
        core.stop()
        settle()
        core.quit()
      }
      stop = mine
      begin(mine)
      return mine
    },
  }
}

const nothing = async (): Promise<void> => {}
