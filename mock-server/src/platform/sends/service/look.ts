import { formatJumpUrl } from '@minibell/protocol'
import type { Core } from '../../core.ts'
import type { Sends } from '../../platform.ts'
import type { InForce } from '../../rulebook/in-force.ts'
import { type ContentCheck, contentRules } from '../../rulebook/miniapp/content-rules.ts'
import { current } from '../../rulebook/miniapp/rate-window.ts'
import type { AddressedRecipient, ServiceAttempt } from '../../rulebook/miniapp/service-attempt.ts'
import {
  gateRules,
  operatorRules,
  rateRules,
  recipientRules,
  registeredRules,
} from '../../rulebook/miniapp/service-rules.ts'
import { refusalIn } from '../../rulebook/rule-book.ts'
import { appKeys, appPartition, type RegisteredMessage } from '../../storage/app-places.ts'
import { worldKeys, worldPartition } from '../../storage/world-places.ts'
import type { RuleWord, Verdict } from '../../verdict.ts'
import type { Person, SenderRecord } from '../../world.ts'
import { type Claimed, digestOfBody, type Held, heldBy } from '../claim.ts'
import { messageOf } from '../register.ts'
import { senderOfSend } from '../sender-of-send.ts'

/** `file`: one batch of a file send, whose id takes the place of a request id and whose pace is the platform's. */
export type ServiceRequest = Parameters<Sends['sendService']>[0] & { readonly file?: string }

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
  readonly inForce: InForce
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
  const { record: sender, number: senderNumber, inForce } = await senderOfSend(core, request.sender)
  const { numbers } = inForce
  const { content } = request
  const claimed = claimOf(request)
  const inline: ContentCheck | undefined = 'messageId' in content ? undefined : { ...content, sender, numbers }
  const sent = inline && messageOf(inline)
  return core.transactions.read(appPartition(sender.id), async (transaction) => {
    const named = 'messageId' in content ? content.messageId : undefined
    await transaction.load([
      appKeys.rate,
      ...(claimed ? [claimed.key] : []),
      ...(named === undefined ? [] : [appKeys.message(named)]),
      ...(sent ? [appKeys.refused(sent)] : []),
    ])
    const held = await heldBy(transaction, claimed)
    const registered = named === undefined ? undefined : await transaction.get(appKeys.message(named))
    const message = sent ?? registered
    const now = core.clock.now()
    const refused = message && (await transaction.get(appKeys.refused(message)))
    const calls = numbers.calls && current((await transaction.get(appKeys.calls)) ?? [], now, numbers.calls)
    return {
      request,
      sender,
      senderNumber,
      inForce,
      ...(claimed && { claimed }),
      ...(held && { held }),
      ...(inline && { inline }),
      ...(message && { message }),
      attempt: {
        now,
        numbers,
        sender,
        ...(held && { held }),
        ...(request.signature && { signature: request.signature }),
        ...(refused && { refused }),
        ...(calls && { calls }),
        ...(message && { words: `${message.title} ${message.content}` }),
        ...(request.occurrence && { occurrence: request.occurrence }),
        ...(request.file !== undefined && { isFile: true as const }),
        recipients: request.recipientIds.length,
        ...(named !== undefined && { messageId: { id: named, registered: registered !== undefined } }),
        rate: current((await transaction.get(appKeys.rate)) ?? [], now, numbers.rate),
      },
      addressees: await addresseesOf(core, sender, {
        ids: request.recipientIds,
        max: request.file === undefined ? numbers.recipients : Number.MAX_SAFE_INTEGER,
      }),
    }
  })
}

/** What the rules say of a send as a whole. */
export interface WholeJudged {
  /** The first word against it. */
  readonly verdict: Verdict | undefined
  readonly words: readonly RuleWord[]
}

/**
 * Registered content is looked at again, but no more refused for it; nor is a request that was answered before refused for content, operator
 * or rate.
 */
export function judgeWhole({ judge }: Core, send: ServiceSend): WholeJudged {
  const { attempt, inline, held } = send
  const gate = judge.words(gateRules, attempt)
  const registered = judge.words(registeredRules, attempt)
  const check = inline ?? registeredContent(send)
  const content = check ? judge.words(contentRules, check) : []
  const operator = judge.words(operatorRules, attempt)
  const rate = judge.words(rateRules, attempt)
  const decisive = held?.answer ? [gate] : [gate, inline ? content : registered, operator, rate]
  return {
    verdict: decisive.map(refusalIn).find((verdict) => verdict !== undefined),
    words: [...gate, ...registered, ...content, ...operator, ...rate],
  }
}

function registeredContent({ message, sender, inForce: { numbers } }: ServiceSend): ContentCheck | undefined {
  return message && { ...message, jumpUrl: formatJumpUrl(message.jump), sender, numbers }
}

/** What the rules say of one recipient, at an instant. */
export function judgeRecipient(
  { judge }: Core,
  send: ServiceSend,
  { now, recipient }: { readonly now: number; readonly recipient: AddressedRecipient },
): { readonly verdict: Verdict | undefined; readonly words: readonly RuleWord[] } {
  const attempt: ServiceAttempt = { ...send.attempt, now, recipient }
  const words = judge.words(recipientRules, attempt)
  return { verdict: refusalIn(words), words }
}

async function addresseesOf(
  core: Core,
  sender: SenderRecord,
  { ids, max }: { readonly ids: readonly string[]; readonly max: number },
): Promise<readonly Addressee[]> {
  if (ids.length > max && core.judge.enabled('MA-7.recipients')) return []
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
function claimOf({
  sender: _,
  signature: __,
  file,
  requestId,
  ...asked
}: ServiceRequest): Claimed<KeptAnswer> | undefined {
  if (file !== undefined) return { key: appKeys.claim('file', '', file), requestId: file, body: digestOfBody(asked) }
  if (requestId === undefined) return undefined
  return { key: appKeys.claim('service', '', requestId), requestId, body: digestOfBody(asked) }
}
