import { type Key, keyOf, type Processes, prefixOf } from '../../platform/index.ts'
import type { WebhookDelivery } from './webhook-queue.ts'

/** What waits, where another process can take it over; a process alone keeps it in memory only. */
export interface KeptDeliveries {
  /** As they stand now; those that are over are forgotten. */
  put(deliveries: readonly WebhookDelivery[]): Promise<void>
  /** Those of processes that are gone; they are this process's from now on. */
  takeOver(): Promise<readonly WebhookDelivery[]>
}

interface KeptRow {
  readonly by: string
  readonly delivery: WebhookDelivery
}

const rowOf = (id: string): Key<KeptRow> => keyOf('delivery', id)
const most = 1_000

export function keptDeliveries({ name, living, room }: Processes): KeptDeliveries {
  if (name === undefined) return { put: async () => undefined, takeOver: async () => [] }
  const kept = room('webhooks')

  const take = (id: string, from: string): Promise<WebhookDelivery | undefined> =>
    kept.write(async (transaction) => {
      const row = await transaction.get(rowOf(id))
      if (row?.by !== from) return undefined
      transaction.put(rowOf(id), { ...row, by: name })
      return row.delivery
    })
  return {
    put: (deliveries) =>
      kept.write(async (transaction) => {
        for (const delivery of deliveries)
          transaction.put(rowOf(delivery.id), delivery.state === 'waiting' ? { by: name, delivery } : undefined)
      }),
    async takeOver() {
      const alive = await living()
      const taken: WebhookDelivery[] = []
      for (const { value } of await kept.rows({ prefix: prefixOf('delivery'), max: most })) {
        // Only `put` writes below this prefix.
        const { by, delivery } = value as KeptRow
        const mine = alive.has(by) ? undefined : await take(delivery.id, by)
        if (mine) taken.push(mine)
      }
      return taken
    },
  }
}
