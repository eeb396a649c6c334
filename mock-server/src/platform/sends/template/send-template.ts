import type { Core } from '../../core.ts'
import type { SendOutcome } from '../../platform.ts'
import { spokenFirst } from '../../rulebook/rule-book.ts'
import { appKeys, appPartition } from '../../storage/app-places.ts'
import { heldBy, itemIdOf, keepAnswer, newBase } from '../claim.ts'
import { deliverTemplate, type Placed } from './deliver.ts'
import { lookAtTemplate, sendRules, type TemplateRequest, type TemplateSend } from './look.ts'

/** OA-3 to OA-12 for one send; the steps are those of decision 10. A refused send holds no request id: it may be sent again. */
export async function sendTemplate(core: Core, request: TemplateRequest): Promise<SendOutcome> {
  const send = await lookAtTemplate(core, request)
  const { held, attempt } = send
  const rules = held?.answer ? sendRules.filter((rule) => !afterAnswer.has(rule.id)) : sendRules
  const verdict = core.judge.refusal(rules, attempt)
  const explanation = spokenFirst(core.judge.words(rules, attempt), verdict)
  if (verdict) return { accepted: false, verdict, explanation }
  if (held?.answer) return { accepted: true, ...held.answer, repeated: true, explanation }
  const base = await hold(core, send)
  if (base === undefined) return sendTemplate(core, request)
  const itemId = itemIdOf(base, 0)
  const { offset, repeated } = await deliver(core, send, itemId)
  await keepAnswer(core, send.sender.id, { claimed: send.claimed, answer: { itemId, offset } })
  return { accepted: true, itemId, offset, repeated, explanation }
}

/** OA-9: a repeated request gets its first answer, whatever became of the template since. */
const afterAnswer: ReadonlySet<string> = new Set([
  'OA-12.template',
  'OA-3.redirect',
  'OA-3.page',
  'OA-4.language',
  'OA-6.parameters',
])

/** Decision 10, step 1. Nothing: another body took the request id meanwhile. */
function hold(
  core: Core,
  { claimed, sender, senderNumber, person, attempt }: TemplateSend,
): Promise<string | undefined> {
  return core.transactions.write(appPartition(sender.id), async (transaction) => {
    const held = await heldBy(transaction, claimed)
    if (held && (held.same || !core.judge.enabled('OA-9.requestId'))) return held.base
    if (held) return undefined
    const base = await newBase(transaction, core, senderNumber)
    const inInbox = person && attempt.template && attempt.template.channel !== 'SMS'
    transaction.put(claimed.key, { base, body: claimed.body })
    transaction.put(appKeys.sent(base), { persons: [inInbox ? person.id : null] })
    if (inInbox) transaction.put(appKeys.knownTo(person.id), true)
    return base
  })
}

/** Without a person or a template, since the rule that asks for them is switched off, there is nowhere to deliver to. */
async function deliver(core: Core, send: TemplateSend, itemId: string): Promise<Placed> {
  const { person, attempt } = send
  if (!person || !attempt.template) return { offset: 0, repeated: false }
  return deliverTemplate(core, send, { itemId, person, template: attempt.template })
}
