import type { Core } from '../core.ts'
import { worldValue } from '../directory/world-rows.ts'
import { penaltyNumbers } from '../official-account/violations/penalty-numbers.ts'
import { inForce } from '../rulebook/in-force.ts'
import type { Degree, ReportKind, RuleNumbers, ViolationKind } from '../rulebook/numbers.ts'
import { governanceKeys, governancePartition, type TakenRung, type Violation } from '../storage/governance-places.ts'
import type { Key } from '../storage/key.ts'
import { wechatSettings } from '../storage/official-places.ts'
import type { Transaction } from '../storage/transaction.ts'
import { worldKeys } from '../storage/world-places.ts'
import type { PersonId, SenderId, SenderRecord } from '../world.ts'
import { nextRung } from './ladder.ts'
import { writeLetter } from './letters.ts'
import type { StandingStep } from './standing.ts'
import { finishSteps, planStep } from './steps.ts'
import { tellOperator } from './tell-operator.ts'

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
  /** There is one such entry about the item, however often it is said. */
  readonly once?: true
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
  const { record: standing } = (await worldValue(core, worldKeys.sender(sender))) ?? {}
  const entered = await core.transactions.write(governancePartition(sender), (transaction) =>
    enter(transaction, core.clock.now(), { breach, numbers, standing }),
  )
  // A report that comes again may find a step that broke off.
  if (!entered.repeated) tellOfIt(core, sender, { breach, warning: entered.warning })
  await finishSteps(core, sender)
  return entered
}

/** Rows of the journal: the entry, and the letters that were written with it. */
function tellOfIt(
  core: Core,
  sender: SenderId,
  { breach, warning }: { readonly breach: Breach; readonly warning: string | undefined },
): void {
  core.journal.write({
    kind: 'governance',
    summary: `${recorders[breach.source]} ${sender}: ${breach.kind}`,
    sender,
    ...(breach.person !== undefined && { person: breach.person }),
  })
  if (breach.loss !== undefined) tellOperator(core, sender, { about: 'liability', reason: breach.loss })
  if (warning !== undefined) tellOperator(core, sender, { about: 'warned', reason: warning })
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

/** Entry, letters and the plan of what follows, in one commit. */
async function enter(
  transaction: Transaction,
  at: number,
  {
    breach,
    numbers,
    standing,
  }: { readonly breach: Breach; readonly numbers: RuleNumbers; readonly standing: SenderRecord | undefined },
): Promise<{ readonly id: number; readonly repeated: boolean; readonly warning?: string }> {
  const { about = 'violation', once: _, ...facts } = breach
  const reportKey = onceKey(breach)
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
  if (breach.loss !== undefined) await writeLetter(transaction, at, { about: 'liability', reason: breach.loss })
  const next = step && stepOf(step, standing)
  if (next?.capability || next?.status) await planStep(transaction, { ...next, at })
  else if (next) await writeLetter(transaction, at, next)
  return { id, repeated: false, ...(next && !next.capability && !next.status && { warning: next.reason }) }
}

/** Nobody's id is empty: that is the operator's place. */
function onceKey({ source, person = '', itemId, once }: Breach): Key<number> | undefined {
  const isOnce = source === 'report' ? person !== '' : once === true
  return isOnce && itemId !== undefined ? governanceKeys.report(source === 'report' ? person : '', itemId) : undefined
}

function weightOf({ source, kind, degree = 'minor' }: Breach, { governance }: RuleNumbers): number {
  const { weights, degrees, reports } = governance
  // The source says which of the two lists the kind is of.
  return source === 'report' ? reports[kind as ReportKind] : weights[kind as ViolationKind] * degrees[degree]
}

/** A step never makes milder what stands already: then it is a warning, without a change. */
function stepOf(
  { step, until, points }: TakenRung,
  standing: SenderRecord | undefined,
): StandingStep & { readonly reason: string } {
  const reason = `${points} points of violations`
  if (step === 'removed') return { about: step, status: 'removed', reason }
  if (step === 'warned' || standing?.capability === 'revoked') return { about: 'warned', reason }
  return { ...capabilityStep(step, { reason, until, before: standing?.disabledUntil }), reason }
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
