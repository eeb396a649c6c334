import type { Core } from '../../core.ts'
import { current, spend } from '../../rulebook/miniapp/rate-window.ts'
import { rateRules } from '../../rulebook/miniapp/service-rules.ts'
import { appKeys, appPartition } from '../../storage/app-places.ts'
import type { Transaction } from '../../storage/transaction.ts'
import type { Verdict } from '../../verdict.ts'
import type { PersonId } from '../../world.ts'
import { heldBy, newBase } from '../claim.ts'
import type { KeptAnswer, ServiceSend } from './look.ts'

/** What a send may go on with, or why not. */
export type Reservation =
  | { readonly kind: 'reserved'; readonly base: string }
  | { readonly kind: 'answered'; readonly answer: KeptAnswer }
  | { readonly kind: 'refused'; readonly verdict: Verdict }
  /** Another request took the id meanwhile. */
  | { readonly kind: 'overtaken' }

/** Who may get an item, by place; the others' places are null. */
export type Passing = readonly (PersonId | null)[]

/**
 * Decision 10, steps 1 and 2, as one commit: holds the request id, spends the rate for those who may get it (MA-5), registers inline
 * content and writes down to whom each id goes. A crash after it may burn a rate unit; who carries on spends anew.
 */
export function reserve(core: Core, send: ServiceSend, passing: Passing): Promise<Reservation> {
  const { claimed } = send
  return core.transactions.write(appPartition(send.sender.id), async (transaction): Promise<Reservation> => {
    await transaction.load([appKeys.rate, appKeys.agreed, appKeys.serial, ...(claimed ? [claimed.key] : [])])
    const held = await heldBy(transaction, claimed)
    if (held && !held.same && core.judge.enabled('MA-7.requestId')) return { kind: 'overtaken' }
    if (held?.answer) return { kind: 'answered', answer: held.answer }
    const verdict = await spendRate(core, send, { transaction, passing })
    if (verdict) return { kind: 'refused', verdict }
    const base = held?.base ?? (await newBase(transaction, core, send.senderNumber))
    if (claimed && !held && passing.some((person) => person !== null))
      transaction.put(claimed.key, { base, body: claimed.body })
    if (send.inline && send.message) transaction.put(appKeys.message(base), send.message)
    transaction.put(appKeys.sent(base), { persons: held ? await merged(transaction, base, passing) : passing })
    if (passing.some((person) => person !== null)) await agree(transaction, send, core.clock.now())
    for (const person of passing) if (person !== null) transaction.put(appKeys.knownTo(person), true)
    return { kind: 'reserved', base }
  })
}

async function spendRate(
  core: Core,
  { attempt }: ServiceSend,
  { transaction, passing }: { readonly transaction: Transaction; readonly passing: Passing },
): Promise<Verdict | undefined> {
  const messages = passing.filter((person) => person !== null).length
  if (messages === 0) return undefined
  const now = core.clock.now()
  const { numbers } = attempt
  const rate = current((await transaction.get(appKeys.rate)) ?? [], now, numbers.rate)
  const calls = numbers.calls && current((await transaction.get(appKeys.calls)) ?? [], now, numbers.calls)
  const verdict = core.judge.refusal(rateRules, { ...attempt, now, rate, ...(calls && { calls }) })
  if (verdict) return verdict
  if (!attempt.isFile) transaction.put(appKeys.rate, spend(rate, now, messages))
  if (calls && !attempt.isFile) transaction.put(appKeys.calls, spend(calls, now, 1))
  return undefined
}

/** Keeps who passed before the send broke off. */
async function merged(transaction: Transaction, base: string, passing: Passing): Promise<Passing> {
  const sent = await transaction.get(appKeys.sent(base))
  return passing.map((person, place) => person ?? sent?.persons[place] ?? null)
}

/** MA-20: the first send under a revision is the agreement to it. */
async function agree(transaction: Transaction, { inForce: { ruleSet } }: ServiceSend, at: number): Promise<void> {
  const agreed = (await transaction.get(appKeys.agreed)) ?? []
  const last = agreed[agreed.length - 1]
  if (last?.version === ruleSet.version && last.name === ruleSet.name) return
  transaction.put(appKeys.agreed, [...agreed, { name: ruleSet.name, version: ruleSet.version, at }])
}
