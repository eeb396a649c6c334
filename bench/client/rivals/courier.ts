import type { Figures } from '../cells.ts'
import { cpuMs } from '../ours.ts'
import { answerWith, blocking, dateOf, doorOf, pageSize, placesOf, said, shownOneByOne, textsOf } from './door.ts'

/** The data store of courier-ui-inbox, its list without its elements. `unlookedMs`: what the same costs when nobody reads the list. */
export async function arrivals(count: number): Promise<Figures> {
  answerWith(() => '{"data":{}}')
  const { store } = await open()
  const texts = textsOf(count, (at) => ({ event: 'message', tid: `t${at}`, data: messageOf(at) }))
  const unlookedAt = cpuMs()
  for (const text of texts) store.handleMessageEvent(JSON.parse(text))
  const unlookedMs = cpuMs() - unlookedAt
  const fresh = await open()
  const ms = await shownOneByOne(texts, {
    say: (text) => fresh.store.handleMessageEvent(JSON.parse(text)),
    newest: () => fresh.store.getDatasetById('all').messages[0],
    isNewest: (newest, at) => Object(newest).messageId === `m${at}`,
  })
  const { allMs, answer } = blocking(() => fresh.store.readAllMessages())
  await answer.catch(() => undefined)
  return { ms, unlookedMs, allMs, shown: fresh.store.getDatasetById('all').messages.length }
}

export async function pages(count: number): Promise<Figures> {
  const texts = placesOf(count).map((places, page, all) => {
    const pageInfo = { startCursor: String(page + 1), hasNextPage: page + 1 < all.length }
    return JSON.stringify({ data: { count, unreadCount: count, messages: { pageInfo, nodes: places.map(messageOf) } } })
  })
  let page = 0
  answerWith(() => texts[page++] ?? '{}')
  const { store, shared } = await open()
  shared.paginationLimit = pageSize
  const startedAt = cpuMs()
  await store.load({ canUseCache: false })
  while (store.getDatasetById('all').canPaginate) await store.fetchNextPageOfMessages({ datasetId: 'all' })
  return { ms: cpuMs() - startedAt, shown: store.getDatasetById('all').messages.length }
}

/** An empty list of all there is. */
async function open() {
  const { CourierInboxDatastore, Courier } = await doorOf('@trycourier/courier-ui-inbox')
  const { shared } = Courier
  shared.signIn({ userId: 'u', jwt: 'a.b.c', showLogs: false })
  const store = CourierInboxDatastore.shared
  store.registerFeeds([{ feedId: 'inbox', title: 'Inbox', tabs: [{ datasetId: 'all', title: 'All', filter: {} }] }])
  return { store, shared }
}

const messageOf = (at: number): object => ({
  messageId: `m${at}`,
  title: said.title,
  preview: said.line,
  actions: [{ content: 'Open', href: said.link(at) }],
  created: dateOf(at),
})
