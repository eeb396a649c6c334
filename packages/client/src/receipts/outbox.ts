import type { Storage } from '@minibell/ports'
import { decodeReceiptsAnswer, type Receipt, type Snapshot } from '@minibell/protocol'
import type { Core } from '../part.ts'
import { createShelf } from './shelf.ts'
import { carriedOver, type Happened, isWeaker, keyOf, type Newest, type Waiting } from './waiting.ts'

/** Tells the platform what became of items; made by `outbox`. */
export type Outbox = (core: Core) => Receipts

/** Receipts that wait for the platform's word, the stronger in place of the weaker. */
export interface Receipts {
  deviceId(): string
  /** Brings back what earlier runs left. Never rejects: a storage that fails is reported. */
  restore(): Promise<void>
  add(happened: Happened): void
  isWaiting(): boolean
  /** Before a snapshot of a new life is taken: what was said of all is said of the same items there, as far as its page tells. */
  renew(whole: Snapshot): void
  /** Marks what waits in a snapshot that does not know of it, and says what it delivered. */
  replay(whole: Snapshot): void
  /** Sends at most 200 and waits for the answer. */
  flush(): Promise<void>
  /** Sends nothing by itself until something is added again. */
  stop(): void
  /** Forgets what waits, also on the storage, for the person in all scopes. Never rejects. */
  purge(): Promise<void>
}

/** Sends receipts within half a second and until they are acknowledged. With a storage they outlive a reload, and so does the device's id. */
export function outbox(storage?: Storage, options: { readonly deviceId?: string } = {}): Outbox {
  return ({ host, session, store, calls, on, emit, work, pull }) => {
    const { timers } = host
    const queue = new Map<string, Waiting>()
    const run = host.clock.now().toString(36) + host.random().toString(36).slice(1)
    const shelf = storage && createShelf(storage, host, session)
    let deviceId = options.deviceId || run
    let count = 0
    let flushing: (() => void) | undefined

    const save = (receiptId: string, one?: Waiting): void => {
      if (shelf) shelf.save(receiptId, one)
    }

    const settle = (receiptId: string): void => {
      for (const [key, one] of queue) if (one.receiptId === receiptId) queue.delete(key)
      save(receiptId)
    }

    const add = (happened: Happened): void => {
      count += 1
      const next = { ...happened, receiptId: `${run}.${count}`, at: timers.elapsed() }
      const key = keyOf(next)
      const last = queue.get(key)
      if (last && isWeaker(next, last)) return
      queue.delete(key)
      queue.set(key, next)
      if (last) save(last.receiptId)
      // Nobody misses "delivered" after a reload: the snapshot says who lacks it.
      if (next.kind !== 'delivered') save(next.receiptId, next)
      flushing =
        flushing ||
        timers.after(500, () => {
          flushing = undefined
          work()
        })
    }

    /** As they are sent. */
    const batch = (): readonly Receipt[] =>
      [...queue.values()].slice(0, 200).map(({ at, newest, ...receipt }: Waiting & { readonly newest?: Newest }) => ({
        ...receipt,
        ...(newest && { newest: newest.id }),
        agoMs: Math.max(0, Math.round(timers.elapsed() - at)),
      }))

    on('received', (items) => {
      for (const { id } of items) add({ kind: 'delivered', itemId: id })
    })

    return {
      add,
      deviceId: () => deviceId,
      isWaiting: () => queue.size > 0,
      async restore() {
        if (!shelf) return
        const known = await shelf.load(deviceId, (one) => {
          const key = keyOf(one)
          const last = queue.get(key)
          if (last && last.receiptId === one.receiptId) return
          const isStronger = !last || isWeaker(last, one)
          if (isStronger) queue.set(key, one)
          // Of two that a failing storage left the weaker is in the way.
          const out = isStronger ? last : one
          if (out) save(out.receiptId)
        })
        deviceId = options.deviceId || known
      },
      renew(whole) {
        for (const [key, one] of [...queue]) {
          if (!('all' in one) || one.epoch >= whole.epoch) continue
          const next = carriedOver(one, whole)
          // Where the page does not reach down to it, the platform has to find it.
          if (!next) continue
          queue.set(key, next)
          save(next.receiptId, next)
        }
      },
      replay(whole) {
        for (const one of queue.values())
          if (!('all' in one)) store.mark(one.kind, [one.itemId])
          // What was kept on the device may be older than the receipt.
          else if (one.epoch === whole.epoch) store.markAll(one.kind, one.all.upTo, one.all.sender)
        for (const { item, marks } of whole.items) if (!marks[0]) add({ kind: 'delivered', itemId: item.id })
      },
      async flush() {
        const receipts = batch()
        if (shelf) await shelf.stored()
        if (!receipts[0]) return
        const { accepted, refused } = await calls
          .call('/receipts', decodeReceiptsAnswer, { deviceId, receipts })
          .catch((error) => {
            // A body that the platform cannot read would be sent for ever.
            if (Object(error).code !== 'malformed') throw error
            return {
              accepted: [],
              refused: receipts.map(({ receiptId }) => ({ receiptId, code: 'malformed' as const })),
            }
          })
        accepted.forEach(settle)
        for (const refusal of refused) {
          const receipt = receipts.find(({ receiptId }) => receiptId === refusal.receiptId)
          settle(refusal.receiptId)
          if (receipt) emit('refused', { receipt, refusal })
          // What was shown too early is taken back by the platform's own word.
          store.distrust()
          pull('snapshot')
        }
        if (!accepted[0] && !refused[0]) throw new Error('The platform passed over every receipt.')
      },
      stop() {
        if (flushing) flushing()
        flushing = undefined
      },
      async purge() {
        queue.clear()
        if (shelf) await shelf.purge()
      },
    }
  }
}
