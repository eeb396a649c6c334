import type { Undo } from '@minibell/ports'
import type { InboxFact, LogRange } from '../../platform/inbox-news.ts'
import { type Key, keyOf, type Platform, prefixOf } from '../../platform/index.ts'

/**
 * Items that are about to be taken away, written down before they are, so that another process tells of it when this one dies before it
 * could: the log says what really happened. A process alone has nobody who could, and writes nothing.
 */
export interface Removals {
  /** What was told, and is kept as deliveries, needs nobody any more. */
  told(fact: InboxFact): Promise<void>
  /** Tells what is left over, of processes that are gone or of a commit whose end is not known. It may be told twice, under one id. */
  look(): Promise<void>
  readonly stop: Undo
}

interface Ahead extends LogRange {
  readonly by: string
}

const rowOf = ({ person, after }: Pick<LogRange, 'person' | 'after'>): Key<Ahead> =>
  keyOf('removal', person, String(after))
const most = 1_000

export function removals({ inboxes, processes, tenant }: Platform): Removals {
  const { name, living } = processes
  if (name === undefined) return { told: async () => undefined, look: async () => undefined, stop: () => undefined }
  const kept = processes.room('removals')
  /** Own rows that the last look saw: what is still there at the next one has no end that is known. */
  let seen = new Set<string>()

  const forget = (range: Pick<LogRange, 'person' | 'after'>): Promise<void> =>
    kept.write(async (transaction) => {
      if (await transaction.get(rowOf(range))) transaction.put(rowOf(range), undefined)
    })
  return {
    async told(fact) {
      if (fact.kind !== 'changes' || !fact.changes.some(({ change }) => isRemoval(change.type))) return
      await forget({ person: fact.person, after: (fact.changes[0]?.change.offset ?? 1) - 1 })
    },
    async look() {
      const rows = await kept.rows({ prefix: prefixOf('removal'), max: most })
      const alive = rows.length > 0 ? await living() : new Set()
      const before = seen
      seen = new Set(rows.map(({ key }) => key))
      for (const { key, value } of rows) {
        // Only `before` writes below this prefix.
        const { by, ...range } = value as Ahead
        if (by === name ? !before.has(key) : alive.has(by)) continue
        await inboxes.again(range)
        await forget(range)
      }
    },
    stop: inboxes.before(async (range) => {
      if ((await tenant.webhooks()).length === 0) return
      await kept.write(async (transaction) => transaction.put(rowOf(range), { ...range, by: name }))
    }),
  }
}

function isRemoval(type: string): boolean {
  return type === 'withdrawn' || type === 'expired'
}
