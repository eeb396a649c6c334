import type { Storage } from '@minibell/ports'
import type { AllReceipt, ItemReceipt } from '@minibell/protocol'

/**
 * A receipt that the platform has not acknowledged. `at`: when it happened; in storage, by the device's wall clock. `epoch`: whose
 * offsets an `upTo` means.
 */
export type Waiting = (Omit<ItemReceipt, 'agoMs'> | (Omit<AllReceipt, 'agoMs'> & { readonly epoch: string })) & {
  readonly at: number
}

/** Keeps receipts over reloads, and the device's id. `name` keeps persons and scopes apart. */
export interface Outbox {
  /** `fresh` becomes the device's id when it has none. */
  load(name: string, fresh: string): Promise<{ readonly deviceId: string; readonly waiting: readonly Waiting[] }>
  /** By receipt id; `undefined` removes. */
  save(name: string, receipts: Readonly<Record<string, Waiting | undefined>>): Promise<void>
}

/** An outbox on a storage port, one entry a receipt. Entries that cannot be read are removed. */
export function outbox(storage: Storage, options: { readonly deviceId?: string } = {}): Outbox {
  const keyOf = (name: string, receiptId: string): string => `minibell/${name}/${receiptId}`

  const read = async (key: string): Promise<Waiting | undefined> => {
    try {
      return JSON.parse((await storage.get(key)) as string) // written by `save`
    } catch {
      await storage.set({ [key]: undefined })
    }
  }

  return {
    async load(name, fresh) {
      const key = 'minibell/device'
      let deviceId = options.deviceId || (await storage.get(key))
      if (!deviceId) {
        deviceId = fresh
        await storage.set({ [key]: fresh })
      }
      const found = await Promise.all((await storage.keys(keyOf(name, ''))).map(read))
      return { deviceId, waiting: found.filter((one): one is Waiting => !!one?.receiptId) }
    },
    save(name, receipts) {
      const entries: Record<string, string | undefined> = {}
      for (const [receiptId, one] of Object.entries(receipts))
        entries[keyOf(name, receiptId)] = one && JSON.stringify(one)
      return storage.set(entries)
    },
  }
}
