import type { InboxItem } from '@minibell/protocol'
import { Courier, CourierInboxDatastore, type InboxMessage } from '@trycourier/courier-ui-inbox'
import type {} from '../contestant.ts'
import { countOf, standIn, until } from './stand-in.ts'

// Courier's <courier-inbox> as it comes. Its service is stood in for: all rows are of its first page, since its list draws what it loaded.

const service = standIn(() => {
  const nodes = service.items().map(messageOf)
  const counted = {
    count: nodes.length,
    unreadCount: nodes.length,
    inbox_feed: nodes.length,
    all_messages: nodes.length,
  }
  return { data: { ...counted, messages: { totalCount: nodes.length, pageInfo: { hasNextPage: false }, nodes } } }
})

function messageOf({ id, message, sentAt }: InboxItem): InboxMessage {
  const { title, content } = message as { readonly title: string; readonly content: string } // all of them are service messages
  return { messageId: id, title, preview: content, body: content, created: new Date(sentAt).toISOString(), tags: [] }
}

/** Below every shadow root. */
function rowsIn(root: ParentNode): readonly Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) =>
    element.localName === 'courier-inbox-list-item' ? [element] : element.shadowRoot ? rowsIn(element.shadowRoot) : [],
  )
}

const rowCount = (): number => rowsIn(document.body).length

globalThis.contestant = {
  prepare: service.fill,
  async show() {
    Courier.shared.signIn({ userId: 'amina', jwt: 'e30.e30.e30' })
    const element = document.createElement('courier-inbox')
    element.setAttribute('height', '720px')
    document.body.append(element)
    await until(() => rowCount() >= service.items().length)
    document.body.getBoundingClientRect()
  },
  async receive(count) {
    for (const item of service.add(count)) CourierInboxDatastore.shared.addMessage(messageOf(item))
    await until(() => rowCount() >= service.items().length)
    document.body.getBoundingClientRect()
  },
  markAll: () => CourierInboxDatastore.shared.readAllMessages(),
  nodes: () => countOf(document.body),
  reading: () => ({ name: '', top: 0 }),
  topOf: () => undefined,
  scrollBy: (px) => window.scrollBy(0, px),
}
