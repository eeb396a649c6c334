import type { Clock, Random, Timers } from '@minibell/ports'
import { type Cored, coreOf } from './core.ts'
import { delivery } from './delivery/delivery.ts'
import { expiry } from './delivery/expiry.ts'
import { sessions } from './delivery/sessions.ts'
import { directory } from './directory/directory.ts'
import { fileSends } from './file-send/file-sends.ts'
import { fileRunner } from './file-send/runner.ts'
import { capabilityEnds } from './governance/capability-ends.ts'
import { governance } from './governance/governance.ts'
import { tellAgain } from './inbox-news.ts'
import { customerService } from './official-account/customer-service/customer-service.ts'
import { switchNotices } from './official-account/customer-service/switch-notices.ts'
import { officialAccounts } from './official-account/official-accounts.ts'
import type { Platform } from './platform.ts'
import { platformClock } from './platform-clock.ts'
import { processes } from './processes/processes.ts'
import { pulse } from './processes/pulse.ts'
import { switches } from './processes/switches.ts'
import { type RuleNumbers, sourceNumbers } from './rulebook/numbers.ts'
import { sends } from './sends/sends.ts'
import { trimming } from './storage/trimming.ts'
import { type ClockState, worldKeys, worldPartition } from './storage/world-places.ts'
import type { StorePort } from './store.ts'
import { tenant } from './tenant/tenant.ts'
import { texts } from './texts.ts'
import type { World } from './world.ts'
import { worlds } from './worlds/worlds.ts'

/** What a platform stands on. Store and clock are needed; all else has a default. */
export interface PlatformOptions {
  /** What it holds is gone on with; an empty one starts with `world`. */
  readonly store: StorePort
  /** The process's clock. The platform's own starts with it and is moved apart. */
  readonly clock: Clock
  /** Lets items and sessions run out while nobody asks; without it they do when somebody asks or moves the clock. */
  readonly timers?: Timers
  /** Default: seeded by the world. Give a secret one where tokens must not be guessed. */
  readonly random?: Random
  /** A `World` as JSON; it is checked. Default: nobody and nothing. */
  readonly world?: unknown
  /** Default 10,000. */
  readonly journalRows?: number
  /** Changes of one person that stay in the log, roughly; who was away longer gets a snapshot. Default 100,000. */
  readonly keptChanges?: number
  /** The sources' numbers by default. */
  readonly numbers?: Partial<RuleNumbers>
}

/** A platform that is ready. Throws `WorldError` for a world that is not whole. */
export async function createPlatform(options: PlatformOptions): Promise<Platform> {
  const { store, clock: base, journalRows = 10_000, keptChanges = 100_000 } = options
  const cored = coreOf({
    store: trimming(store, keptChanges),
    base,
    numbers: { ...sourceNumbers, ...options.numbers },
    journalRows,
  })
  const { platform, begin } = assemble(cored, options)
  await begin()
  return platform
}

/** Another move may have come meanwhile: what is kept is how the clock stands now, unless it is what another process left before. */
async function keepClock({ core, clock }: Cored, state: ClockState): Promise<void> {
  if (core.store.shared) clock.set(state)
  await core.store.commit({ partition: worldPartition, put: new Map([[worldKeys.clock.text, clock.state()]]) })
}

function assemble(cored: Cored, { timers, world = nothing, random }: PlatformOptions) {
  const { core, clock } = cored
  const due = expiry(core, timers)
  const ends = capabilityEnds(core, timers)
  const notices = switchNotices(core, timers)
  cored.entering(async () => {
    await due.settle()
    await ends.settle()
    await notices.settle()
  })
  const runner = fileRunner(core, due, timers)
  const tokens = sessions(core, timers)
  const { restartWatches, ...door } = delivery(core, tokens)

  /** What follows when time or world are others than before. */
  const follow = async (): Promise<void> => {
    await Promise.all([due.reload(), ends.reload(), notices.reload(), runner.reload()])
    await core.gate.together(async () => undefined)
    await runner.settle()
    await tokens.sweep()
  }
  const several = processes(core)
  const { rules, reload: reloadRules } = switches(core, several)
  const { shared } = core.store
  const { tell, ...time } = platformClock({
    clock,
    base: core.base,
    inTurn: (work) => (shared ? shared.alone(() => recall().then(work)) : work()),
    async moved(summary, state) {
      await core.gate.together(() => keepClock(cored, state))
      await shared?.announce()
      core.journal.write({ kind: 'clock', summary })
      await follow()
    },
  })
  const replacedListeners = new Set<() => void>()
  const replaced = async (): Promise<void> => {
    await follow()
    restartWatches()
    tell()
    for (const listener of [...replacedListeners]) listener()
    await several.told()
  }
  const official = officialAccounts(core)
  const { begin, recall, ...keeper } = worlds({ ...cored, first: world, random, replaced })
  /** What another process did to world, clock or switches. */
  const lookAgain = async (adopt: () => void): Promise<void> => {
    const { epoch } = cored.life
    const at = clock.state()
    let isThere = true
    await core.gate.alone(async () => {
      adopt()
      isThere = await recall()
      await reloadRules()
    })
    // The engine came back without what it had: the world begins anew.
    if (!isThere) void begin().then(replaced, () => undefined)
    if (cored.life.epoch !== epoch) return replaced()
    if (JSON.stringify(clock.state()) !== JSON.stringify(at)) {
      await follow()
      tell()
    }
    await tokens.sweep()
    await several.told()
  }
  shared?.onAnnounced(lookAgain)
  pulse(
    { shared, timers },
    {
      often: async () => {
        await Promise.all([due.reload(), runner.reload()])
      },
      seldom: async () => {
        await Promise.all([ends.reload(), notices.reload()])
      },
    },
  )
  const platform: Platform = {
    clock: time,
    directory: directory(core),
    sends: sends(core, due),
    tenant: tenant(core),
    governance: governance(core),
    files: fileSends(core, runner),
    official,
    customerService: customerService(core, official.pushes),
    delivery: door,
    inboxes: { on: core.news.on, before: core.news.before, again: (range) => tellAgain(core, range) },
    texts: texts(core),
    rules,
    processes: several,
    journal: core.journal,
    worlds: {
      ...keeper,
      onReplaced(listener) {
        const own = (): void => listener()
        replacedListeners.add(own)
        return () => {
          replacedListeners.delete(own)
        }
      },
    },
  }
  return {
    platform,
    begin: async () => {
      await reloadRules()
      await begin()
      return Promise.all([due.reload(), ends.resume(), notices.reload(), runner.reload()])
    },
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
