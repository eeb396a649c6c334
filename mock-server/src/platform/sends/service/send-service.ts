import type { Core } from '../../core.ts'
import type { Expiry } from '../../delivery/expiry.ts'
import type { SendOutcome, Sends } from '../../platform.ts'
import { gateRules } from '../../rulebook/miniapp/service-rules.ts'
import { spokenFirst } from '../../rulebook/rule-book.ts'
import { allDone } from '../../storage/all-done.ts'
import type { Explanation, Verdict } from '../../verdict.ts'
import { dropClaim, itemIdOf, keepAnswer } from '../claim.ts'
import { deliverTo, type Outcomes, toldAgain } from './deliver.ts'
import { judgeWhole, type KeptAnswer, lookAt, type ServiceRequest, type ServiceSend } from './look.ts'
import { type Preview, preview } from './preview.ts'
import { type Passing, reserve } from './reserve.ts'

type Answer = Awaited<ReturnType<Sends['sendService']>>

/** MA-3 to MA-7 for one send; the steps are those of decision 10. */
export async function sendService(core: Core, due: Expiry, request: ServiceRequest): Promise<Answer> {
  const send = await lookAt(core, request)
  const { verdict, words } = judgeWhole(core, send)
  if (verdict) return refusedWhole(words, verdict)
  if (send.held?.answer) return repeated(core, send, send.held.answer)
  const previewed = await preview(core, send)
  const passing = passingOf(send, previewed)
  if (nothingToDo(send, previewed)) return answerOf(send, { words, base: '', outcomes: previewed.outcomes })
  const reservation = await reserve(core, send, passing)
  if (reservation.kind === 'overtaken') return sendService(core, due, request)
  if (reservation.kind === 'answered') return repeated(core, send, reservation.answer)
  if (reservation.kind === 'refused') return refusedWhole(words, reservation.verdict)
  await announce(due, send, passing)
  return deliverAll(core, send, { words, previewed, passing, base: reservation.base })
}

function refusedWhole(words: Explanation, whole: Verdict): Answer {
  return { whole, explanation: spokenFirst(words, whole) }
}

/** Every recipient is refused, and there is no content to register nor a send to carry on. */
function nothingToDo({ held, inline }: ServiceSend, { outcomes }: Preview): boolean {
  return !held && !inline && ![...outcomes.values()].some(({ accepted }) => accepted)
}

/** Places that get an item if nothing changes meanwhile. */
function passingOf({ addressees }: ServiceSend, { outcomes }: Preview): Passing {
  return addressees.map(({ place, person }) => {
    const outcome = outcomes.get(place)
    return person && outcome?.accepted && !outcome.repeated ? person.id : null
  })
}

async function announce(due: Expiry, { request: { expiresAt } }: ServiceSend, passing: Passing): Promise<void> {
  if (expiresAt === undefined) return
  for (const person of passing) if (person !== null) await due.announce(expiresAt, person)
}

async function deliverAll(
  core: Core,
  send: ServiceSend,
  reserved: {
    readonly words: Explanation
    readonly previewed: Preview
    readonly passing: Passing
    readonly base: string
  },
): Promise<Answer> {
  const { message } = send
  const { words, previewed, passing, base } = reserved
  const outcomes: Outcomes = new Map(previewed.outcomes)
  const sides = previewed.sides.filter(({ addressees }) => addressees.some(({ place }) => passing[place] !== null))
  const settled = message ? await allDone(sides.map((side) => deliverTo(core, send, { side, base, message }))) : []
  for (const side of settled) for (const [place, outcome] of side) outcomes.set(place, outcome)
  for (const side of previewed.sides) await toldAgain(core, side, previewed.outcomes)
  const answer = answerOf(send, { words, base, outcomes })
  if ('whole' in answer) return answer
  if (answer.outcomes.some(({ outcome }) => outcome.accepted))
    await keepAnswer(core, send.sender.id, { claimed: send.claimed, answer: keptOf(answer) })
  else await dropClaim(core, send.sender.id, send.claimed)
  return answer
}

function answerOf(
  { request: { content, recipientIds } }: ServiceSend,
  { words, base, outcomes }: { readonly words: Explanation; readonly base: string; readonly outcomes: Outcomes },
): Answer {
  const all = recipientIds.map((recipientId, place) => ({
    recipientId,
    outcome: named(outcomes.get(place), base, place),
  }))
  const telling = all.find(({ outcome }) => !outcome.accepted) ?? all[0]
  const verdict = telling && !telling.outcome.accepted ? telling.outcome.verdict : undefined
  return {
    messageId: 'messageId' in content ? content.messageId : base,
    outcomes: all,
    explanation: spokenFirst([...words, ...(telling?.outcome.explanation ?? [])], verdict),
  }
}

/** A send that goes nowhere, since a rule is switched off, has an id all the same. */
function named(outcome: SendOutcome | undefined, base: string, place: number): SendOutcome {
  if (!outcome) return { accepted: true, itemId: itemIdOf(base, place), offset: 0, repeated: false, explanation: [] }
  return outcome.accepted && outcome.offset === 0 ? { ...outcome, itemId: itemIdOf(base, place) } : outcome
}

function keptOf({ messageId, outcomes }: Exclude<Answer, { readonly whole: Verdict }>): KeptAnswer {
  return {
    messageId,
    outcomes: outcomes.map(({ recipientId, outcome }) => ({
      recipientId,
      outcome: outcome.accepted
        ? { accepted: true, itemId: outcome.itemId, offset: outcome.offset }
        : { accepted: false, verdict: outcome.verdict },
    })),
  }
}

function repeated(core: Core, { attempt }: ServiceSend, { messageId, outcomes }: KeptAnswer): Answer {
  const explanation: Explanation = core.judge.words(gateRules, attempt)
  return {
    messageId,
    outcomes: outcomes.map(({ recipientId, outcome }) => ({
      recipientId,
      outcome: outcome.accepted ? { ...outcome, repeated: true, explanation } : { ...outcome, explanation },
    })),
    explanation,
  }
}
