import type { Storage } from '@minibell/ports'
import type { InboxHost } from '../host.ts'
import { placeOf, placeOfPerson } from '../place.ts'
import type { InboxSession } from '../session.ts'
import type { Waiting } from './waiting.ts'

/** Receipts on a storage port, one entry each, kept apart by person and scope, with times of the device's wall clock. */
export interface Shelf {
  /** Gives what earlier runs left to `each`; resolves to the device's id, `fresh` when there is none. Never rejects. */
  load(fresh: string, each: (one: Waiting) => void): Promise<string>
  /** Without `one` it is removed. */
  save(receiptId: string, one?: Waiting): void
  /** Resolves when everything was written, or reported. */
  stored(): Promise<void>
  /** Removes what is kept of the person, in all scopes. Never rejects. */
  purge(): Promise<void>
}

const room = 'minibell'

export function createShelf(storage: Storage, { clock, timers, report }: InboxHost, session: InboxSession): Shelf {
  const prefix = placeOf(room, session)
  let stored: Promise<unknown> = Promise.resolve()

  const set = (key: string, text?: string): void => {
    stored = stored.then(() => storage.set({ [key]: text })).catch((error) => report(error, 'outbox'))
  }

  /** From this run's timer to the wall clock, and back by `-1`. */
  const shift = (one: Waiting, by: 1 | -1): Waiting => ({ ...one, at: one.at + by * (clock.now() - timers.elapsed()) })

  return {
    async load(deviceId, each) {
      const device = 'minibell/device'
      try {
        const kept = await storage.get(device)
        if (kept) deviceId = kept
        else set(device, deviceId)
        for (const key of await storage.keys(prefix)) {
          try {
            const one = JSON.parse((await storage.get(key)) as string) // a key that was just listed
            if (one.receiptId) each(shift(one, -1))
          } catch {
            set(key)
          }
        }
      } catch (error) {
        report(error, 'outbox')
      }
      return deviceId
    },
    save: (receiptId, one) => set(prefix + receiptId, one && JSON.stringify(shift(one, 1))),
    stored: () => stored as Promise<void>,
    purge() {
      const purged = stored.then(async () => {
        for (const key of await storage.keys(placeOfPerson(room, session))) await storage.set({ [key]: undefined })
      })
      stored = purged.catch((error) => report(error, 'outbox'))
      return stored as Promise<void>
    },
  }
}
