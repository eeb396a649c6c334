import type { Random } from '@minibell/ports'
import type { Core, Life } from '../core.ts'
import { nextEpoch } from '../epoch.ts'
import type { Worlds } from '../platform.ts'
import type { MovableClock } from '../platform-clock.ts'
import { seeded } from '../seeded.ts'
import { digestOf } from '../storage/digest.ts'
import { type ClockState, storeFormat, worldKeys, worldPartition } from '../storage/world-places.ts'
import { decodeState } from './decode-state.ts'
import { decodeWorld, type LoadedWorld } from './decode-world.ts'
import { exportWorld } from './export-world.ts'
import { dumpOf } from './world-dump.ts'
import { WorldError } from './world-error.ts'

export interface WorldKeeper extends Omit<Worlds, 'onReplaced'> {
  /** Goes on with the world that the store holds, or starts with the first one. */
  begin(): Promise<void>
  /** Goes on with the world and the clock that the store holds by now; false where it holds none. Inside the gate, or before anybody is let in. */
  recall(): Promise<boolean>
}

/** `replaced` runs after each import, when sends and receipts pass again. */
export function worlds(options: {
  readonly core: Core
  readonly life: Life
  readonly clock: MovableClock
  /** What `reset` goes back to. */
  readonly first: unknown
  readonly random: Random | undefined
  readonly replaced: () => Promise<void>
}): WorldKeeper {
  const { core, life, clock, first, random, replaced } = options
  let lives = 0
  /** Processes over one store draw other tokens, also when they start together. */
  const apart = core.store.shared ? Number.parseInt(digestOf(core.store.shared.process).slice(0, 6), 36) : 0

  const live = (epoch: string, clockState: ClockState, seed: number | undefined): void => {
    life.epoch = epoch
    // A token of an earlier life, which somebody may still hold, is never given to somebody else.
    life.random = random ?? seeded((seed ?? core.base.now()) + 7919 * lives + apart)
    lives += 1
    clock.set(clockState)
  }

  /** `now`: what durations count from, and the clock of a world that brings none. */
  const load = async (value: unknown, kept: ClockState): Promise<void> => {
    const now = 'stillAt' in kept ? kept.stillAt : core.base.now() + kept.aheadMs
    const world = decodeWorld(value, now)
    const state = world.state === undefined ? undefined : decodeState(world.state, 'state')
    const epoch = nextEpoch(core.base.now(), [life.epoch, state?.epoch ?? ''])
    const clockState = clockOf(world, core.base.now()) ?? kept
    await importDump(core, dumpOf(world, { epoch, clock: clockState, state }))
    live(epoch, clockState, world.seed)
  }

  const { shared } = core.store
  const inTurn = (work: () => Promise<void>): Promise<void> => (shared ? shared.alone(work) : work())
  const recall = async (): Promise<boolean> => {
    const [meta, clockState] = await core.transactions.read(worldPartition, async (world) => {
      await world.load([worldKeys.meta, worldKeys.clock])
      return [await world.get(worldKeys.meta), await world.get(worldKeys.clock)]
    })
    if (!meta) return false
    if (meta.format !== storeFormat) throw otherFormat(meta.format)
    if (meta.epoch === life.epoch) clock.set(clockState ?? clock.state())
    else live(meta.epoch, clockState ?? { aheadMs: 0 }, undefined)
    return true
  }
  /** `kept` as of the time when it is this process's turn. */
  const replace = async (value: unknown, kept: () => ClockState): Promise<void> => {
    await inTurn(() =>
      core.gate.alone(async () => {
        if (shared) await recall()
        await load(value, kept())
      }),
    )
    await replaced()
  }

  return {
    recall,
    async begin() {
      if (await recall()) return
      await inTurn(async () => {
        if (shared && (await recall())) return
        await load(first, { aheadMs: 0 })
      })
    },
    export: () =>
      core.gate.alone(async () => {
        const running = !('stillAt' in clock.state())
        return exportWorld(await core.store.export(), { at: clock.now(), running })
      }),
    import: (value) => replace(value, clock.state),
    reset: () => replace(first, () => ({ aheadMs: 0 })),
  }
}

function clockOf({ clock }: LoadedWorld, now: number): ClockState | undefined {
  if (!clock) return undefined
  return clock.running ? { aheadMs: clock.at - now } : { stillAt: clock.at }
}

function otherFormat(format: unknown): Error {
  const fact = `it holds format ${format}, and this version reads ${storeFormat}`
  return new Error(
    `Failed to open the store: ${fact}. Open it with the version that wrote it, export the world and import it here.`,
  )
}

async function importDump(core: Core, dump: Parameters<Core['store']['import']>[0]): Promise<void> {
  try {
    await core.store.import(dump)
  } catch (error) {
    if (error instanceof TypeError) throw new WorldError({ path: 'state', value: undefined, expected: error.message })
    throw error
  }
}
