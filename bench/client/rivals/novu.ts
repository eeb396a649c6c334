import type { Figures } from '../cells.ts'
import { cpuMs } from '../ours.ts'
import { answerWith, blocking, dateOf, doorOf, pageSize, placesOf, said, shownOneByOne, textsOf } from './door.ts'

const filter = { limit: pageSize }

/** Its list as its own elements keep it, without the two requests that each message costs them. */
export async function arrivals(count: number): Promise<Figures> {
  const { notifications } = await open(() => '{"data":[]}')
  const { cache } = notifications
  cache.set(filter, { hasMore: false, filter: {}, notifications: [] })
  const texts = textsOf(count, messageOf)
  const ms = await shownOneByOne(texts, {
    say: (text) => cache.unshift(filter, JSON.parse(text)),
    newest: () => cache.getAll(filter).notifications[0],
    isNewest: (newest, at) => Object(newest).id === `m${at}`,
  })
  // Its session is there by the first answer; what comes after it blocks.
  await notifications.count()
  const { allMs, answer } = blocking(() => notifications.readAll())
  const marked = cpuMs()
  await answer
  return { ms, allMs: allMs + cpuMs() - marked, shown: cache.getAll(filter).notifications.length }
}

export async function pages(count: number): Promise<Figures> {
  const texts = placesOf(count).map((places, page, all) =>
    JSON.stringify({ data: places.map(messageOf), hasMore: page + 1 < all.length, filter: {} }),
  )
  let page = 0
  const { notifications } = await open(() => texts[page++] ?? '{"data":[]}')
  const startedAt = cpuMs()
  let list = { hasMore: true, notifications: [] as readonly { readonly id: string }[] }
  while (list.hasMore) {
    const last = list.notifications[list.notifications.length - 1]
    list = (await notifications.list({ ...filter, ...(last && { after: last.id }) })).data
  }
  return { ms: cpuMs() - startedAt, shown: list.notifications.length }
}

async function open(next: () => string) {
  const session = JSON.stringify({ data: { token: 't', totalUnreadCount: 0, unreadCount: { total: 0, severity: {} } } })
  answerWith((url) => (url.includes('session') ? session : url.includes('count') ? '{"data":[{"count":0}]}' : next()))
  const { Novu } = await doorOf('@novu/js')
  return new Novu({ subscriberId: 'u', applicationIdentifier: 'a' })
}

const messageOf = (at: number): object => ({
  id: `m${at}`,
  transactionId: `t${at}`,
  subject: said.title,
  body: said.line,
  to: { id: 'u', subscriberId: 'u' },
  isRead: false,
  isSeen: false,
  isArchived: false,
  isSnoozed: false,
  createdAt: dateOf(at),
  channelType: 'in_app',
  redirect: { url: said.link(at), target: '_self' },
})
