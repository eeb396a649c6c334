import type { Core } from '../core.ts'
import { worldValue } from '../directory/world-rows.ts'
import { governancePartition } from '../storage/governance-places.ts'
import { worldKeys } from '../storage/world-places.ts'
import type { Capability, SenderId, SenderRecord } from '../world.ts'
import { writeLetter } from './letters.ts'
import { planAndFinish } from './steps.ts'
import { tellOperator } from './tell-operator.ts'

/** One step of the life-cycle (MA-6) or of the ladder (MA-19). */
export interface StandingStep {
  /** What the letter is about; the journal's word too. */
  readonly about: string
  readonly capability?: Capability
  readonly status?: SenderRecord['status']
  readonly until?: number
  readonly reason?: string
  /** The capability that it is meant for; in another state it is not taken. */
  readonly from?: Capability
}

/** Plans the step and takes it. False where it found another state than it was meant for. Throws `RangeError` for an unknown sender. */
export async function takeStep(core: Core, id: SenderId, step: StandingStep): Promise<boolean> {
  if (!(await worldValue(core, worldKeys.sender(id))))
    throw new RangeError(`Failed to change the standing: no sender "${id}". Put the sender first.`)
  return planAndFinish(core, id, { ...step, at: core.clock.now() })
}

/** The letter to the developer and the row for the operator. */
export async function tellDeveloper(
  core: Core,
  sender: SenderId,
  step: Omit<StandingStep, 'capability' | 'status' | 'from'>,
): Promise<void> {
  const { about, reason, until } = step
  const facts = { about, ...(reason !== undefined && { reason }), ...(until !== undefined && { until }) }
  await core.transactions.write(governancePartition(sender), (transaction) =>
    writeLetter(transaction, core.clock.now(), facts),
  )
  tellOperator(core, sender, facts)
}
