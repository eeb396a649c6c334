import type { Timers, Undo } from '@minibell/ports'
import type { Core } from '../core.ts'
import { draftOf } from '../inbox/draft.ts'
import { removeItem } from '../inbox/mark-item.ts'
import { keyOf, padded, partsOf, prefixOf } from '../storage/key.ts'
import { personKeys, personPartition } from '../storage/person-places.ts'
import type { PersonId } from '../world.ts'

/** DL-7: items run out by the platform's clock, whoever moves it. */
export interface Expiry {
  /** Says, before an item is delivered, that this person may have one that runs out then. */
  announce(at: number, person: PersonId): Promise<void>
  /** Lets everything run out that is due, in the order of time. */
  settle(): Promise<void>
  /** Reads the store anew, after it was replaced. */
  reload(): Promise<void>
}

export const duePartition = 'due'
const prefix = prefixOf('due')
const pageLength = 100
const maxTimerMs = 2_000_000_000

export function expiry(core: Core, timers?: Timers): Expiry {
  /** Nothing is due before; known without a look into the store. */
  let next = Number.POSITIVE_INFINITY
  let settling: Promise<void> | undefined
  let cancel: Undo | undefined

  const schedule = (): void => {
    cancel?.()
    cancel = undefined
    if (!timers || !Number.isFinite(next)) return
    const afterMs = Math.max(0, Math.min(next - core.clock.now(), maxTimerMs))
    cancel = timers.after(afterMs, () => void settle().catch(() => undefined))
  }

  const reload = async (): Promise<void> => {
    const [first] = await core.store.scan(duePartition, { prefix, max: 1 })
    next = first ? instantOfKey(first.key) : Number.POSITIVE_INFINITY
    schedule()
  }

  const run = async (): Promise<void> => {
    while (core.clock.now() >= next) {
      await expirePage(core)
      await reload()
    }
    schedule()
  }

  const settle = async (): Promise<void> => {
    if (core.clock.now() < next) return
    settling ??= run().finally(() => {
      settling = undefined
    })
    await settling
  }

  return {
    settle,
    reload,
    async announce(at, person) {
      const put = new Map([[keyOf('due', padded(at), person).text, true]])
      await core.store.commit({ partition: duePartition, put })
      next = Math.min(next, at)
      schedule()
    },
  }
}

function instantOfKey(key: string): number {
  return Number.parseInt(partsOf(key)[1] ?? '0', 36)
}

async function expirePage(core: Core): Promise<void> {
  const before = keyOf('due', padded(core.clock.now() + 1)).text
  const rows = await core.store.scan(duePartition, { prefix, before, max: pageLength })
  for (const { key } of rows) {
    await expireOf(core, partsOf(key)[2] ?? '')
    await core.store.commit({ partition: duePartition, put: new Map([[key, undefined]]) })
  }
}

/** Lets a person's due items run out, one by one in the order of their time. */
export function expireOf(core: Core, person: PersonId): Promise<void> {
  return core.transactions.write(personPartition(person), async (transaction) => {
    const before = keyOf('due', padded(core.clock.now() + 1)).text
    const due = await transaction.scan({ prefix: personKeys.dues, before, max: Number.MAX_SAFE_INTEGER })
    const draft = await draftOf(transaction)
    for (const { value } of due) {
      // Only `personKeys.due` writes below this prefix.
      const row = await transaction.get(personKeys.item(value as number))
      if (row) await removeItem(draft, { listed: true, row }, 'expired')
    }
    draft.save()
  })
}
