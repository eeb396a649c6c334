import type { Undo } from '@minibell/ports'
import type { Change, Receipt } from '@minibell/protocol'
import type { DeliverySession } from './platform.ts'
import { partsOf } from './storage/key.ts'
import { type LogEntry, personPartitions } from './storage/person-places.ts'
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
}

/** The news, with what only the platform's own parts may say. */
export function inboxNews(): InboxNews & { tell(fact: InboxFact): Promise<unknown> | undefined } {
  const listeners = new Set<(fact: InboxFact) => void | Promise<void>>()
  return {
    tell(fact) {
      const waits: Promise<void>[] = []
      for (const listener of listeners) {
        const told = listener(fact)
        if (told) waits.push(told)
      }
      return waits.length > 0 ? Promise.all(waits) : undefined
    },
    on(listener) {
      const own: typeof listener = (fact) => listener(fact)
      listeners.add(own)
      return () => {
        listeners.delete(own)
      }
    },
  }
}

/** A store whose commits to people's logs are news. Imports are not. */
export function telling(store: StorePort, news: Pick<ReturnType<typeof inboxNews>, 'tell'>): StorePort {
  return {
    ...store,
    async commit(commit) {
      const done = await store.commit(commit)
      const { append, partition } = commit
      if (done === 'conflict' || !append || !partition.startsWith(personPartitions)) return done
      // Only drafts append to a person's log, and only `LogEntry`.
      const changes = append.entries as readonly LogEntry[]
      const heard = news.tell({ kind: 'changes', person: partsOf(partition)[1] ?? '', changes })
      if (heard) await heard
      return done
    },
  }
}
