import type { Core } from '../../core.ts'
import type { AcceptedTemplate, SendOutcome } from '../../platform.ts'
import { spend } from '../../rulebook/miniapp/rate-window.ts'
import type { TemplateAttempt } from '../../rulebook/open-api/template-attempt.ts'
import { recipientRules, trafficRule } from '../../rulebook/open-api/traffic-rules.ts'
import { spokenFirst } from '../../rulebook/rule-book.ts'
import { appKeys, appPartition } from '../../storage/app-places.ts'
import type { Transaction } from '../../storage/transaction.ts'
import type { Explanation, RuleWord, Verdict } from '../../verdict.ts'
import { heldBy, itemIdOf, keepAnswer, newBase } from '../claim.ts'
import { deliverTemplate, type Placed } from './deliver.ts'
import { lookAtTemplate, sendRules, type TemplateRequest, type TemplateSend, windowsOf } from './look.ts'
import { wordingFor } from './wording.ts'

/** OA-3 to OA-12 for one send; the steps are those of decision 10. A refused send holds no request id: it may be sent again. */
export async function sendTemplate(
  core: Core,
  request: TemplateRequest,
  tell: (message: AcceptedTemplate) => void,
): Promise<SendOutcome> {
  const send = await lookAtTemplate(core, request)
  const { held, attempt } = send
  const past = held?.answer ? afterAnswer : held?.same ? afterClaim : noRules
  const rules = sendRules.filter((rule) => !past.has(rule.id))
  const { verdict, explanation } = core.judge.judged(rules, attempt)
  if (verdict) return { accepted: false, verdict, explanation }
  if (held?.answer) return { accepted: true, ...held.answer, repeated: true, explanation }
  const taken = await hold(core, send)
  if (taken === 'overtaken') return sendTemplate(core, request, tell)
  if ('verdict' in taken) return { accepted: false, verdict: taken.verdict, explanation: spoken(core, send, taken) }
  const itemId = itemIdOf(taken.base, 0)
  const { offset, repeated } = await deliver(core, send, itemId)
  await keepAnswer(core, send.sender.id, { claimed: send.claimed, answer: { itemId, offset } })
  if (!repeated) announce(send, itemId, tell)
  return { accepted: true, itemId, offset, repeated, explanation }
}

function spoken(core: Core, { attempt }: TemplateSend, { verdict }: { readonly verdict: Verdict }): Explanation {
  return spokenFirst(
    core.judge.words(sendRules, attempt).map((word) => (word.rule === verdict.rule ? refusal(verdict) : word)),
    verdict,
  )
}

const refusal = (verdict: Verdict): RuleWord => ({ rule: verdict.rule, word: 'refused', verdict })

function announce(send: TemplateSend, itemId: string, tell: (message: AcceptedTemplate) => void): void {
  const { person, sender, request, attempt } = send
  const { template } = attempt
  if (!person || !template) return
  const { redirectUrl } = request
  const wording = wordingFor(send, template)
  tell({ itemId, person, sender, template, ...wording, ...(redirectUrl !== undefined && { redirectUrl }) })
}

/** OA-9: a repeated request gets its first answer, whatever became of the template since. */
const afterAnswer: ReadonlySet<string> = new Set([
  'OA-12.template',
  'OA-3.redirect',
  'OA-3.page',
  'OA-4.language',
  'OA-6.parameters',
  'OA-8.rate',
  'OA-8.consent',
  'OA-8.frequency',
])

/** Who carries a broken-off send on has paid for it already. */
const afterClaim: ReadonlySet<string> = new Set(['OA-8.rate', 'OA-8.frequency'])
const noRules: ReadonlySet<string> = new Set()

type Taken = 'overtaken' | { readonly base: string } | { readonly verdict: Verdict }

/** Decision 10, steps 1 and 2: holds the request id and spends rate and frequency. `overtaken`: another body took the id meanwhile. */
function hold(core: Core, { claimed, sender, senderNumber, person, attempt }: TemplateSend): Promise<Taken> {
  return core.transactions.write(appPartition(sender.id), async (transaction): Promise<Taken> => {
    const held = await heldBy(transaction, claimed)
    if (held && (held.same || !core.judge.enabled('OA-9.requestId'))) return { base: held.base }
    if (held) return 'overtaken'
    const verdict = await spendTraffic(core, transaction, attempt)
    if (verdict) return { verdict }
    const base = await newBase(transaction, core, senderNumber)
    const inInbox = person && attempt.template && attempt.template.channel !== 'SMS'
    transaction.put(claimed.key, { base, body: claimed.body })
    transaction.put(appKeys.sent(base), { persons: [inInbox ? person.id : null] })
    if (inInbox) transaction.put(appKeys.knownTo(person.id), true)
    return { base }
  })
}

/** Judges rate and frequency by what stands in the store now, so that sends at once do not pass together. */
async function spendTraffic(
  core: Core,
  transaction: Transaction,
  attempt: TemplateAttempt,
): Promise<Verdict | undefined> {
  const { settings, grant } = attempt
  const now = core.clock.now()
  const windows = await windowsOf(transaction, { settings, person: grant?.person, now })
  const verdict = core.judge.refusal([trafficRule, ...recipientRules], { ...attempt, ...windows, now })
  if (verdict) return verdict
  if (settings.rate) transaction.put(appKeys.rate, spend(windows.asked, now, 1))
  if (settings.frequency && grant) transaction.put(appKeys.often(grant.person), spend(windows.often, now, 1))
  return undefined
}

/** Without a person or a template, since the rule that asks for them is switched off, there is nowhere to deliver to. */
async function deliver(core: Core, send: TemplateSend, itemId: string): Promise<Placed> {
  const { person, attempt } = send
  if (!person || !attempt.template) return { offset: 0, repeated: false }
  return deliverTemplate(core, send, { itemId, person, template: attempt.template })
}
