import * as v from 'valibot'
import type { AcceptedTemplate } from '../../platform/platform.ts'

/** Messages in one call at most. */
export const mostMessages = 20

/** One message of `/v2/platform/message/send`. The documents name `messageId` alone; the other fields are ours. */
export interface OutboundMessage {
  readonly messageId: string
  readonly appId: string
  readonly customerId: string
  readonly channel: string
  readonly templateCode: string
  readonly language: string
  readonly title: string
  readonly content: string
  readonly redirectUrl?: string
}

export function outboundMessage(accepted: AcceptedTemplate): OutboundMessage {
  const { itemId, sender, person, template, title, content, language, redirectUrl } = accepted
  return {
    messageId: itemId,
    appId: sender.wireId,
    customerId: person.recipientIds.find(({ account }) => account === sender.account)?.id ?? person.id,
    channel: template.channel,
    templateCode: template.code,
    language,
    title,
    content,
    ...(redirectUrl !== undefined && { redirectUrl }),
  }
}

/** What becomes of one message after a call. */
export type Fate = 'sent' | 'again' | 'given-up'

const answer = v.object({
  result: v.object({ resultStatus: v.picklist(['S', 'F', 'U']) }),
  messageSendResults: v.nullish(
    v.pipe(
      v.array(v.object({ messageId: v.string(), success: v.boolean(), retry: v.nullish(v.boolean()) })),
      v.maxLength(mostMessages),
    ),
  ),
})

/** DL-11: `retry` decides for each; U, no answer and an answer that is none are tried again as a whole, F is not. */
export function fatesOf(
  response: { readonly status: number; readonly body: string } | undefined,
  messages: readonly OutboundMessage[],
): { readonly fates: ReadonlyMap<string, Fate>; readonly note?: string } {
  const all = (fate: Fate, note?: string) => ({
    fates: new Map(messages.map(({ messageId }) => [messageId, fate] as const)),
    ...(note !== undefined && { note }),
  })
  if (!response) return all('again', 'no answer came')
  if (response.status !== 200) return all('again', `HTTP ${response.status} is no answer`)
  const read = v.safeParse(answer, parsed(response.body))
  if (!read.success) return all('again', 'the answer has no result of S, F or U')
  const { result, messageSendResults } = read.output
  if (result.resultStatus === 'F') return all('given-up', 'the super app answered F')
  if (result.resultStatus === 'U') return all('again', 'the super app answered U')
  if (!messageSendResults) return all('again', 'messageSendResults is missing beside S')
  const byId = new Map(messageSendResults.map((each) => [each.messageId, each]))
  const missing = messages.filter(({ messageId }) => !byId.has(messageId))
  return {
    fates: new Map(messages.map(({ messageId }) => [messageId, fateOf(byId.get(messageId))] as const)),
    ...(missing.length > 0 && { note: `${missing.length} messages have no entry in messageSendResults` }),
  }
}

function fateOf(entry: { readonly success: boolean; readonly retry?: boolean | null | undefined } | undefined): Fate {
  if (!entry) return 'again'
  if (entry.success) return 'sent'
  return entry.retry === true ? 'again' : 'given-up'
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
