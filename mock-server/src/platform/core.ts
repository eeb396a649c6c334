import type { Clock, Random } from '@minibell/ports'
import type { Journal } from './platform.ts'
import type { RuleNumbers } from './rulebook/numbers.ts'
import type { Judge } from './rulebook/rule-book.ts'
import type { Gate } from './storage/gate.ts'
import type { Transactions } from './storage/transaction.ts'
import type { StorePort } from './store.ts'

/** What all parts of one platform share. */
export interface Core {
  readonly store: StorePort
  readonly transactions: Transactions
  /** Passed by every door of the platform once; parts inside do not pass it again. */
  readonly gate: Gate
  /** The platform's time: moved, or standing still. */
  readonly clock: Clock
  /** The process's time. */
  readonly base: Clock
  readonly random: Random
  readonly numbers: RuleNumbers
  readonly judge: Judge
  readonly journal: Journal
  /** Of all logs. Changes with the world. */
  epoch(): string
}
