import type { Clock, Random } from '@minibell/ports'
import { type InboxNewsInside, inboxNews, telling } from './inbox-news.ts'
import { journal } from './journal.ts'
import type { Journal } from './platform.ts'
import { type MovableClock, movableClock } from './platform-clock.ts'
import { allRules } from './rulebook/all-rules.ts'
import type { RuleNumbers } from './rulebook/numbers.ts'
import { type Judge, judge } from './rulebook/rule-book.ts'
import { seeded } from './seeded.ts'
import { type Gate, gate } from './storage/gate.ts'
import { type Transactions, transactions } from './storage/transaction.ts'
import { turns } from './storage/turns.ts'
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
  readonly news: InboxNewsInside
  /** Of all logs. Changes with the world. */
  epoch(): string
}

/** A core with the handles that only its maker holds. */
export interface Cored {
  readonly core: Core
  readonly clock: MovableClock
  readonly life: Life
  /** What runs whenever somebody passes the gate, before what they came for. */
  entering(run: () => Promise<void>): void
}

/** What changes with the world. */
export interface Life {
  epoch: string
  random: Random
}

export function coreOf(options: {
  readonly store: StorePort
  readonly base: Clock
  readonly numbers: RuleNumbers
  readonly journalRows: number
}): Cored {
  const { store, base, numbers, journalRows } = options
  const clock = movableClock(base)
  const news = inboxNews()
  const told = telling(store, news)
  const life: Life = { epoch: '', random: seeded(0) }
  const { together, alone } = gate()
  let entering = async (): Promise<void> => undefined
  const core: Core = {
    store: told,
    news,
    transactions: transactions(told, turns()),
    gate: {
      alone,
      together: (work) =>
        together(async () => {
          await entering()
          return work()
        }),
    },
    clock,
    base,
    random: () => life.random(),
    numbers,
    judge: judge(allRules),
    journal: journal({ clock, bootAt: base.now(), rows: journalRows, shared: store.shared?.rows }),
    epoch: () => life.epoch,
  }
  return {
    core,
    clock,
    life,
    entering(run) {
      entering = run
    },
  }
}
