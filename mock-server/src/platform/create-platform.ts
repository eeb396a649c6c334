import type { Clock, Random, Timers } from '@minibell/ports'
import type { Core } from './core.ts'
import { delivery } from './delivery/delivery.ts'
import { type Expiry, expiry } from './delivery/expiry.ts'
import { sessions } from './delivery/sessions.ts'
import { directory } from './directory/directory.ts'
import { journal } from './journal.ts'
import type { Platform } from './platform.ts'
import { movableClock, platformClock } from './platform-clock.ts'
import { allRules } from './rulebook/all-rules.ts'
import { type RuleNumbers, sourceNumbers } from './rulebook/numbers.ts'
import { judge } from './rulebook/rule-book.ts'
import { seeded } from './seeded.ts'
import { sends } from './sends/sends.ts'
import { type Gate, gate } from './storage/gate.ts'
import { transactions } from './storage/transaction.ts'
import { trimming } from './storage/trimming.ts'
import { turns } from './storage/turns.ts'
import { worldKeys, worldPartition } from './storage/world-places.ts'
import type { StorePort } from './store.ts'
import { texts } from './texts.ts'
import type { World } from './world.ts'
import { type Life, worlds } from './worlds/worlds.ts'

export interface PlatformOptions {
  /** What it holds is gone on with; an empty one starts with `world`. */
  readonly store: StorePort
  /** The process's clock. The platform's own starts with it and is moved apart. */
  readonly clock: Clock
  /** Lets items and sessions run out while nobody asks; without it they do when somebody asks or moves the clock. */
  readonly timers?: Timers
  /** Default: seeded by the world. Give a secret one where tokens must not be guessed. */
  readonly random?: Random
  /** Default: nobody and nothing. */
  readonly world?: World
  /** Default 10,000. */
  readonly journalRows?: number
  /** Changes of one person that stay in the log, roughly; who was away longer gets a snapshot. Default 100,000. */
  readonly keptChanges?: number
  /** The sources' numbers by default. */
  readonly numbers?: Partial<RuleNumbers>
}

/** A platform that is ready. Throws `WorldError` for a world that is not whole. */
export async function createPlatform(options: PlatformOptions): Promise<Platform> {
  const { store, clock: base, timers, random, world = nothing, journalRows = 10_000, keptChanges = 100_000 } = options
  const clock = movableClock(base)
  const life: Life = { epoch: '', random: seeded(0) }
  const kept = trimming(store, keptChanges)
  const parts: { due?: Expiry } = {}
  const core: Core = {
    store: kept,
    transactions: transactions(kept, turns()),
    gate: expiringGate(gate(), () => parts.due?.settle()),
    clock,
    base,
    random: () => life.random(),
    numbers: { ...sourceNumbers, ...options.numbers },
    judge: judge(allRules),
    journal: journal({ clock, bootAt: base.now(), rows: journalRows }),
    epoch: () => life.epoch,
  }
  const due = expiry(core, timers)
  parts.due = due
  const tokens = sessions(core, timers)
  const door = delivery(core, tokens)

  /** What follows when time or world are others than before. */
  const follow = async (): Promise<void> => {
    await due.reload()
    await core.gate.together(async () => undefined)
    await tokens.sweep()
  }
  const time = platformClock({
    clock,
    base,
    async moved(state, summary) {
      await kept.commit({ partition: worldPartition, put: new Map([[worldKeys.clock.text, state]]) })
      core.journal.write({ kind: 'clock', summary })
      await follow()
    },
  })
  const keeper = worlds({
    core,
    life,
    clock,
    first: world,
    random,
    async replaced() {
      await follow()
      door.restartWatches()
      time.tell()
    },
  })
  await keeper.begin()
  await due.reload()
  const { tell: _, ...platformTime } = time
  const { restartWatches: __, ...deliveryDoor } = door
  const { begin: ___, ...worldDoor } = keeper
  return {
    clock: platformTime,
    directory: directory(core),
    sends: sends(core, due),
    delivery: deliveryDoor,
    texts: texts(core),
    rules: core.judge,
    journal: core.journal,
    worlds: worldDoor,
  }
}

/** Whoever passes finds that what is due has run out. */
function expiringGate(inner: Gate, settle: () => Promise<void> | undefined): Gate {
  return {
    alone: inner.alone,
    together: (work) =>
      inner.together(async () => {
        await settle()
        return work()
      }),
  }
}

const nothing: World = {
  format: 'minibell-world',
  version: 1,
  name: 'empty',
  senders: [],
  persons: [],
  uses: [],
  templates: [],
  accessTokens: [],
  sessions: [],
}
