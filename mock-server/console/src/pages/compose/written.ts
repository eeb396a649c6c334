import type { Person, SenderRecord } from '@minibell/mock'
import type { Draft } from './draft.ts'

/** A draft as the request that a developer's server would send, and the question that asks the rules about it. */
export interface Written {
  readonly path: string
  readonly body: unknown
  /** Of the control API. */
  readonly question: { readonly path: string; readonly body: unknown }
}

/** What only the platform can give: names of people towards a sender, and tokens. */
export interface Grants {
  readonly persons: readonly Person[]
  /** OA-10, or an account's; empty while it is on its way. */
  readonly token: string
  readonly requestId: string
}

export function written(draft: Draft, grants: Grants): Written {
  return writers[draft.kind](draft, grants)
}

const writers: Readonly<Record<Draft['kind'], (draft: Draft, grants: Grants) => Written>> = {
  service({ sender, to, title, content, jump }, { persons }) {
    const uniqueIds = to.flatMap((id) => recipientId(persons, { id, sender }) ?? [])
    const body = { miniappId: sender.wireId, uniqueIds, message: { title, content, jumpUrl: jump } }
    return { path: '/miniapp/v1/messages/send', body, question: { path: '/explain', body } }
  },
  template({ sender, template, language, values, jump }, { token, requestId }) {
    const body = {
      appId: sender.wireId,
      accessToken: token,
      requestId,
      templateCode: template,
      ...(jump === '' ? {} : { redirectUrl: jump }),
      templates: [{ language, templateParameters: values }],
    }
    return { path: '/v2/miniprogram/message/send', body, question: { path: '/explain', body } }
  },
  account({ sender, to, template, values, jump }, { persons, token }) {
    const data = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }]))
    const body = {
      touser: recipientId(persons, { id: to[0] ?? '', sender }) ?? '',
      template_id: template,
      ...(jump === '' ? {} : { url: jump }),
      data,
    }
    return {
      path: `/cgi-bin/message/template/send?access_token=${token}`,
      body,
      question: { path: `/official-accounts/${encodeURIComponent(sender.id)}/explain`, body },
    }
  },
  customer({ sender, to, content }, { persons, token }) {
    const touser = recipientId(persons, { id: to[0] ?? '', sender }) ?? ''
    const body = { touser, msgtype: 'text', text: { content } }
    return {
      path: `/cgi-bin/message/custom/send?access_token=${token}`,
      body,
      question: { path: `/official-accounts/${encodeURIComponent(sender.id)}/explain-customer`, body },
    }
  },
}

/** A person's name under the sender's operating account. */
export function recipientId(
  persons: readonly Person[],
  { id, sender }: { readonly id: string; readonly sender: SenderRecord },
): string | undefined {
  const person = persons.find((one) => one.id === id)
  return person?.recipientIds.find(({ account }) => account === sender.account)?.id
}
