import { type Http, virtualTime } from '@minibell/ports'
import { expect, onTestFinished, test } from 'vitest'
import { createInbox } from '../../create-inbox.ts'
import { outbox } from '../../receipts/outbox.ts'
import { polling } from '../polling.ts'
import { type RestListOptions, restList } from './rest-list.ts'

interface Row {
  readonly id: string
  readonly at: number
  readonly read?: boolean
  readonly until?: number
}

type Answer = { readonly status?: number; readonly body?: unknown }

/** An inbox on a list that the test writes. Told receipts are answered by `levers.tell`. */
async function listed(rows: Row[], options: Partial<RestListOptions<Row>> = {}) {
  const time = virtualTime()
  const told: string[] = []
  const levers: { list?: Answer; tell: Answer; token: string } = { tell: {}, token: 'one' }
  const tokens: string[] = []
  const answerOf = async ({ status = 200, body = '' }: Answer) => ({
    status,
    headers: {},
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const http: Http = ({ method, url, headers }) => {
    tokens.push(headers?.['authorization'] ?? '')
    if (method === 'PUT') told.push(url)
    return { response: answerOf(method === 'PUT' ? levers.tell : (levers.list ?? { body: rows })), abort() {} }
  }
  const events: (readonly [string, unknown])[] = []
  const host = {
    http,
    clock: time,
    timers: time,
    random: () => 0.5,
    report: (error: unknown) => events.push(['report', error]),
  }
  const inbox = createInbox({
    host: {
      ...host,
      http: restList<Row>(host, {
        url: 'https://shop.test/list',
        map: ({ id, at, read = false, until }) => ({
          id,
          sender: 'shop',
          sentAt: at,
          read,
          message: {
            kind: 'service',
            title: id,
            content: '',
            jump: { kind: 'page', sender: 'shop', path: 'pages/a', query: {} },
          },
          ...(until === undefined ? {} : { expiresAt: until }),
        }),
        tell: (kind, id) => ({ method: 'PUT', url: `${kind} ${id}` }),
        ...options,
      }),
    },
    session: { url: '', person: 'amina', getToken: () => levers.token },
    transports: [polling({ everyMs: 1_000 })],
    outbox: outbox(),
  })
  for (const name of ['received', 'removed', 'read', 'resync', 'refused'] as const)
    inbox.on(name, (event) => events.push([name, event]))
  onTestFinished(inbox.start())
  await time.advance(10)
  const poll = async (next: readonly Row[] = rows) => {
    rows.splice(0, rows.length, ...next)
    await time.advance(1_100)
  }
  const ids = () =>
    inbox
      .getSnapshot()
      .slice(0, 99)
      .map(({ id }) => id)
  return { inbox, events, told, levers, tokens, poll, ids, time, rows }
}

const named = (events: readonly (readonly [string, unknown])[]) => events.map(([name]) => name)

test('X-9: what is new in the list is received once, oldest first, whatever the order of the list', async () => {
  const { poll, ids, events, inbox } = await listed([{ id: 'a', at: 1 }])
  expect([ids(), events]).toEqual([['a'], []])
  await poll([
    { id: 'c', at: 3 },
    { id: 'b', at: 2 },
    { id: 'a', at: 1 },
  ])
  await poll([
    { id: 'a', at: 1 },
    { id: 'b', at: 2 },
    { id: 'c', at: 3 },
    { id: 'c', at: 3 },
  ])
  expect(ids()).toEqual(['c', 'b', 'a'])
  expect(events).toMatchObject([['received', [{ id: 'b' }, { id: 'c' }]]])
  expect(inbox.getSnapshot()).toMatchObject({ total: 3, unseen: 3, unread: 3 })
})

test('X-9: rows that left the list are withdrawn, but for those below its page', async () => {
  const { poll, ids } = await listed([
    { id: 'c', at: 3 },
    { id: 'b', at: 2 },
    { id: 'a', at: 1 },
  ])
  await poll([
    { id: 'd', at: 4 },
    { id: 'b', at: 2 },
  ])
  expect(ids()).toEqual(['d', 'b', 'a'])
  const whole = await listed(
    [
      { id: 'b', at: 2 },
      { id: 'a', at: 1 },
    ],
    { isWhole: true },
  )
  await whole.poll([{ id: 'b', at: 2 }])
  expect([whole.ids(), whole.events]).toMatchObject([['b'], [['removed', { itemIds: ['a'], reason: 'withdrawn' }]]])
  await whole.poll([])
  expect(whole.ids()).toEqual([])
})

test('X-9: read on another device is read here, and what runs out goes', async () => {
  const { poll, inbox, events, time } = await listed([
    { id: 'a', at: 1 },
    { id: 'b', at: 2 },
  ])
  await poll([
    { id: 'a', at: 1, read: true },
    { id: 'b', at: 2 },
  ])
  expect([inbox.getSnapshot().unread, events]).toMatchObject([1, [['read', { itemIds: ['a'] }]]])
  const fresh = await listed([{ id: 'a', at: 1, until: time.now() + 5_000 }])
  await fresh.poll()
  expect(fresh.ids()).toEqual(['a'])
  await fresh.time.advance(6_000)
  expect([fresh.ids(), fresh.events]).toMatchObject([[], [['removed', { reason: 'expired' }]]])
})

test('X-9: receipts reach the backend, one request for each row that lacks it, and all at once for all', async () => {
  const { inbox, told, time } = await listed(
    [
      { id: 'a', at: 1 },
      { id: 'b', at: 2, read: true },
      { id: 'c', at: 3 },
    ],
    {
      tell: (kind, id) => (kind === 'read' ? { method: 'PUT', url: id } : undefined),
    },
  )
  inbox.markSeen(['a'])
  await time.advance(1_000)
  expect(told).toEqual([])
  inbox.markAll('read')
  await time.advance(1_000)
  expect([told, inbox.getSnapshot().unread]).toEqual([['a', 'c'], 0])
})

test('X-9: a receipt that the backend cannot take now is said again, one that it refuses is undone', async () => {
  const { inbox, told, time, levers, events, ids } = await listed([{ id: 'a', at: 1 }])
  await time.advance(1_000)
  levers.tell = { status: 503 }
  inbox.markRead(['a'])
  await time.advance(2_000)
  expect(inbox.getSnapshot().unread).toBe(0)
  levers.tell = { status: 204 }
  await time.advance(30_000)
  const tries = told.filter((url) => url === 'read a').length
  expect(tries).toBeGreaterThan(1)
  await time.advance(30_000)
  expect([told.filter((url) => url === 'read a').length, inbox.getSnapshot().unread]).toEqual([tries, 0])
  levers.tell = { status: 404 }
  inbox.dismiss(['a'])
  await time.advance(2_000)
  expect([named(events), ids()]).toEqual([expect.arrayContaining(['refused']), ['a']])
})

test('X-9, DL-2: a list that answers 401 gets another token, once', async () => {
  const { levers, tokens, poll, inbox } = await listed([{ id: 'a', at: 1 }])
  levers.list = { status: 401 }
  levers.token = 'two'
  await poll()
  delete levers.list
  await poll()
  expect([tokens.at(-1), inbox.getSnapshot().status.phase]).toEqual(['Bearer two', 'live'])
})

test.each([
  [{ list: { status: 404 } }, 'http-404', 'answered 404. Mend url.'],
  [{ list: { body: { rows: [] } } }, 'malformed', 'it is {"rows":[]} and no array. Mend rows or map.'],
  [{ list: { body: [null] } }, 'malformed', 'map threw TypeError'],
  [{ list: { body: [{ id: '' }] } }, 'malformed', 'which lacks id, sender, message or sentAt'],
] as const)('X-9: a list that is none is told: %j', async (lever, code, message) => {
  const { inbox, levers, time } = await listed([{ id: 'a', at: 1 }])
  Object.assign(levers, lever)
  await time.advance(2_000)
  expect(inbox.getSnapshot()).toMatchObject({ length: 1, status: { phase: 'error', code } })
  expect(inbox.getSnapshot().status).toMatchObject({ message: expect.stringContaining(message) })
})

test('X-9: a proxy that answers a page is tried again', async () => {
  const { inbox, levers, poll, time } = await listed([{ id: 'a', at: 1 }])
  levers.list = { body: '<h1>Sign in to this network</h1>' }
  await time.advance(2_000)
  expect(inbox.getSnapshot()).toMatchObject({ length: 1, status: { phase: 'connecting' } })
  delete levers.list
  await poll()
  expect(inbox.getSnapshot().status.phase).toBe('live')
})

test('X-9: a thousand new rows at once are all there, and so are those after more changes than are held', async () => {
  const { poll, inbox, time, events } = await listed([], { tell: () => undefined })
  const rows = Array.from({ length: 1_500 }, (_, at) => ({ id: `i${at}`, at }))
  await poll(rows.slice(0, 100))
  expect(inbox.getSnapshot()).toMatchObject({ length: 100, total: 100 })
  await poll(rows)
  await poll(rows.map((row) => ({ ...row, read: true })))
  await time.advance(10_000)
  expect(inbox.getSnapshot()).toMatchObject({ total: 1_500, unread: 0 })
  expect(named(events)).toEqual(['received', 'received', 'resync', 'read'])
})

test('requests for other paths go through as they are', async () => {
  const asked: unknown[] = []
  const answer = { status: 200, headers: {}, body: '' }
  const time = virtualTime()
  const http = restList(
    {
      clock: time,
      http: (request) => {
        asked.push(request)
        return { response: Promise.resolve(answer), abort() {} }
      },
    },
    { url: 'https://shop.test/list', map: () => undefined },
  )
  for (const url of ['https://shop.test/other', '/delivery/v1/constructor'])
    expect(await http({ method: 'GET', url }).response).toBe(answer)
  expect(asked).toEqual([
    { method: 'GET', url: 'https://shop.test/other' },
    { method: 'GET', url: '/delivery/v1/constructor' },
  ])
})
