import type { Core } from '../core.ts'
import { putSender } from '../directory/put-records.ts'
import { worldRows, worldValue } from '../directory/world-rows.ts'
import { tellSender } from '../inbox/tell-sender.ts'
import { governanceKeys, governancePartition, type PlannedStep } from '../storage/governance-places.ts'
import { partsOf } from '../storage/key.ts'
import type { Transaction } from '../storage/transaction.ts'
import { type Turns, turns } from '../storage/turns.ts'
import { type SenderRow, worldKeys } from '../storage/world-places.ts'
import type { SenderId, SenderRecord } from '../world.ts'
import { writeLetter } from './letters.ts'
import { tellOperator, wordFor } from './tell-operator.ts'

/** Writes a step down, so that it is taken whatever happens meanwhile. Answers its number, for `finishSteps`, which takes it. */
export async function planStep(transaction: Transaction, step: PlannedStep): Promise<number> {
  const head = (await transaction.get(governanceKeys.head)) ?? { violations: 0, letters: 0 }
  const steps = (head.steps ?? 0) + 1
  transaction.put(governanceKeys.head, { ...head, steps })
  transaction.put(governanceKeys.step(steps), step)
  return steps
}

/** Plans one step more and takes all. False when that one found another state than it was meant for. */
export function planAndFinish(core: Core, sender: SenderId, step: PlannedStep): Promise<boolean> {
  return lineOf(core).take(sender, async () => {
    const number = await core.transactions.write(governancePartition(sender), (transaction) =>
      planStep(transaction, step),
    )
    return takeAll(core, sender, number)
  })
}

/**
 * Takes all planned steps of a sender, in their order: the record, what devices are told, then the letter and the end of the plan in one
 * commit. Each part may be repeated, so a process that broke off is carried on by the next one.
 */
export async function finishSteps(core: Core, sender: SenderId): Promise<void> {
  await lineOf(core).take(sender, () => takeAll(core, sender))
}

/** Of every sender: what a process that is no more had planned. */
export async function finishAllSteps(core: Core): Promise<void> {
  for (const { record } of await worldRows<SenderRow>(core, worldKeys.senders)) await finishSteps(core, record.id)
}

/** Whether the one of that number was taken. */
async function takeAll(core: Core, sender: SenderId, wanted?: number): Promise<boolean> {
  let taken = false
  for (;;) {
    const [row] = await core.store.scan(governancePartition(sender), { prefix: governanceKeys.steps, max: 1 })
    if (!row) return taken
    const number = Number.parseInt(partsOf(row.key)[1] ?? '', 36)
    // Only `governanceKeys.step` writes below this prefix.
    const done = await finish(core, sender, { number, step: row.value as PlannedStep })
    if (number === wanted) taken = done
  }
}

async function finish(
  core: Core,
  sender: SenderId,
  { number, step }: { readonly number: number; readonly step: PlannedStep },
): Promise<boolean> {
  const record = await changed(core, sender, step)
  if (record && step.status) await tellSender(core, record)
  const about = record && wordFor(record, step.about)
  const told = await core.transactions.write(governancePartition(sender), async (transaction) => {
    if (!(await transaction.get(governanceKeys.step(number)))) return false
    transaction.put(governanceKeys.step(number), undefined)
    if (about !== undefined) await writeLetter(transaction, step.at, letterOf(step, about))
    return about !== undefined
  })
  if (told && about !== undefined) tellOperator(core, sender, letterOf(step, about))
  return record !== undefined
}

function letterOf({ reason, until }: PlannedStep, about: string) {
  return { about, ...(reason !== undefined && { reason }), ...(until !== undefined && { until }) }
}

/** The record as the step leaves it, its end and reason replaced; nothing where it was meant for another state. */
async function changed(core: Core, id: SenderId, step: PlannedStep): Promise<SenderRecord | undefined> {
  const row = await worldValue(core, worldKeys.sender(id))
  const now = row?.record
  if (!now || (step.from !== undefined && now.capability !== step.from && now.capability !== step.capability)) return
  const { disabledUntil: _, reason: __, ...kept } = now
  const record: SenderRecord = {
    ...kept,
    ...(step.capability && { capability: step.capability }),
    ...(step.status && { status: step.status }),
    ...(step.until !== undefined && { disabledUntil: step.until }),
    ...(step.reason !== undefined && { reason: step.reason }),
  }
  await putSender(core, record)
  return record
}

/** Steps of one sender are taken one after another. */
const lines = new WeakMap<Core, Turns>()

function lineOf(core: Core): Turns {
  const line = lines.get(core) ?? turns()
  lines.set(core, line)
  return line
}
