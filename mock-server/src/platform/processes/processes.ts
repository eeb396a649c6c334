import type { Undo } from '@minibell/ports'
import type { Core } from '../core.ts'
import { keyOf } from '../storage/key.ts'
import type { Transaction } from '../storage/transaction.ts'
import type { ScanRange, ScanRow } from '../store.ts'

/** What processes over one store share besides the world; of a process alone it is its own. */
export interface Processes {
  /** Of this one. Absent: it is alone with its store. */
  readonly name?: string
  /** Names of those that are there now. */
  living(): Promise<ReadonlySet<string>>
  /** Resolves when every process at the store knows what was changed here. */
  tell(): Promise<void>
  /** Calls when another process told, when the world became another, and after this process was cut off. The teller waits for it. */
  onTold(listener: () => Promise<void>): Undo
  /** A part of the store for what serves the platform: as durable as the rest, in no export, and gone with the world. */
  room(name: string): Room
}

export interface Room {
  /** As `Transactions.write`; it passes no gate, so that parts inside may call it. */
  write<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>
  rows(range: ScanRange): Promise<readonly ScanRow[]>
}

export const roomPartitions = 'room/'

/** The door, with what only the platform's own parts may do. */
export interface ProcessesInside extends Processes {
  /** Lets all listeners look again. */
  told(): Promise<void>
  /** What `tell` waits for besides. */
  keep(work: Promise<void>): void
}

export function processes(core: Core): ProcessesInside {
  const { shared } = core.store
  const listeners = new Set<() => Promise<void>>()
  let kept: Promise<void> = Promise.resolve()
  return {
    ...(shared && { name: shared.process }),
    living: async () => (await shared?.living()) ?? new Set(),
    async tell() {
      await kept
      await shared?.announce()
    },
    onTold(listener) {
      const own = (): Promise<void> => listener()
      listeners.add(own)
      return () => {
        listeners.delete(own)
      }
    },
    async told() {
      for (const listener of [...listeners]) await listener()
    },
    keep(work) {
      kept = Promise.all([kept.catch(() => undefined), work]).then(() => undefined)
      kept.catch(() => undefined)
    },
    room(name) {
      const partition = keyOf('room', name).text
      return {
        write: (work) => core.transactions.write(partition, work),
        rows: (range) => core.store.scan(partition, range),
      }
    },
  }
}
