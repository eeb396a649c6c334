import type { Core } from '../core.ts'
import { type Key, keyOf } from '../storage/key.ts'

/** Who does a work that one process does for all. */
interface Lease {
  readonly by: string
  /** Of the process's clock. */
  readonly until: number
}

const partition = keyOf('room', 'leases').text
const leaseMs = 3_000
const leaseOf = (work: string): Key<Lease> => keyOf('lease', work)

/** Works that are shared out. What they do stays safe when two do it at once; a lease saves the second from trying. */
export interface Leases {
  /** Whether this process does that work now; true where it is alone. To be asked again before the lease is over. */
  take(work: string): Promise<boolean>
  /** The work is done: nobody needs the lease. */
  drop(work: string): Promise<void>
}

export function leases({ store, transactions, base }: Core): Leases {
  const { shared } = store
  if (!shared) return { take: async () => true, drop: async () => undefined }
  /** Until when this process has it, for less than half of the lease at a time. */
  const held = new Map<string, number>()
  return {
    async take(work) {
      if ((held.get(work) ?? 0) > base.now()) return true
      const isOurs = await transactions.write(partition, async (transaction) => {
        const now = base.now()
        const lease = await transaction.get(leaseOf(work))
        if (lease && lease.by !== shared.process && lease.until > now && lease.until <= now + leaseMs) return false
        transaction.put(leaseOf(work), { by: shared.process, until: now + leaseMs })
        return true
      })
      if (isOurs) held.set(work, base.now() + leaseMs / 3)
      return isOurs
    },
    async drop(work) {
      if (!held.delete(work)) return
      await transactions.write(partition, async (transaction) => transaction.put(leaseOf(work), undefined))
    },
  }
}
