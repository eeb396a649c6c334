import type { Core } from '../../core.ts'
import { apiBlocked } from '../../rulebook/official-account/account-rules.ts'
import type { SendAttempt } from '../../rulebook/official-account/send-attempt.ts'
import { ownTemplateRules, reachRules, subscribed } from '../../rulebook/official-account/wire-rules.ts'
import { itemIdOf, newBase } from '../../sends/claim.ts'
import { appKeys, appPartition } from '../../storage/app-places.ts'
import type { SenderId } from '../../world.ts'
import { type Outcome, outcomeOf } from '../outcome.ts'
import type { AccountTemplate } from '../records.ts'
import { deliver } from './deliver.ts'
import { type LookedSend, lookAtSend } from './look.ts'
import { templateSendKeys } from './send-places.ts'
import type { TemplateMessage } from './template-sends.ts'

/** A message to somebody who subscribed to it; nobody need follow the account for that. */
export interface SubscribedMessage
  extends Omit<TemplateMessage, 'clientMsgId' | 'trigger' | 'circumstance' | 'subject'> {
  /** Of a one-time subscription, whose template is none of the account's own list: what stands in place of its title. */
  readonly oneTimeTitle?: string
}

/** How many messages a person agreed to get by one template; a large number for a lasting subscription. */
export interface Subscription {
  readonly openid: string
  readonly templateId: string
  readonly messages: number
}

/** Adds to what the person agreed to before. */
export function subscribe(
  core: Core,
  sender: SenderId,
  { openid, templateId, messages }: Subscription,
): Promise<number> {
  return core.transactions.write(appPartition(sender), async (transaction) => {
    const key = templateSendKeys.subscribed(openid, templateId)
    const left = ((await transaction.get(key)) ?? 0) + messages
    transaction.put(key, left)
    return left
  })
}

/** Each accepted message spends one of what was agreed to, whether it arrives or not. */
export async function sendSubscribed(
  core: Core,
  request: SubscribedMessage,
): Promise<Outcome<{ readonly itemId?: string }>> {
  const send = await look(core, request)
  const left = await core.transactions.read(appPartition(request.sender), (all) => all.get(leftKey(request)))
  const rules = [apiBlocked, ...(request.oneTimeTitle === undefined ? ownTemplateRules : []), ...reachRules, subscribed]
  const found = core.judge.judged<SendAttempt & { readonly left: number }>(rules, { ...send.attempt, left: left ?? 0 })
  if (found.verdict) return outcomeOf(found, {})
  const held = await spend(core, send)
  if (held === 'spent') return sendSubscribed(core, request)
  const itemId = itemIdOf(held, 0)
  const status = await deliver(core, send, itemId)
  return outcomeOf(found, status === 'success' ? { itemId } : {})
}

const leftKey = ({ openid, templateId }: Pick<SubscribedMessage, 'openid' | 'templateId'>) =>
  templateSendKeys.subscribed(openid, templateId)

async function look(core: Core, { oneTimeTitle, ...request }: SubscribedMessage): Promise<LookedSend> {
  const send = await lookAtSend(core, request)
  if (oneTimeTitle === undefined) return send
  return { ...send, attempt: { ...send.attempt, template: oneTime(request.templateId, oneTimeTitle) } }
}

function oneTime(id: string, title: string): AccountTemplate {
  const shape = { form: 'historical', class: 'general', kind: 'general-other', industries: [], addedAt: 0 } as const
  return { ...shape, id, libraryId: id, title, content: '{{content.DATA}}', example: title }
}

/** `spent`: another send took the last one meanwhile. */
function spend(core: Core, { request, person, senderNumber }: LookedSend): Promise<string> {
  const { openid, templateId } = request
  return core.transactions.write(appPartition(request.sender), async (transaction): Promise<string> => {
    const left = (await transaction.get(leftKey(request))) ?? 0
    if (left < 1 && core.judge.enabled(subscribed.id)) return 'spent'
    const base = await newBase(transaction, core, senderNumber)
    transaction.put(leftKey(request), left > 1 ? left - 1 : undefined)
    transaction.put(appKeys.sent(base), { persons: [person?.id ?? null] })
    transaction.put(templateSendKeys.item(itemIdOf(base, 0)), { templateId, openid })
    if (person) transaction.put(appKeys.knownTo(person.id), true)
    return base
  })
}
