import type { Core } from '../core.ts'
import { worldValue } from '../directory/world-rows.ts'
import { officialValue } from '../official-account/official-accounts.ts'
import { type InForce, inForce, inOrder } from '../rulebook/in-force.ts'
import { application } from '../rulebook/miniapp/standing-rules.ts'
import type { RuleNumbers } from '../rulebook/numbers.ts'
import { paymentAbility } from '../rulebook/official-account/account-rules.ts'
import type { Agreement } from '../storage/app-places.ts'
import { appKeys, appPartition } from '../storage/app-places.ts'
import { governanceKeys, governancePartition, type Letter, type Violation } from '../storage/governance-places.ts'
import { officialKeys } from '../storage/official-places.ts'
import { worldKeys, worldPartition } from '../storage/world-places.ts'
import type { Explanation, Verdict } from '../verdict.ts'
import type { Capability, PersonId, RuleSet, SenderId, SenderRecord } from '../world.ts'
import { decodeNumbers, decodeRuleSet } from '../worlds/decode-numbers.ts'
import { counting, pointsOf } from './ladder.ts'
import { type Breach, numbersNow, record, violationsOf } from './ledger.ts'
import { writeLetter } from './letters.ts'
import { refuseMessage, withdrawForReason } from './operated-messages.ts'
import { lettersOf, lettersRead, readLetters } from './post-box.ts'
import { type StandingStep, takeStep } from './standing.ts'
import { tellOperator } from './tell-operator.ts'

/** MA-6, MA-18 to MA-21: what becomes of a mini-program besides its sends. Rejects with `RangeError` for an unknown sender. */
export interface Governance {
  /** MA-6: the developer's application; judged by the rule `MA-6.apply`. */
  apply(
    sender: SenderId,
  ): Promise<
    | { readonly accepted: true; readonly explanation: Explanation }
    | { readonly accepted: false; readonly verdict: Verdict; readonly explanation: Explanation }
  >
  /** Ends a review. False when there is none. */
  review(
    sender: SenderId,
    result: { readonly decision: 'grant' | 'refuse'; readonly reason?: string },
  ): Promise<boolean>
  /** An operator's own step, whatever stood before. */
  setCapability(
    sender: SenderId,
    step: { readonly capability: Capability; readonly until?: number; readonly reason?: string },
  ): Promise<SenderRecord>
  /** MA-19: takes the mini-program off, or brings it back; everybody who has heard of it is told. */
  setStatus(
    sender: SenderId,
    step: { readonly status: SenderRecord['status']; readonly reason?: string },
  ): Promise<SenderRecord>
  /** MA-19: enters a violation; the ladder follows. Answers its number in the ledger. */
  record(sender: SenderId, breach: Omit<Breach, 'source' | 'person' | 'about'>): Promise<number>
  /** It counts no more; steps that were taken stay. False when there is no such entry. */
  dismiss(sender: SenderId, violation: { readonly id: number; readonly reason: string }): Promise<boolean>
  /** MA-21: one recipient's complaint about an item of their inbox; the same one again is the first one. */
  report(report: {
    readonly person: PersonId
    readonly sender: SenderId
    readonly itemId: string
    readonly kind: 'harassing' | 'false' | 'marketing' | 'other'
  }): Promise<{ readonly repeated: boolean }>
  /** MA-18: takes an item back with a reason; the same words are refused from then on, and a violation is recorded. */
  withdraw(
    itemId: string,
    why: Pick<Breach, 'kind' | 'degree' | 'loss'> & { readonly reason: string },
  ): Promise<boolean>
  /** MA-18: a registered message, by its id. False when there is none. */
  refuseMessage(sender: SenderId, message: { readonly id: string; readonly reason: string }): Promise<boolean>
  /** Everything on the developer's page. */
  standing(sender: SenderId): Promise<StandingPage>
  /** Internal messages, newest first. */
  letters(sender: SenderId): Promise<readonly Letter[]>
  /** Number of the newest letter that the developer has read; 0: none. */
  lettersRead(sender: SenderId): Promise<number>
  /** Letters up to that number, by default all, are read. A mark never goes back. Answers the number of the newest that is read. */
  readLetters(sender: SenderId, upTo?: number): Promise<number>
  /** MA-20: all revisions, the earliest first, and which is in force. */
  bulletin(): Promise<{ readonly inForce: InForce; readonly ruleSets: readonly RuleSet[] }>
  /** Announces a revision, or replaces the one of the same name and version. Throws `WorldError`. */
  announce(ruleSet: RuleSet): Promise<void>
  settings(): Promise<Partial<RuleNumbers>>
  /** The world's own choices, whole. Throws `WorldError`. */
  putSettings(settings: Partial<RuleNumbers>): Promise<void>
}

/** Where a mini-program stands. */
export interface StandingPage {
  readonly capability: Capability
  readonly status: SenderRecord['status']
  readonly disabledUntil?: number
  readonly reason?: string
  /** Of what counts now. */
  readonly points: number
  readonly ladder: RuleNumbers['governance']['ladder']
  /** The oldest first. */
  readonly violations: readonly Violation[]
  readonly agreements: readonly Agreement[]
}

export function governance(core: Core): Governance {
  const { together } = core.gate
  const step = (sender: SenderId, what: StandingStep) =>
    together(async () => {
      await takeStep(core, sender, what)
      return senderNow(core, sender)
    })
  const reasoned = (reason: string | undefined) => (reason === undefined ? {} : { reason })

  return {
    apply: (sender) => together(() => apply(core, sender)),
    review: (sender, { decision, reason }) =>
      together(async () => {
        const { capability } = await senderNow(core, sender)
        if (capability !== 'in-review') return false
        const next = decision === 'grant' ? 'granted' : 'refused'
        return takeStep(core, sender, { about: next, capability: next, from: 'in-review', ...reasoned(reason) })
      }),
    setCapability: (sender, { capability, until, reason }) =>
      step(sender, { about: capability, capability, ...reasoned(reason), ...(until !== undefined && { until }) }),
    setStatus: (sender, { status, reason }) =>
      step(sender, { about: status === 'removed' ? 'removed' : 'restored', status, ...reasoned(reason) }),
    record: (sender, breach) =>
      together(async () => {
        await senderNow(core, sender)
        return (await record(core, sender, { ...breach, source: 'operator' })).id
      }),
    dismiss: (sender, violation) => together(() => dismiss(core, sender, violation)),
    report: ({ sender, ...breach }) =>
      together(async () => {
        const { repeated } = await record(core, sender, { ...breach, source: 'report', about: 'report' })
        return { repeated }
      }),
    withdraw: (itemId, why) => together(() => withdrawForReason(core, itemId, why)),
    refuseMessage: (sender, message) => together(() => refuseMessage(core, sender, message)),
    standing: (sender) => standing(core, sender),
    letters: (sender) => lettersOf(core, sender),
    lettersRead: (sender) => lettersRead(core, sender),
    readLetters: (sender, upTo) => together(() => readLetters(core, sender, upTo)),
    async bulletin() {
      const row = await worldValue(core, worldKeys.miniapp)
      return { inForce: inForce(core.numbers, row, core.clock.now()), ruleSets: inOrder(row) }
    },
    announce: (ruleSet) => together(() => announce(core, decodeRuleSet(ruleSet, ''))),
    settings: async () => (await worldValue(core, worldKeys.miniapp))?.settings ?? {},
    putSettings: (settings) =>
      together(() =>
        core.transactions.write(worldPartition, async (transaction) => {
          const { ruleSets = [] } = (await transaction.get(worldKeys.miniapp)) ?? {}
          transaction.put(worldKeys.miniapp, { settings: decodeNumbers(settings, ''), ruleSets })
        }),
      ),
  }
}

async function apply(core: Core, id: SenderId): ReturnType<Governance['apply']> {
  const account = await officialValue(core, id, officialKeys.account)
  const attempt = { sender: await senderNow(core, id), now: core.clock.now(), ...(account && { account }) }
  const rules = account ? [application, paymentAbility] : [application]
  const { verdict, explanation } = core.judge.judged(rules, attempt)
  if (verdict) return { accepted: false, verdict, explanation }
  await takeStep(core, id, { about: 'applied', capability: 'in-review', from: attempt.sender.capability })
  return { accepted: true, explanation }
}

async function senderNow(core: Core, id: SenderId): Promise<SenderRecord> {
  const row = await worldValue(core, worldKeys.sender(id))
  if (!row) throw new RangeError(`Failed to find the sender "${id}": no such id. Put the sender first.`)
  return row.record
}

async function dismiss(
  core: Core,
  sender: SenderId,
  { id, reason }: { readonly id: number; readonly reason: string },
): Promise<boolean> {
  const outcome = await core.transactions.write(governancePartition(sender), async (transaction) => {
    const entry = await transaction.get(governanceKeys.violation(id))
    if (!entry || entry.dismissed) return entry && 'again'
    transaction.put(governanceKeys.violation(id), { ...entry, dismissed: { at: core.clock.now(), reason } })
    await writeLetter(transaction, core.clock.now(), { about: 'dismissed', reason })
    return 'done'
  })
  if (outcome === 'done') tellOperator(core, sender, { about: 'dismissed', reason })
  return outcome !== undefined
}

async function standing(core: Core, id: SenderId): Promise<StandingPage> {
  const { capability, status, disabledUntil, reason } = await senderNow(core, id)
  const { governance: numbers } = await numbersNow(core, id)
  const violations = await core.transactions.read(governancePartition(id), violationsOf)
  const agreements = await core.transactions.read(appPartition(id), (app) => app.get(appKeys.agreed))
  return {
    capability,
    status,
    ...(disabledUntil !== undefined && { disabledUntil }),
    ...(reason !== undefined && { reason }),
    points: pointsOf(counting(violations, core.clock.now(), numbers)),
    ladder: numbers.ladder,
    violations,
    agreements: agreements ?? [],
  }
}

async function announce(core: Core, ruleSet: RuleSet): Promise<void> {
  await core.transactions.write(worldPartition, async (transaction) => {
    const { settings = {}, ruleSets = [] } = (await transaction.get(worldKeys.miniapp)) ?? {}
    const others = ruleSets.filter(({ name, version }) => name !== ruleSet.name || version !== ruleSet.version)
    transaction.put(worldKeys.miniapp, { settings, ruleSets: [...others, ruleSet] })
  })
  core.journal.write({
    kind: 'governance',
    summary: `Bulletin: ${ruleSet.name} ${ruleSet.version}: ${ruleSet.bulletin.en}`,
  })
}
