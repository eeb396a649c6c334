import type { Core } from '../../core.ts'
import { standingRules } from '../../rulebook/official-account/account-rules.ts'
import { hasConsent, isExempt, type SendAttempt, triggerOf } from '../../rulebook/official-account/send-attempt.ts'
import { triggerRules } from '../../rulebook/official-account/trigger-rules.ts'
import { onceRule, quotaRule, wireRules } from '../../rulebook/official-account/wire-rules.ts'
import type { PlatformRule } from '../../rulebook/rule.ts'
import { itemIdOf, newBase } from '../../sends/claim.ts'
import type { ShownMessage } from '../../sends/sending.ts'
import { appKeys, appPartition } from '../../storage/app-places.ts'
import type { Transaction } from '../../storage/transaction.ts'
import type { Explanation, Verdict } from '../../verdict.ts'
import type { Pushes, PushFact, TemplateStatus } from '../push.ts'
import { type FoundIn, recordViolations } from '../violations/record-violations.ts'
import { violationRules } from '../violations/violation-rules.ts'
import { deliver, messageOf } from './deliver.ts'
import { type LookedSend, lookAtSend } from './look.ts'
import { dayOf } from './quota.ts'
import { type SentOnce, templateSendKeys } from './send-places.ts'
import type { TemplateMessage, TemplateSendOutcome } from './template-sends.ts'

/** In the order in which they speak. */
export const templateSendRules: readonly PlatformRule<SendAttempt>[] = [
  ...standingRules,
  ...wireRules,
  ...triggerRules,
  quotaRule,
  ...violationRules,
]

/** Those that other sends at the same time may change: judged once more where they are spent. */
const spentRules = [...triggerRules, quotaRule]

/** For how long a `client_msg_id` is sure to hold. */
const onceMs = 600_000

/** One `template/send`: judge, spend, deliver, tell the developer what became of it. */
export async function sendTemplateMessage(
  core: Core,
  pushes: Pushes,
  request: TemplateMessage,
): Promise<TemplateSendOutcome> {
  const before = await sentBefore(core, request)
  if (before) return repeat(core, pushes, { request, before })
  const send = await lookAtSend(core, request)
  const { verdict, explanation } = core.judge.judged(templateSendRules, send.attempt)
  const found = foundIn(send, explanation)
  if (verdict) {
    await recordViolations(core, { ...found, refusedBy: verdict.rule })
    return { accepted: false, verdict, explanation }
  }
  const held = await hold(core, send)
  if ('verdict' in held) return { accepted: false, verdict: held.verdict, explanation }
  if ('before' in held) return repeat(core, pushes, { request, before: held.before })
  const { msgId } = held
  const itemId = itemIdOf(held.base, 0)
  const status = await finish(core, pushes, { send, held })
  await recordViolations(core, { ...found, ...(status === 'success' && { itemId }) })
  return { accepted: true, msgId, repeated: false, status, ...(status === 'success' && { itemId }), explanation }
}

/** Delivers and tells; of a message with a `client_msg_id` once, whoever carries it on. */
async function finish(
  core: Core,
  pushes: Pushes,
  { send, held }: { readonly send: LookedSend; readonly held: { readonly msgId: string; readonly base: string } },
): Promise<TemplateStatus> {
  const { request } = send
  const status = await deliver(core, send, itemIdOf(held.base, 0))
  if (await isFirstEnd(core, request, status)) tell(pushes, send, { kind: 'template-sent', msgId: held.msgId, status })
  return status
}

function isFirstEnd(
  core: Core,
  { sender, openid, clientMsgId }: TemplateMessage,
  status: TemplateStatus,
): Promise<boolean> {
  if (clientMsgId === undefined) return Promise.resolve(true)
  const key = templateSendKeys.sent(openid, clientMsgId)
  return core.transactions.write(appPartition(sender), async (transaction) => {
    const once = await transaction.get(key)
    if (!once || once.status !== undefined) return false
    transaction.put(key, { ...once, status })
    return true
  })
}

/** The first answer again; a send that broke off is carried on first. */
async function repeat(
  core: Core,
  pushes: Pushes,
  { request, before }: { readonly request: TemplateMessage; readonly before: SentOnce },
): Promise<TemplateSendOutcome> {
  if (before.status === undefined) await finish(core, pushes, { send: await lookAtSend(core, request), held: before })
  return { accepted: true, msgId: before.msgId, repeated: true, explanation: [] }
}

function tell(
  pushes: Pushes,
  { request: { sender, openid, clientMsgId }, attempt }: LookedSend,
  fact: Extract<PushFact, { readonly kind: 'template-sent' }>,
): void {
  const isZero = attempt.settings.zeroMsgIds === true && clientMsgId !== undefined
  pushes.tell({ sender, openid, at: attempt.now, fact: isZero ? { ...fact, msgId: '0' } : fact })
}

/** every rule's word on a send that is not made; nothing is spent, recorded or told. */
export async function explainTemplateMessage(
  core: Core,
  request: TemplateMessage,
): Promise<{ readonly verdict?: Verdict; readonly explanation: Explanation; readonly shown?: ShownMessage }> {
  const send = await lookAtSend(core, request)
  const found = core.judge.judged(templateSendRules, send.attempt)
  return send.attempt.template ? { ...found, shown: { message: messageOf(send), placement: 'list' } } : found
}

function foundIn({ request, attempt, person }: LookedSend, explanation: Explanation): FoundIn {
  const { template } = attempt
  return { sender: request.sender, explanation, ...(template && { template }), ...(person && { person: person.id }) }
}

/** The same `client_msg_id` to the same openid within 10 minutes is the same message, whatever else it says. */
async function sentBefore(core: Core, { sender, openid, clientMsgId }: TemplateMessage): Promise<SentOnce | undefined> {
  if (clientMsgId === undefined || !core.judge.enabled(onceRule.id)) return undefined
  const key = templateSendKeys.sent(openid, clientMsgId)
  const before = await core.transactions.read(appPartition(sender), (transaction) => transaction.get(key))
  return before && holds(before, core.clock.now()) ? before : undefined
}

type Held =
  | { readonly msgId: string; readonly base: string }
  | { readonly before: SentOnce }
  | { readonly verdict: Verdict }

/** Spends quota and frequency and gives the ids, all or nothing. */
function hold(core: Core, send: LookedSend): Promise<Held> {
  const { request, attempt, person, senderNumber } = send
  const { openid, templateId, clientMsgId } = request
  return core.transactions.write(appPartition(request.sender), async (transaction): Promise<Held> => {
    const now = core.clock.now()
    const once = clientMsgId === undefined ? undefined : templateSendKeys.sent(openid, clientMsgId)
    const before = once && (await transaction.get(once))
    if (core.judge.enabled(onceRule.id) && before && holds(before, now)) return { before }
    const told = (await transaction.get(templateSendKeys.told(openid, templateId))) ?? []
    const day = await dayOf(transaction, now)
    const verdict = core.judge.refusal(spentRules, { ...attempt, told, day, now })
    if (verdict) return { verdict }
    const msgId = await newMsgId(transaction, senderNumber)
    await noteExempt(transaction, send, msgId)
    const base = await newBase(transaction, core, senderNumber)
    transaction.put(appKeys.sent(base), { persons: [person?.id ?? null] })
    transaction.put(templateSendKeys.item(itemIdOf(base, 0)), { templateId, openid })
    if (person) transaction.put(appKeys.knownTo(person.id), true)
    transaction.put(templateSendKeys.day, { ...day, sends: day.sends + 1 })
    const entry = { at: now, subject: attempt.subject }
    transaction.put(templateSendKeys.told(openid, templateId), [...told, entry].slice(-60))
    if (once) transaction.put(once, { at: now, msgId, base })
    return { msgId, base }
  })
}

function holds({ at }: SentOnce, now: number): boolean {
  return now >= at && now - at < onceMs
}

/** Above 2^53, as real ones are: who reads it as a double loses the last digits, but no two become the same. */
async function newMsgId(transaction: Transaction, senderNumber: number): Promise<string> {
  const last = ((await transaction.get(templateSendKeys.last)) ?? 0) + 1
  transaction.put(templateSendKeys.last, last)
  return String(3_487_542_000_000_000_001n + BigInt(senderNumber) * 1_000_000_000_000n + BigInt(last) * 1_013n)
}

/** WT-2: what goes out without trigger and consent is shown to the operator. */
async function noteExempt(transaction: Transaction, { attempt, request }: LookedSend, msgId: string): Promise<void> {
  if (!isExempt(attempt) || hasConsent(attempt) || triggerOf(attempt)) return
  const { openid, templateId } = request
  const { circumstance = '' } = attempt.stated
  const number = (await transaction.get(templateSendKeys.last)) ?? 0
  transaction.put(templateSendKeys.exempt(number), { at: attempt.now, openid, templateId, msgId, circumstance })
}
