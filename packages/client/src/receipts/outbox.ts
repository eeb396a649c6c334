import type { Storage } from '@minibell/ports'
import { decodeReceiptsAnswer, type Receipt, type Snapshot } from '@minibell/protocol'
import type { Part } from '../part.ts'
import { createShelf } from './shelf.ts'
import { carriedOver, type Happened, isWeaker, keyOf, type Newest, type Waiting } from './waiting.ts'

/** Tells the platform what became of items, the stronger in place of the weaker; made by `outbox`. */
export type Outbox = Part<'outbox'>

/** Sends receipts within half a second and until they are acknowledged. With a storage they outlive a reload, and so does the device's id. */
export function outbox(storage?: Storage, options: { readonly deviceId?: string } = {}): Outbox {
  return (core) => {
    const { host, session, store, calls, on, emit, adopt, purge, quit } = core
    const { timers } = host
    const queue = new Map<string, Waiting>()
    const run = host.clock.now().toString(36) + host.random().toString(36).slice(1)
    const shelf = storage && createShelf(storage, host, session)
    let deviceId = options.deviceId || run
    let count = 0
    let flushing: (() => void) | undefined
    /** What is marked here is the platform's word, too. */
    let isTrusted = true

    const save = (receiptId: string, one?: Waiting): void => {
      if (shelf) shelf.save(receiptId, one)
    }

    const settle = (receiptId: string): void => {
      for (const [key, one] of queue) if (one.receiptId === receiptId) queue.delete(key)
      save(receiptId)
    }

    const add = (happened: Happened): void => {
      count += 1
      const next = { ...named(happened), receiptId: `${run}.${count}`, at: timers.elapsed() }
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
          core.work()
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

    /** Before a snapshot of a new life is taken: what was said of all is said of the same items there, as far as its page tells. */
    const renew = (whole: Snapshot): void => {
      for (const [key, one] of [...queue]) {
        if (!('all' in one) || one.epoch >= whole.epoch) continue
        const isHere = Object(store.at()).epoch === one.epoch
        const next = carriedOver(one, whole, (itemId) => (isHere ? store.find(itemId) : undefined))
        // Where the page does not reach down to it, the platform has to find it.
        if (!next) continue
        queue.set(key, next)
        save(next.receiptId, next)
      }
    }

    /** Marks what waits in a snapshot that does not know of it, and says what it delivered. */
    const replay = (whole: Snapshot): void => {
      for (const one of queue.values())
        if (!('all' in one)) store.mark(one.kind, [one.itemId])
        // What was kept on the device may be older than the receipt.
        else if (one.epoch === whole.epoch) store.markAll(one.kind, one.all.upTo, one.all.sender)
      for (const { item, marks } of whole.items) if (!marks[0]) add({ kind: 'delivered', itemId: item.id })
    }

    const { refill } = store
    store.refill = (whole) => {
      renew(whole)
      refill(whole)
      replay(whole)
    }

    core.adopt = (whole) => {
      // What waits is marked here and not in the counts that come.
      adopt(whole, isTrusted && !queue.size)
      isTrusted = true
    }
    core.owe = add
    core.isWaiting = () => queue.size > 0
    core.deviceId = () => deviceId

    core.load = async () => {
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
    }

    core.flush = async () => {
      const receipts = batch()
      if (shelf) await shelf.stored()
      if (!receipts[0]) return
      const { accepted, refused } = await calls
        .ask('/receipts', decodeReceiptsAnswer, { deviceId, receipts })
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
        isTrusted = false
        core.pull('snapshot')
      }
      if (!accepted[0] && !refused[0]) throw new Error('The platform passed over every receipt.')
    }

    core.quit = () => {
      if (flushing) flushing()
      flushing = undefined
      quit()
    }

    core.purge = async () => {
      queue.clear()
      await Promise.all([purge(), shelf && shelf.purge()])
    }
  }
}

/** Of an item only what has to be kept. */
function named(happened: Happened): Happened {
  if (!('newest' in happened)) return happened
  const { id, sentAt } = happened.newest
  return { ...happened, newest: { id, sentAt } }
}
