import type { Figures } from './cells.ts'
import { cpuMs } from './ours.ts'

// What others publish for Node, driven at the door where a live message enters their list, from text, as it comes from a socket. What they
// fetch is answered in the process.

/** The data store of courier-ui-inbox: its list without its elements. */
export async function courier(count: number): Promise<Figures> {
  answerWith(() => ({ data: {} }))
  const store = (await doorOf('@trycourier/courier-ui-inbox')).CourierInboxDatastore.shared
  const { shared } = (await doorOf('@trycourier/courier-ui-inbox')).Courier
  shared.signIn({ userId: 'u', jwt: 'a.b.c', showLogs: false })
  store.registerFeeds([{ feedId: 'inbox', title: 'Inbox', tabs: [{ datasetId: 'all', title: 'All', filter: {} }] }])
  const texts = textsOf(count, (at) => ({
    messageId: `m${at}`,
    title: 'Your bill',
    preview: 'KSh 1,240',
    created: dateOf(at),
  }))
  const startedAt = cpuMs()
  for (const text of texts) store.addMessage(JSON.parse(text))
  const ms = cpuMs() - startedAt
  const shown = store.getDatasetById('all').messages.length
  const markedAt = performance.now()
  const marked = store.readAllMessages()
  const allMs = performance.now() - markedAt
  await marked.catch(() => undefined)
  return { ms, allMs, shown }
}

/** Its store alone, without the request that each message costs it. */
export async function knock(count: number): Promise<Figures> {
  const Knock = (await doorOf('@knocklabs/client')).default
  const client = new Knock('pk_test_bench')
  client.authenticate('u')
  const { store } = client.feeds.initialize('00000000-0000-4000-8000-000000000000', {})
  const page = { before: null, after: null, page_size: 50 }
  const texts = textsOf(count, (at) => ({
    entries: [{ id: `m${at}`, __cursor: `c${at}`, blocks: [], inserted_at: dateOf(at), seen_at: null, read_at: null }],
    meta: { total_count: at + 1, unread_count: at + 1, unseen_count: at + 1 },
    page_info: page,
  }))
  const startedAt = cpuMs()
  for (const text of texts) store.getState().setResult(JSON.parse(text), { shouldSetPage: false, shouldAppend: true })
  const ms = cpuMs() - startedAt
  const { items, setItemAttrs } = store.getState()
  const markedAt = performance.now()
  setItemAttrs(
    items.map(({ id }: { id: string }) => id),
    { read_at: dateOf(0) },
  )
  return { ms, allMs: performance.now() - markedAt, shown: items.length }
}

/** With the request that each message costs it, answered at once. */
export async function suprsend(count: number): Promise<Figures> {
  let next: unknown
  answerWith(() => next)
  Object.assign(globalThis, {
    window: globalThis,
    document: { cookie: '' },
    localStorage: { getItem: () => null, setItem() {}, removeItem() {} },
    addEventListener() {},
  })
  const { SuprSend } = await doorOf('@suprsend/web-sdk')
  const client = new SuprSend('key')
  client.distinctId = 'u'
  const feed = client.feeds.initialize({ tenantId: 't' })
  const startedAt = cpuMs()
  for (let at = 0; at < count; at += 1) {
    const message = { header: 'Your bill', text: 'KSh 1,240' }
    const one = { n_id: `m${at}`, n_category: 'c', created_on: at, message, tags: [] }
    next = { results: [one], data: one, ...one }
    await feed.handleNewNotificationSocketEvent({ n_id: `m${at}` })
  }
  const ms = cpuMs() - startedAt
  const markedAt = performance.now()
  const marked = feed.markAllAsRead()
  const allMs = performance.now() - markedAt
  await marked
  return { ms, allMs, shown: feed.data.notifications.length }
}

function dateOf(at: number): string {
  return new Date(1.7e12 + at).toISOString()
}

function textsOf(count: number, one: (at: number) => object): readonly string[] {
  return Array.from({ length: count }, (_, at) => JSON.stringify(one(at)))
}

function answerWith(body: () => unknown): void {
  const headers = { 'content-type': 'application/json' }
  Object.assign(globalThis, { fetch: async () => new Response(JSON.stringify(body()), { headers }) })
}

/** Their types ask for a DOM; some are CommonJS to Node. */
// biome-ignore lint/suspicious/noExplicitAny: packages of others, installed at the first run, as they come.
async function doorOf(name: string): Promise<any> {
  const door = await import(name)
  return door.default && Object.keys(door).length < 3 && typeof door.default === 'object' ? door.default : door
}
