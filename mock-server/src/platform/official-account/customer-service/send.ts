import type { Core } from '../../core.ts'
import { record } from '../../governance/ledger.ts'
import { conductRules } from '../../rulebook/customer-service/conduct-rules.ts'
import { dailyRule } from '../../rulebook/customer-service/standing-rules.ts'
import { windowRules } from '../../rulebook/customer-service/window-rules.ts'
import { emptyState, spent } from '../../rulebook/customer-service/windows.ts'
import { spokenFirst } from '../../rulebook/rule-book.ts'
import type { ShownMessage } from '../../sends/sending.ts'
import { customerKeys, customerState } from '../../storage/customer-places.ts'
import type { Transaction } from '../../storage/transaction.ts'
import type { Explanation, Verdict } from '../../verdict.ts'
import { chinaDay } from '../china-time.ts'
import { customerMessage } from './customer-message.ts'
import type { CustomerSend } from './customer-service.ts'
import { customerRules, type LookedAt, lookAtCustomer } from './look.ts'
import { placeMessage, reserveItem } from './place-message.ts'

export type CustomerOutcome =
  | { readonly accepted: true; readonly itemId: string; readonly explanation: Explanation }
  | { readonly accepted: false; readonly verdict: Verdict; readonly explanation: Explanation }

/** Looks, spends one of the day, then window and inbox as one commit; what the message is found guilty of comes last. */
export async function sendCustomer(core: Core, send: CustomerSend): Promise<CustomerOutcome> {
  const seen = await lookAtCustomer(core, send)
  const { attempt, person, row } = seen
  const { verdict, explanation } = core.judge.judged(customerRules, attempt)
  const refused = (verdict: Verdict): CustomerOutcome => ({
    accepted: false,
    verdict,
    explanation: spokenFirst(explanation, verdict),
  })
  if (verdict) return refused(verdict)
  // Where the rule that asks for a known openid is switched off, there is nobody to deliver to.
  if (!person) return { accepted: true, itemId: '', explanation }
  const reserved = await reserveItem(core, { sender: row, person, before: (own) => spendDay(core, own, seen) })
  if ('refused' in reserved) return refused(reserved.refused)
  const { itemId } = reserved
  const placed = await placeMessage(core, {
    id: itemId,
    sender: row,
    person,
    message: customerMessage(send.content, shownTo(seen)),
    before: (transaction) => spendWindow(core, transaction, seen),
  })
  if ('refused' in placed) return refused(placed.refused)
  await punish(core, seen, { itemId, explanation })
  return { accepted: true, itemId, explanation }
}

/** what every rule would say now. */
export async function explainCustomer(
  core: Core,
  send: CustomerSend,
): Promise<{ readonly verdict?: Verdict; readonly words: Explanation; readonly shown: ShownMessage }> {
  const looked = await lookAtCustomer(core, send)
  const { verdict, explanation: words } = core.judge.judged(customerRules, looked.attempt)
  const message = customerMessage(send.content, shownTo(looked))
  return { ...(verdict && { verdict }), words, shown: { message, placement: 'list' } }
}

/** How the message is shown to this user. */
export function shownTo({ account, person, program }: Pick<LookedAt, 'account' | 'person' | 'program'>) {
  return {
    language: person?.language ?? '',
    medium: (id: string | undefined) => account.media?.find((one) => one.id === id),
    program: (appId: string) => (program?.wireId === appId ? program : undefined),
    overseas: account.overseas === true,
  }
}

/** Judged by what stands in the store now, so that sends at once do not pass together. */
async function spendDay(core: Core, transaction: Transaction, { attempt }: LookedAt): Promise<Verdict | undefined> {
  const now = core.clock.now()
  const day = chinaDay(now)
  const kept = await transaction.get(customerKeys.day)
  const sentToday = kept?.day === day ? kept.sends : 0
  const verdict = core.judge.refusal([dailyRule], { ...attempt, now, sentToday })
  if (!verdict) transaction.put(customerKeys.day, { day, sends: sentToday + 1 })
  return verdict
}

/** Texts that are remembered after one action. */
const mostRemembered = 20

async function spendWindow(core: Core, transaction: Transaction, { attempt }: LookedAt): Promise<Verdict | undefined> {
  const now = core.clock.now()
  const key = customerState(attempt.sender.id)
  const state = (await transaction.get(key)) ?? emptyState
  const verdict = core.judge.refusal(windowRules, { ...attempt, now, state })
  if (verdict) return verdict
  const sent = [...(state.sent ?? []), { at: now, text: attempt.text }].slice(-mostRemembered)
  const { typingUntil: _, ...rest } = spent(state, now)
  transaction.put(key, { ...rest, sent, activeAt: now })
  return undefined
}

/** CS-7: what the conduct rules found goes into the ledger, and the ladder follows. */
async function punish(
  core: Core,
  { attempt }: LookedAt,
  { itemId, explanation }: { readonly itemId: string; readonly explanation: Explanation },
): Promise<void> {
  for (const { id } of conductRules) {
    const found = explanation.find(({ rule, word }) => rule === id && word === 'warned')
    if (!found?.verdict) continue
    await record(core, attempt.sender.id, {
      source: 'rule',
      kind: id === 'CS-7.repeated' ? 'repetition' : 'promotion',
      rule: id,
      reason: `${id}: ${found.verdict.received}`,
      ...(attempt.person && { person: attempt.person.id }),
      itemId,
    })
  }
}
