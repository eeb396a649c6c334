import type { Figures } from '../cells.ts'
import { cpuMs } from '../ours.ts'
import {
  answerWith,
  blocking,
  dateOf,
  doorOf,
  pageSize,
  placesOf,
  said,
  settled,
  shownOneByOne,
  textsOf,
} from './door.ts'

/** Its store alone, without the request that each message costs it. */
export async function arrivals(count: number): Promise<Figures> {
  const { store } = await open()
  const texts = textsOf(count, (at) => answerOf([at], at + 1))
  const ms = await shownOneByOne(texts, {
    say: (text) => store.getState().setResult(JSON.parse(text), { shouldSetPage: false, shouldAppend: true }),
    newest: () => store.getState().items[0],
    isNewest: (newest, at) => Object(newest).id === `m${at}`,
  })
  const { items, setItemAttrs } = store.getState()
  const ids = items.map(({ id }: { readonly id: string }) => id)
  const { allMs } = blocking(() => setItemAttrs(ids, { read_at: dateOf(0) }))
  return { ms, allMs, shown: items.length }
}

export async function pages(count: number): Promise<Figures> {
  const texts = placesOf(count).map((places, page, all) =>
    JSON.stringify(answerOf(places, count, page + 1 < all.length ? `p${page + 1}` : null)),
  )
  let page = 0
  answerWith(() => texts[page++] ?? '{}')
  const feed = await open()
  const startedAt = cpuMs()
  await feed.fetch()
  while (feed.store.getState().pageInfo.after) {
    await feed.fetchNextPage()
    while (feed.store.getState().loading || feed.store.getState().networkStatus !== 'ready') await settled()
  }
  return { ms: cpuMs() - startedAt, shown: feed.store.getState().items.length }
}

async function open() {
  const Knock = (await doorOf('@knocklabs/client')).default
  const client = new Knock('pk_test_bench')
  client.authenticate('u')
  return client.feeds.initialize('00000000-0000-4000-8000-000000000000', { auto_manage_socket_connection: false })
}

function answerOf(places: readonly number[], total: number, after: string | null = null): object {
  const entries = places.map((at) => ({
    id: `m${at}`,
    __cursor: `c${at}`,
    blocks: [{ name: 'body', type: 'markdown', content: said.line, rendered: said.line }],
    data: { title: said.title, action_url: said.link(at) },
    inserted_at: dateOf(at),
    seen_at: null,
    read_at: null,
  }))
  const meta = { total_count: total, unread_count: total, unseen_count: total }
  return { entries, meta, page_info: { before: null, after, page_size: pageSize } }
}
