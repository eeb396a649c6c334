import type { JournalRow, SenderRecord } from '@minibell/mock'

/** What a message is made of, by the platform of its sender; an official account has two ways. */
export type DraftKind = 'service' | 'template' | 'account' | 'customer'

/** A message that is being written. It stands in the page's address, so that it can be passed on. */
export interface Draft {
  readonly kind: DraftKind
  readonly sender: SenderRecord
  /** Ids of people. */
  readonly to: readonly string[]
  readonly title: string
  readonly content: string
  readonly jump: string
  readonly template: string
  readonly language: string
  /** Parameters of a template by their names. */
  readonly values: Readonly<Record<string, string>>
}

type Query = Readonly<Record<string, string>>

/** Parameters have names of their own in an address, so that none is taken for a field. */
export const valueName = (name: string): string => `p.${name}`

export function draftOf(query: Query, sender: SenderRecord): Draft {
  const values = Object.entries(query).filter(([name]) => name.startsWith('p.'))
  return {
    kind: kindOf(sender, query['as']),
    sender,
    to: (query['to'] ?? '').split(',').filter((id) => id !== ''),
    title: query['title'] ?? '',
    content: query['content'] ?? '',
    jump: query['jump'] ?? '',
    template: query['template'] ?? '',
    language: query['language'] ?? '',
    values: Object.fromEntries(values.map(([name, value]) => [name.slice(2), value])),
  }
}

function kindOf({ platform }: SenderRecord, as: string | undefined): DraftKind {
  if (platform === 'miniapp') return 'service'
  if (platform === 'open-api') return 'template'
  return as === 'customer' ? 'customer' : 'account'
}

/** An earlier send as a draft: what of it the journal kept. */
export function queryOfRow({ sender, person, request }: JournalRow, persons: readonly Addressed[]): Query {
  const body = objectOf(request)
  const message = objectOf(body['message'])
  const [first] = Array.isArray(body['templates']) ? body['templates'] : []
  const chosen = objectOf(first)
  const ids = [body['uniqueIds'], body['touser']].flat()
  const named = persons.filter(
    ({ id, recipientIds }) => id === person || recipientIds.some((one) => ids.includes(one.id)),
  )
  const values = { ...textsOf(objectOf(chosen['templateParameters'])), ...valuesOf(objectOf(body['data'])) }
  return {
    from: sender ?? '',
    to: named.map(({ id }) => id).join(','),
    as: 'msgtype' in body ? 'customer' : '',
    ...textsOf({ title: message['title'], content: message['content'] ?? objectOf(body['text'])['content'] }),
    ...textsOf({ jump: message['jumpUrl'] ?? body['redirectUrl'] ?? body['url'] }),
    ...textsOf({ template: body['templateCode'] ?? body['template_id'], language: chosen['language'] }),
    ...Object.fromEntries(Object.entries(values).map(([name, value]) => [valueName(name), value])),
  }
}

interface Addressed {
  readonly id: string
  readonly recipientIds: readonly { readonly id: string }[]
}

/** `{"who": {"value": "Amina"}}` */
function valuesOf(data: Readonly<Record<string, unknown>>): Query {
  return textsOf(Object.fromEntries(Object.entries(data).map(([name, member]) => [name, objectOf(member)['value']])))
}

function textsOf(members: Readonly<Record<string, unknown>>): Query {
  return Object.fromEntries(
    Object.entries(members).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  )
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
}
