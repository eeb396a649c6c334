import { formatJumpUrl } from '@minibell/protocol'
import type { Core } from '../../core.ts'
import type { Sends } from '../../platform.ts'
import { type ContentCheck, contentRules } from '../../rulebook/miniapp/content-rules.ts'
import { current } from '../../rulebook/miniapp/rate-window.ts'
import type { AddressedRecipient, ServiceAttempt } from '../../rulebook/miniapp/service-attempt.ts'
import { gateRules, rateRules, recipientRules, registeredRules } from '../../rulebook/miniapp/service-rules.ts'
import { appKeys, appPartition, type RegisteredMessage } from '../../storage/app-places.ts'
import { canonical } from '../../storage/canonical.ts'
import { worldKeys, worldPartition } from '../../storage/world-places.ts'
import type { RuleWord, Verdict } from '../../verdict.ts'
import type { Person, SenderRecord } from '../../world.ts'
import { type Claimed, type Held, heldBy } from '../claim.ts'
import { messageOf } from '../register.ts'
import { senderOfSend } from '../sender-of-send.ts'

export type ServiceRequest = Parameters<Sends['sendService']>[0]

/** What a repeated request is answered with. */
export interface KeptAnswer {
  readonly messageId: string
  readonly outcomes: readonly {
    readonly recipientId: string
    readonly outcome:
      | { readonly accepted: true; readonly itemId: string; readonly offset: number }
      | { readonly accepted: false; readonly verdict: Verdict }
  }[]
}

/** A send with all that the rules need to look at it as a whole. */
export interface ServiceSend {
  readonly request: ServiceRequest
  readonly sender: SenderRecord
  readonly senderNumber: number
  readonly claimed?: Claimed<KeptAnswer>
  readonly held?: Held<KeptAnswer>
  readonly attempt: ServiceAttempt
  /** Content that was sent along; it is judged. */
  readonly inline?: ContentCheck
  /** Absent: nothing of that id is registered. */
  readonly message?: RegisteredMessage
  readonly addressees: readonly Addressee[]
}

/** One entry of the list of recipients. */
export interface Addressee {
  readonly place: number
  readonly id: string
  readonly person?: Person
}

export async function lookAt(core: Core, request: ServiceRequest): Promise<ServiceSend> {
  const { record: sender, number: senderNumber } = await senderOfSend(core, request.sender)
  const { content } = request
  const claimed = claimOf(request)
  const inline: ContentCheck | undefined = 'messageId' in content ? undefined : { ...content, sender }
  return core.transactions.read(appPartition(sender.id), async (transaction) => {
    const named = 'messageId' in content ? content.messageId : undefined
    const held = await heldBy(transaction, claimed)
    const registered = named === undefined ? undefined : await transaction.get(appKeys.message(named))
    const message = inline ? messageOf(inline) : registered
    const now = core.clock.now()
    return {
      request,
      sender,
      senderNumber,
      ...(claimed && { claimed }),
      ...(held && { held }),
      ...(inline && { inline }),
      ...(message && { message }),
      attempt: {
        now,
        numbers: core.numbers,
        sender,
        ...(held && { held }),
        recipients: request.recipientIds.length,
        ...(named !== undefined && { messageId: { id: named, registered: registered !== undefined } }),
        rate: current((await transaction.get(appKeys.rate)) ?? [], now, core.numbers.rate),
      },
      addressees: await addresseesOf(core, sender, request.recipientIds),
    }
  })
}

/** The first word against the send as a whole. A request that holds its id is not judged again from the content on. */
export function wholeRefusal({ judge }: Core, { attempt, inline, held }: ServiceSend): Verdict | undefined {
  const gated = judge.refusal(gateRules, attempt)
  if (gated || held?.answer) return gated
  const content = inline ? judge.refusal(contentRules, inline) : judge.refusal(registeredRules, attempt)
  return content ?? judge.refusal(rateRules, attempt)
}

/** Every rule's word on the send as a whole; registered content is looked at again, but no more refused for it. */
export function wholeWords({ judge }: Core, { attempt, inline, message, sender }: ServiceSend): readonly RuleWord[] {
  const content = inline ?? (message && { ...message, jumpUrl: formatJumpUrl(message.jump), sender })
  return [
    ...judge.words(gateRules, attempt),
    ...judge.words(registeredRules, attempt),
    ...(content ? judge.words(contentRules, content) : []),
    ...judge.words(rateRules, attempt),
  ]
}

/** What the rules say of one recipient, at an instant. */
export function judgeRecipient(
  { judge }: Core,
  send: ServiceSend,
  { now, recipient }: { readonly now: number; readonly recipient: AddressedRecipient },
): { readonly verdict: Verdict | undefined; readonly words: readonly RuleWord[] } {
  const attempt: ServiceAttempt = { ...send.attempt, now, recipient }
  return { verdict: judge.refusal(recipientRules, attempt), words: judge.words(recipientRules, attempt) }
}

async function addresseesOf(core: Core, sender: SenderRecord, ids: readonly string[]): Promise<readonly Addressee[]> {
  if (ids.length > core.numbers.recipients && core.judge.enabled('MA-7.recipients')) return []
  return core.transactions.read(worldPartition, async (world) => {
    await world.load(ids.map((id) => worldKeys.personByRecipientId(sender.account, id)))
    const persons = await Promise.all(ids.map((id) => world.get(worldKeys.personByRecipientId(sender.account, id))))
    await world.load(persons.flatMap((person) => (person === undefined ? [] : [worldKeys.person(person)])))
    return Promise.all(
      ids.map(async (id, place) => {
        const name = persons[place]
        const person = name === undefined ? undefined : await world.get(worldKeys.person(name))
        return { place, id, ...(person && { person }) }
      }),
    )
  })
}

/** `expiresAt` and content in whatever order they were written; the sender is in the key's partition. */
function claimOf({ sender: _, requestId, ...asked }: ServiceRequest): Claimed<KeptAnswer> | undefined {
  if (requestId === undefined) return undefined
  return { key: appKeys.claim('service', '', requestId), requestId, body: canonical(asked) }
}
