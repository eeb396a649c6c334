import { createInbox, type Inbox, type InboxHost, outbox, polling, restList } from '@minibell/client'
import type { Notification } from './backend.ts'

/** The whole way from that list to an inbox: one address, one mapping function. */
export function shopInbox(
  host: InboxHost,
  { url, person, token }: Readonly<Record<'url' | 'person' | 'token', string>>,
): Inbox {
  const http = restList<Notification>(host, {
    url: `${url}/notifications`,
    rows: (answer) => (answer as { readonly notifications: readonly Notification[] }).notifications, // that backend's own shape
    map: ({ id, headline, text, link, createdAt, read }) => {
      const [path = '', query = ''] = link.split('?')
      const jump = {
        kind: 'page',
        sender: 'shop',
        path: `pages/${path}`,
        query: Object.fromEntries(new URLSearchParams(query)),
      } as const
      const message = { kind: 'service', title: headline, content: text, jump } as const
      return { id, sender: 'shop', sentAt: Date.parse(createdAt), message, read }
    },
    tell: (kind, id) =>
      kind === 'read' || kind === 'opened' ? { method: 'PUT', url: `${url}/notifications/${id}/read` } : undefined,
    senders: [{ id: 'shop', name: 'The shop', status: 'available', muted: false }],
  })
  const session = { url, person, getToken: () => token }
  return createInbox({ host: { ...host, http }, session, transports: [polling()], outbox: outbox() })
}
