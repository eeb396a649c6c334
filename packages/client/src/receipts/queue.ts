import { type AllReceipt, isMarked, marksOf, type Receipt, type ReceiptKind } from '@minibell/protocol'
import type { InboxHost } from '../host.ts'
import type { Outbox, Waiting } from './outbox.ts'

/** What happened, before it has an id and a time. */
export type Happened =
  | { readonly kind: ReceiptKind; readonly itemId: string }
  | { readonly kind: 'seen' | 'read'; readonly all: AllReceipt['all']; readonly epoch: string }

/** Receipts that wait for the platform's word, the stronger in place of the weaker; in memory, and in an outbox where there is one. */
export interface Queue {
  deviceId(): string
  /** Brings back what earlier runs left. Never rejects: a storage that fails is reported. */
  restore(): Promise<void>
  add(happened: Happened): void
  waiting(): readonly Waiting[]
  /** At most 200, ready to send; resolves when they are stored. */
  batch(): Promise<readonly Receipt[]>
  /** Forgets a receipt that was accepted or refused; answers what it was. */
  settle(receiptId: string): Waiting | undefined
}

export function createQueue(host: InboxHost, outbox: Outbox | undefined, name: string): Queue {
  const { clock, timers } = host
  const queue = new Map<string, Waiting>()
  const run = clock.now().toString(36) + host.random().toString(36).slice(1)
  let deviceId = run
  let count = 0
  let stored = Promise.resolve()

  /** From this run's timer to the wall clock, and back by `-1`. */
  const shift = (one: Waiting, by: 1 | -1): Waiting => ({ ...one, at: one.at + by * (clock.now() - timers.elapsed()) })

  const save = (receipts: Readonly<Record<string, Waiting | undefined>>): void => {
    if (outbox) stored = stored.then(() => outbox.save(name, receipts)).catch((error) => host.report(error, 'outbox'))
  }

  return {
    deviceId: () => deviceId,
    waiting: () => [...queue.values()],
    async restore() {
      try {
        const found = outbox && (await outbox.load(name, deviceId))
        if (found) deviceId = found.deviceId
        for (const one of found?.waiting || []) if (!queue.has(keyOf(one))) queue.set(keyOf(one), shift(one, -1))
      } catch (error) {
        host.report(error, 'outbox')
      }
    },
    add(happened) {
      count += 1
      const next = { ...happened, receiptId: `${run}.${count}`, at: timers.elapsed() }
      const key = keyOf(next)
      const last = queue.get(key)
      if (last && last.kind !== next.kind && isMarked(marksOf(last.kind), next.kind)) return
      queue.delete(key)
      queue.set(key, next)
      // Nobody misses "delivered" after a reload: the snapshot says who lacks it.
      if (next.kind !== 'delivered')
        save({ ...(last && { [last.receiptId]: undefined }), [next.receiptId]: shift(next, 1) })
    },
    async batch() {
      const now = timers.elapsed()
      // Receipts of one item have no epoch.
      const batch: readonly (Waiting & { readonly epoch?: string })[] = [...queue.values()].slice(0, 200)
      await stored
      return batch.map(({ at, epoch, ...receipt }) => ({ ...receipt, agoMs: Math.max(0, Math.round(now - at)) }))
    },
    settle(receiptId) {
      for (const [key, one] of queue) {
        if (one.receiptId !== receiptId) continue
        queue.delete(key)
        save({ [receiptId]: undefined })
        return one
      }
    },
  }
}

function keyOf(one: Waiting): string {
  return 'all' in one ? `${one.kind}/${one.all.sender}` : `${one.itemId}/${one.kind === 'dismissed'}`
}
