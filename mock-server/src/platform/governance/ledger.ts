import type { Core } from '../core.ts'
import { worldValue } from '../directory/world-rows.ts'
import { penaltyNumbers } from '../official-account/violations/penalty-numbers.ts'
import { inForce } from '../rulebook/in-force.ts'
import type { Degree, ReportKind, RuleNumbers, ViolationKind } from '../rulebook/numbers.ts'
import { governanceKeys, governancePartition, type TakenRung, type Violation } from '../storage/governance-places.ts'
import { wechatSettings } from '../storage/official-places.ts'
import type { Transaction } from '../storage/transaction.ts'
import { worldKeys } from '../storage/world-places.ts'
import type { PersonId, SenderId } from '../world.ts'
import { nextRung } from './ladder.ts'
import { writeLetter } from './letters.ts'
import { type StandingStep, takeStep, tellDeveloper } from './standing.ts'

/** A violation as it is recorded; weight and step follow from the rule set. */
export interface Breach {
  readonly source: Violation['source']
  readonly kind: ViolationKind | ReportKind
  readonly degree?: Degree
  readonly reason?: string
  readonly itemId?: string
  readonly person?: PersonId
  readonly loss?: string
  /** The rule that found it, and the library's number of the template that it was done with (WT-11.9). */
  readonly rule?: string
  readonly template?: string
  /** What the letter calls it. Default `violation`. */
  readonly about?: string
}

/** Enters a breach into the ledger and takes the rung that it leads to (MA-19, MA-21). A repeated report enters nothing. */
export async function record(
  core: Core,
  sender: SenderId,
  breach: Breach,
): Promise<{ readonly id: number; readonly repeated: boolean }> {
  const numbers = await numbersNow(core, sender)
  const entered = await core.transactions.write(governancePartition(sender), (transaction) =>
    enter(transaction, core.clock.now(), { breach, numbers }),
  )
  if (entered.repeated) return entered
  core.journal.write({
    kind: 'governance',
    summary: `${recorders[breach.source]} ${sender}: ${breach.kind}`,
    sender,
    ...(breach.person !== undefined && { person: breach.person }),
  })
  if (breach.loss !== undefined) await tellDeveloper(core, sender, { about: 'liability', reason: breach.loss })
  if (entered.step) await climb(core, sender, entered.step)
  return entered
}

const recorders: Readonly<Record<Breach['source'], string>> = {
  report: 'A recipient reports',
  operator: 'The operator records against',
  rule: 'A rule speaks against',
}

/** The rules' numbers at this moment (MA-20); of an official account with its own penalties (WT-11.9). */
export async function numbersNow(core: Core, sender: SenderId): Promise<RuleNumbers> {
  const { numbers } = inForce(core.numbers, await worldValue(core, worldKeys.miniapp), core.clock.now())
  const row = await worldValue(core, worldKeys.sender(sender))
  if (row?.record.platform !== 'wechat') return numbers
  return { ...numbers, governance: { ...penaltyNumbers, ...(await worldValue(core, wechatSettings))?.penalties } }
}

/** All entries of a ledger, the oldest first. */
export async function violationsOf(transaction: Transaction): Promise<readonly Violation[]> {
  const rows = await transaction.scan({ prefix: governanceKeys.violations, max: Number.MAX_SAFE_INTEGER })
  // Only `governanceKeys.violation` writes below this prefix.
  return rows.map(({ value }) => value as Violation)
}

async function enter(
  transaction: Transaction,
  at: number,
  { breach, numbers }: { readonly breach: Breach; readonly numbers: RuleNumbers },
): Promise<{ readonly id: number; readonly repeated: boolean; readonly step?: TakenRung }> {
  const { about = 'violation', ...facts } = breach
  const reportKey =
    breach.source === 'report' && breach.person !== undefined && breach.itemId !== undefined
      ? governanceKeys.report(breach.person, breach.itemId)
      : undefined
  const before = reportKey && (await transaction.get(reportKey))
  if (before !== undefined) return { id: before, repeated: true }
  const head = (await transaction.get(governanceKeys.head)) ?? { violations: 0, letters: 0 }
  const id = head.violations + 1
  transaction.put(governanceKeys.head, { ...head, violations: id })
  const entry: Violation = {
    id,
    at,
    ...facts,
    weight: weightOf(breach, numbers),
    ...(breach.loss !== undefined && { liability: 'reserved' as const }),
  }
  const { automatic } = numbers.governance
  const step = automatic ? nextRung([...(await violationsOf(transaction)), entry], at, numbers.governance) : undefined
  transaction.put(governanceKeys.violation(id), { ...entry, ...(step && { step }) })
  if (reportKey) transaction.put(reportKey, id)
  const { reason, itemId } = breach
  await writeLetter(transaction, at, {
    about,
    violation: id,
    ...(reason !== undefined && { reason }),
    ...(itemId !== undefined && { itemId }),
  })
  return { id, repeated: false, ...(step && { step }) }
}

function weightOf({ source, kind, degree = 'minor' }: Breach, { governance }: RuleNumbers): number {
  const { weights, degrees, reports } = governance
  // The source says which of the two lists the kind is of.
  return source === 'report' ? reports[kind as ReportKind] : weights[kind as ViolationKind] * degrees[degree]
}

/** A step never makes milder what stands already. */
async function climb(core: Core, sender: SenderId, { step, until, points }: TakenRung): Promise<void> {
  const reason = `${points} points of violations`
  const { record: now } = (await worldValue(core, worldKeys.sender(sender))) ?? {}
  if (step === 'removed') await takeStep(core, sender, { about: step, status: 'removed', reason })
  else if (step === 'warned' || now?.capability === 'revoked')
    await tellDeveloper(core, sender, { about: 'warned', reason })
  else await takeStep(core, sender, capabilityStep(step, { reason, until, before: now?.disabledUntil }))
}

function capabilityStep(
  step: 'disabled' | 'revoked',
  {
    reason,
    until,
    before = 0,
  }: { readonly reason: string; readonly until: number | undefined; readonly before: number | undefined },
): StandingStep {
  const end = step === 'disabled' && until !== undefined ? { until: Math.max(until, before) } : {}
  return { about: step, capability: step, reason, ...end }
}
