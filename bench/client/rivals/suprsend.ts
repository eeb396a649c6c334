import type { Figures } from '../cells.ts'
import { cpuMs } from '../ours.ts'
import { answerWith, blocking, doorOf, pageSize, placesOf, said, shownOneByOne, textsOf } from './door.ts'

/** With the request that each message costs it, answered at once. */
export async function arrivals(count: number): Promise<Figures> {
  let next = '{}'
  answerWith(() => next)
  const feed = await open()
  const texts = textsOf(count, (at) => {
    const one = messageOf(at)
    return { results: [one], data: one, ...one }
  })
  let place = 0
  const ms = await shownOneByOne(texts, {
    say(text) {
      next = text
      place += 1
      return feed.handleNewNotificationSocketEvent({ n_id: `m${place - 1}` })
    },
    newest: () => feed.data.notifications[0],
    isNewest: (newest, at) => Object(newest).n_id === `m${at}`,
  })
  const { allMs, answer } = blocking(() => feed.markAllAsRead())
  await answer
  return { ms, allMs, shown: feed.data.notifications.length }
}

export async function pages(count: number): Promise<Figures> {
  const texts = placesOf(count).map((places, page, all) =>
    JSON.stringify({
      results: places.map(messageOf),
      meta: { total_count: count, has_more: page + 1 < all.length },
    }),
  )
  let page = 0
  answerWith((url) => (url.includes('count') ? '{"badge":0}' : (texts[page++] ?? '{}')))
  const feed = await open()
  const startedAt = cpuMs()
  await feed.fetch()
  while (feed.store.getState().pageInfo.hasMore) await feed.fetchNextPage()
  return { ms: cpuMs() - startedAt, shown: feed.data.notifications.length }
}

async function open() {
  Object.assign(globalThis, {
    window: globalThis,
    document: { cookie: '' },
    localStorage: { getItem: () => null, setItem() {}, removeItem() {} },
    addEventListener() {},
  })
  const { SuprSend } = await doorOf('@suprsend/web-sdk')
  const client = new SuprSend('key')
  client.distinctId = 'u'
  return client.feeds.initialize({ tenantId: 't', pageSize })
}

const messageOf = (at: number): object => ({
  n_id: `m${at}`,
  n_category: 'c',
  created_on: 1.7e12 + at,
  message: { header: said.title, text: said.line, action_url: said.link(at) },
  tags: [],
})
