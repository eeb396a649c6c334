import type { SenderRecord, Template } from '@minibell/mock'
import type { PersonWithUses, SendRequest } from '../../door/control.ts'

/** Content of a service message, ready to be changed. */
export interface Draft {
  readonly name: string
  readonly title: string
  readonly content: string
  readonly jumpUrl: string
}

/** Texts to start from, by mini-program. The first is the one that the README sends. */
export const drafts: Readonly<Record<string, readonly Draft[]>> = {
  kijani: [
    {
      name: 'Bill',
      title: 'Your electricity bill for October',
      content: 'KSh 1,240 is due on 28 November. Pay by M-Pesa or card.',
      jumpUrl: 'pages/bill/detail?id=2041',
    },
    {
      name: 'Reading',
      title: 'Please read your meter',
      content: 'Send the reading by Friday and your next bill needs no estimate.',
      jumpUrl: 'pages/meter/reading?meter=14-2207',
    },
    {
      name: 'Outage',
      title: 'Power is back in Kilimani',
      content: 'The fault is repaired. If you are still dark, the help page says what to check.',
      jumpUrl: 'pages/help/index?topic=outage',
    },
  ],
  safari: [
    {
      name: 'Ticket',
      title: 'Your seat to Nakuru',
      content: 'Seat 12, leaving at 07:30 from bay 4.',
      jumpUrl: 'pages/ticket/detail?ticket=SB-410',
    },
  ],
}

/** What `POST /miniapp/v1/messages/send` takes: registered and sent in one step (MA-7). */
export function serviceRequest(
  content: { readonly title: string; readonly content: string; readonly jumpUrl: string },
  to: { readonly sender: SenderRecord; readonly person: PersonWithUses },
): SendRequest {
  const { title, content: text, jumpUrl } = content
  return {
    path: '/miniapp/v1/messages/send',
    body: {
      miniappId: to.sender.wireId,
      uniqueIds: [recipientId(to)],
      message: { title, content: text, jumpUrl },
    },
  }
}

/** What `POST /v2/miniprogram/message/send` takes (OA-2). */
export function templateRequest(
  fields: {
    readonly template: Template
    readonly requestId: string
    readonly accessToken: string
    readonly redirectUrl: string
    readonly texts: readonly { readonly language: string; readonly parameters: Readonly<Record<string, string>> }[]
  },
  sender: SenderRecord,
): SendRequest {
  const templates = fields.texts.map(({ language, parameters }) => ({ templateParameters: parameters, language }))
  return {
    path: '/v2/miniprogram/message/send',
    body: {
      appId: sender.wireId,
      accessToken: fields.accessToken,
      requestId: fields.requestId,
      templateCode: fields.template.code,
      templates,
      ...(fields.redirectUrl && { redirectUrl: fields.redirectUrl }),
    },
  }
}

/** Names inside `${…}` of all its texts, in order of appearance (OA-6). */
export function parametersOf(template: Template): readonly string[] {
  const texts = Object.values(template.texts).map(({ title, content }) => `${title} ${content}`)
  const found = texts.flatMap((text) => [...text.matchAll(/\$\{(\w+)\}/g)].map((match) => match[1] ?? ''))
  return [...new Set(found)]
}

function recipientId({ sender, person }: { readonly sender: SenderRecord; readonly person: PersonWithUses }): string {
  return person.recipientIds.find(({ account }) => account === sender.account)?.id ?? person.id
}
