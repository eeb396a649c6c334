import type { InboxItem } from '@minibell/protocol'
import { NovuUI } from '@novu/js/ui'
import type {} from '../contestant.ts'
import { countOf, standIn, until } from './stand-in.ts'

// Novu's inbox list as it comes. Its service is stood in for: all rows are of its first page, since its list draws what it loaded. Where what
// arrives waits behind its button for new messages, pressing that belongs to an arrival.

const service = standIn((url) => {
  if (url.includes('/session'))
    return {
      data: {
        token: 'any',
        unreadCount: { total: 1, severity: {} },
        applicationIdentifier: 'any',
        totalUnreadCount: 1,
      },
    }
  if (url.includes('/count')) return { data: [{ count: service.items().length, filter: {} }] }
  return { data: service.items().map(notificationOf), hasMore: false, filter: {} }
})

function notificationOf({ id, message, sentAt }: InboxItem): object {
  const { title, content } = message as { readonly title: string; readonly content: string } // all of them are service messages
  const times = { createdAt: new Date(sentAt).toISOString(), deliveredAt: [] }
  const states = { isRead: false, isSeen: false, isArchived: false, isSnoozed: false, severity: 'none' }
  return {
    id,
    subject: title,
    body: content,
    to: { subscriberId: 'amina' },
    channelType: 'in_app',
    ...times,
    ...states,
  }
}

const rowCount = (): number => document.querySelectorAll('.nv-notification').length
const button = (): HTMLElement | null => document.querySelector('.nv-notificationListNewNotificationsNotice__button')

globalThis.contestant = {
  prepare: service.fill,
  async show() {
    const element = document.createElement('div')
    element.style.height = '720px'
    document.body.append(element)
    const options = {
      applicationIdentifier: 'any',
      subscriberId: 'amina',
      apiUrl: location.origin,
      socketOptions: { socketType: 'cloud' },
    } as const
    new NovuUI({ options }).mountComponent({ name: 'InboxContent', element })
    await until(() => rowCount() >= service.items().length)
    document.body.getBoundingClientRect()
  },
  async receive(count) {
    for (const item of service.add(count)) {
      const message = { ...notificationOf(item), _id: item.id, content: 'any', cta: { action: {}, data: {} } }
      service.say({ event: 'notification_received', data: { message } })
    }
    await until(() => {
      button()?.click()
      return rowCount() >= service.items().length
    })
    document.body.getBoundingClientRect()
  },
  markAll: async () => undefined,
  nodes: () => countOf(document.body),
  reading: () => ({ name: '', top: 0 }),
  topOf: () => undefined,
  scrollBy: (px) => window.scrollBy(0, px),
}
