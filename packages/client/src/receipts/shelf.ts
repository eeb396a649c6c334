import type { Storage } from '@minibell/ports'
import type { InboxHost } from '../host.ts'
import type { Waiting } from './waiting.ts'

/** Receipts on a storage port, one entry each, kept apart by the inbox's name, with times of the device's wall clock. */
export interface Shelf {
  /** What earlier runs left, and the device's id: `fresh` when there is none. Never rejects. */
  load(fresh: string): Promise<{ readonly deviceId: string; readonly waiting: readonly Waiting[] }>
  /** Without `one` it is removed. */
  save(receiptId: string, one?: Waiting): void
  /** Resolves when everything was written, or reported. */
  stored(): Promise<void>
}

export function createShelf(storage: Storage, { clock, timers, report }: InboxHost, name: string): Shelf {
  const prefix = `minibell/${name}/`
  let stored: Promise<unknown> = Promise.resolve()

  const set = (key: string, text?: string): void => {
    stored = stored.then(() => storage.set({ [key]: text })).catch((error) => report(error, 'outbox'))
  }

  /** From this run's timer to the wall clock, and back by `-1`. */
  const shift = (one: Waiting, by: 1 | -1): Waiting => ({ ...one, at: one.at + by * (clock.now() - timers.elapsed()) })

  return {
    async load(deviceId) {
      const waiting: Waiting[] = []
      try {
        const kept = await storage.get('minibell/device')
        if (kept) deviceId = kept
        else set('minibell/device', deviceId)
        for (const key of await storage.keys(prefix)) {
          try {
            const one = JSON.parse((await storage.get(key)) as string) // a key that was just listed
            if (one.receiptId) waiting.push(shift(one, -1))
          } catch {
            set(key)
          }
        }
      } catch (error) {
        report(error, 'outbox')
      }
      return { deviceId, waiting }
    },
    save: (receiptId, one) => set(prefix + receiptId, one && JSON.stringify(shift(one, 1))),
    stored: () => stored as Promise<void>,
  }
}
