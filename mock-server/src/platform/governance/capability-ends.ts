import type { Timers, Undo } from '@minibell/ports'
import type { Core } from '../core.ts'
import { worldRows } from '../directory/world-rows.ts'
import { type SenderRow, worldKeys } from '../storage/world-places.ts'
import type { SenderRecord } from '../world.ts'
import { takeStep } from './standing.ts'
import { finishAllSteps } from './steps.ts'

/** MA-6: capabilities that come back by the clock, whoever moves it. */
export interface CapabilityEnds {
  /** Brings back all whose time is over. */
  settle(): Promise<void>
  /** Reads the senders anew. */
  reload(): Promise<void>
  /** Takes the steps that a process which is no more had decided, then reads the senders. */
  resume(): Promise<void>
}

const maxTimerMs = 2_000_000_000

export function capabilityEnds(core: Core, timers?: Timers): CapabilityEnds {
  let next = Number.POSITIVE_INFINITY
  let settling: Promise<void> | undefined
  let cancel: Undo | undefined
  let stale = false
  core.journal.watch(({ kind }) => {
    stale ||= kind === 'governance'
  })

  const disabled = async (): Promise<readonly SenderRecord[]> =>
    (await worldRows<SenderRow>(core, worldKeys.senders))
      .map(({ record }) => record)
      .filter(({ capability, disabledUntil }) => capability === 'disabled' && disabledUntil !== undefined)
  const schedule = (): void => {
    cancel?.()
    cancel = undefined
    if (!timers || !Number.isFinite(next)) return
    const afterMs = Math.max(0, Math.min(next - core.clock.now(), maxTimerMs))
    cancel = timers.after(afterMs, () => void settle().catch(() => undefined))
  }
  const reload = async (): Promise<void> => {
    stale = false
    next = Math.min(...(await disabled()).map(({ disabledUntil = next }) => disabledUntil))
    schedule()
  }
  const run = async (): Promise<void> => {
    const now = core.clock.now()
    for (const { id, disabledUntil = now } of await disabled())
      if (disabledUntil <= now) await takeStep(core, id, { about: 'enabled', capability: 'granted', from: 'disabled' })
    await reload()
  }
  const settle = async (): Promise<void> => {
    if (stale) await reload()
    if (core.clock.now() < next) return
    settling ??= run().finally(() => {
      settling = undefined
    })
    await settling
  }
  const resume = async (): Promise<void> => {
    await finishAllSteps(core)
    await reload()
  }
  return { settle, reload, resume }
}
