import type { Undo } from '@minibell/ports'
import type { Change, Receipt } from '@minibell/protocol'
import type { DeliverySession } from './platform.ts'
import { partsOf } from './storage/key.ts'
import { type LogEntry, personPartition, personPartitions } from './storage/person-places.ts'
import type { StorePort } from './store.ts'
import type { PersonId, SenderId } from './world.ts'

/** What happened in one inbox: what a commit of this process appended to its log, or which receipts were accepted of a batch. */
export type InboxFact =
  | { readonly kind: 'changes'; readonly person: PersonId; readonly changes: readonly SenderChange[] }
  | { readonly kind: 'receipts'; readonly session: DeliverySession; readonly receipts: readonly Receipt[] }

/** A change with its sender, where it has one. */
export interface SenderChange {
  readonly sender?: SenderId
  readonly change: Change
}

/**
 * Tells after the fact, in order; who listens must not throw. Whoever sent is answered when the promises of changes are through: what a
 * listener keeps by then is there when the sender hears of it.
 */
export interface InboxNews {
  on(listener: (fact: InboxFact) => void | Promise<void>): Undo
  /**
   * Calls before each commit that takes items away, and waits: who asks again for that is told that they are gone, so nobody carries it on
   * for a process that dies in between. A commit that failed is not taken back.
   */
  before(listener: (ahead: LogRange) => Promise<void>): Undo
  /** Tells what the log has there, once more. */
  again(range: LogRange): Promise<void>
}

/** Entries of one person's log: at most `count` above `after`. */
export interface LogRange {
  readonly person: PersonId
  readonly after: number
  readonly count: number
}

/** The news, with what only the platform's own parts may say. */
export interface InboxNewsInside extends Omit<InboxNews, 'again'> {
  tell(fact: InboxFact): Promise<unknown> | undefined
  ahead(range: LogRange): Promise<unknown> | undefined
}

export function inboxNews(): InboxNewsInside {
  const [facts, aheads] = [listeners<InboxFact>(), listeners<LogRange>()]
  return { tell: facts.tell, on: facts.on, ahead: aheads.tell, before: aheads.on }
}

function listeners<Fact>() {
  const all = new Set<(fact: Fact) => void | Promise<void>>()
  return {
    tell(fact: Fact): Promise<unknown> | undefined {
      const waits: Promise<void>[] = []
      for (const listener of all) {
        const told = listener(fact)
        if (told) waits.push(told)
      }
      return waits.length > 0 ? Promise.all(waits) : undefined
    },
    on(listener: (fact: Fact) => void | Promise<void>): Undo {
      const own: typeof listener = (fact) => listener(fact)
      all.add(own)
      return () => {
        all.delete(own)
      }
    },
  }
}

/** Tells those who listen in this process of entries that are in the log already. */
export async function tellAgain(
  { store, news }: { readonly store: StorePort; readonly news: Pick<InboxNewsInside, 'tell'> },
  { person, after, count }: LogRange,
): Promise<void> {
  const { entries } = await store.tail(personPartition(person), { after, max: count })
  // Only drafts append to a person's log, and only `LogEntry`.
  if (entries.length > 0) await news.tell({ kind: 'changes', person, changes: entries as readonly LogEntry[] })
}

/** A store whose commits to people's logs are news. Imports are not. */
export function telling(store: StorePort, news: Pick<InboxNewsInside, 'tell' | 'ahead'>): StorePort {
  return {
    ...store,
    async commit(commit) {
      const { append, partition } = commit
      if (!append || !partition.startsWith(personPartitions)) return store.commit(commit)
      const person = partsOf(partition)[1] ?? ''
      // Only drafts append to a person's log, and only `LogEntry`.
      const changes = append.entries as readonly LogEntry[]
      if (changes.some(({ change: { type } }) => type === 'withdrawn' || type === 'expired')) {
        const ready = news.ahead({ person, after: append.after, count: changes.length })
        if (ready) await ready
      }
      const done = await store.commit(commit)
      if (done === 'conflict') return done
      const heard = news.tell({ kind: 'changes', person, changes })
      if (heard) await heard
      return done
    },
  }
}
