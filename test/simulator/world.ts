import type { World } from '@minibell/mock'

/** Two people with a phone each and one tablet between them; two mini-programs that may write as often as they like. */
export const persons = ['amina', 'moussa'] as const

export type PersonName = (typeof persons)[number]

export const senders = ['soko', 'tide'] as const

export type SenderName = (typeof senders)[number]

/** The wire id of a sender. */
export const appIdOf = (sender: SenderName): string => `app-${sender}`

/** What stands in a message, so that whose it is can be read from what a phone shows. */
export const textOf = (person: PersonName, number: number): string => `${person} ${number}`

/** The person and the number in a text that `textOf` made. */
export function fromText(text: string): { readonly person: string; readonly number: number } {
  const [person = '', number = ''] = text.split(' ')
  return { person, number: Number(number) }
}

export const startAt = Date.UTC(2026, 2, 2, 12)

const far = '2036-01-01T00:00:00Z'

/** OpenAPI alone: how often one may send is no matter here. */
export const simulatedWorld: World = {
  format: 'minibell-world',
  version: 1,
  name: 'simulated',
  seed: 1,
  senders: senders.map((id) => ({
    id,
    kind: 'mini-program',
    platform: 'open-api',
    wireId: appIdOf(id),
    name: id,
    account: `${id}-ltd`,
    accountKind: 'enterprise',
    capability: 'granted',
    status: 'available',
    pages: [{ path: 'pages/order', title: 'Order' }],
  })),
  persons: persons.map((id) => ({
    id,
    name: id,
    language: 'en-KE',
    timeZone: 'Africa/Nairobi',
    recipientIds: senders.map((sender) => ({ account: `${sender}-ltd`, id: `${id}-at-${sender}` })),
  })),
  uses: [],
  templates: senders.map((sender) => ({
    code: `T-${sender}`,
    sender,
    channel: 'INBOX',
    name: 'Order',
    status: 'approved',
    defaultLanguage: 'en-US',
    texts: { 'en-US': { title: 'Order', content: '${what}' } },
  })),
  accessTokens: senders.flatMap((sender) =>
    persons.map((person) => ({
      token: `${sender}-may-write-${person}`,
      person,
      sender,
      expiresAt: far,
      scopes: ['SEND_MESSAGE'],
    })),
  ),
  sessions: [],
}
