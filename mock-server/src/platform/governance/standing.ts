import type { Core } from '../core.ts'
import { putSender } from '../directory/put-records.ts'
import { worldValue } from '../directory/world-rows.ts'
import { tellSender } from '../inbox/tell-sender.ts'
import { instantText } from '../rulebook/words.ts'
import { governancePartition } from '../storage/governance-places.ts'
import { worldKeys } from '../storage/world-places.ts'
import type { Capability, SenderId, SenderRecord } from '../world.ts'
import { writeLetter } from './letters.ts'

/** One step of the life-cycle (MA-6) or of the ladder (MA-19). */
export interface StandingStep {
  /** What the letter is about; the journal's word too. */
  readonly about: string
  readonly capability?: Capability
  readonly status?: SenderRecord['status']
  readonly until?: number
  readonly reason?: string
}

/** The record as the step leaves it, its end and reason replaced. Throws `RangeError` for an unknown sender. */
export async function takeStep(core: Core, id: SenderId, step: StandingStep): Promise<SenderRecord> {
  const row = await worldValue(core, worldKeys.sender(id))
  if (!row) throw new RangeError(`Failed to change the standing: no sender "${id}". Put the sender first.`)
  const { disabledUntil: _, reason: __, ...kept } = row.record
  const record: SenderRecord = {
    ...kept,
    ...(step.capability && { capability: step.capability }),
    ...(step.status && { status: step.status }),
    ...(step.until !== undefined && { disabledUntil: step.until }),
    ...(step.reason !== undefined && { reason: step.reason }),
  }
  await putSender(core, record)
  if (step.status) await tellSender(core, record)
  await tellDeveloper(core, id, { ...step, about: wordFor(record, step.about) })
  return record
}

/** WT-12: an official account hears of its API and of itself, not of a capability. */
function wordFor({ platform }: SenderRecord, about: string): string {
  return platform === 'wechat' ? (officialWords[about] ?? about) : about
}

const officialWords: Readonly<Record<string, string>> = {
  disabled: 'api-blocked',
  enabled: 'api-back',
  revoked: 'api-withdrawn',
  removed: 'account-disabled',
  restored: 'account-restored',
}

/** The letter to the developer and the row for the operator. */
export async function tellDeveloper(
  core: Core,
  sender: SenderId,
  step: Omit<StandingStep, 'capability' | 'status'>,
): Promise<void> {
  const { about, reason, until } = step
  const facts = { about, ...(reason !== undefined && { reason }), ...(until !== undefined && { until }) }
  await core.transactions.write(governancePartition(sender), (transaction) =>
    writeLetter(transaction, core.clock.now(), facts),
  )
  const end = until === undefined ? '' : ` until ${instantText(until)}`
  const why = reason === undefined ? '' : `: ${reason}`
  core.journal.write({ kind: 'governance', summary: `${sender}: ${about}${end}${why}`, sender })
}
