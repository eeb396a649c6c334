import { virtualTime } from '@minibell/ports'
import { setupServer } from 'msw/node'
import { expect, onTestFinished, test, vi } from 'vitest'
import { handlers } from '../faces/msw/index.ts'
import { listen } from '../faces/server/index.ts'
import { ask, dayMs, demoMock, openPath, sendPath, service, startAt, template } from './asked.ts'
import { settled } from './recorded-socket.ts'
import { type Streamed, streamed } from './streamed.ts'

const token = 'demo-host-amina'
const headers = { authorization: `Bearer ${token}` }

async function start() {
  const time = virtualTime({ startAt })
  const mock = await demoMock({ time })
  onTestFinished(() => mock.close())
  const { fetch } = mock
  const send = async () => (await ask(fetch, `POST ${sendPath}`, { body: service })).body.data.results[0].itemId
  const epoch = async (): Promise<string> => (await ask(fetch, 'GET /delivery/v1/snapshot', { token })).body.epoch
  const open = async (query = '', more = {}): Promise<Streamed> =>
    streamed(await fetch(`http://minibell.test/delivery/v1/stream${query}`, { headers: { ...headers, ...more } }))
  const wait = (query: string, as = token) => ask(fetch, `GET /delivery/v1/changes?${query}`, { token: as })
  return { mock, time, fetch, send, epoch, open, wait }
}

/** Whether it has an answer by now. */
async function isOpen(one: Promise<unknown>): Promise<boolean> {
  let open = true
  one.then(() => {
    open = false
  })
  await settled()
  return open
}

test('DL-9: the stream says what the socket says: hello, what was missed, what comes', async () => {
  const { open, send, epoch } = await start()
  const from = await epoch()
  const first = await send()
  const stream = await open(`?epoch=${from}&after=0`)
  expect([stream.status, stream.type]).toEqual([200, 'text/event-stream; charset=utf-8'])
  expect(await stream.next('hello')).toMatchObject({ protocol: 1, epoch: from, pingMs: 25_000, serverAt: startAt })
  const resumed = await stream.next('resumed')
  expect(resumed).toMatchObject({ recovered: true, from: 0, id: `${from}:${resumed['to']}` })
  expect(JSON.stringify(resumed)).toContain(first)
})

test('DL-9: a commit is a batch with an id, and whoever comes back with it goes on there', async () => {
  const { open, send, epoch, mock } = await start()
  const from = await epoch()
  const stream = await open(`?epoch=${from}&after=0`)
  await stream.next('resumed')
  const itemId = await send()
  const batch = await stream.next('batch')
  expect(JSON.stringify(batch)).toContain(itemId)
  expect(batch.id).toBe(`${from}:${batch['to']}`)
  await stream.leave()
  await mock.clock.advance(3 * dayMs)
  const fresh = await mock.session({ person: 'amina', lifeMs: dayMs })
  const next = await ask(mock.fetch, `POST ${sendPath}`, { body: service })
  const again = await open(`?epoch=${from}&after=0`, { authorization: `Bearer ${fresh}`, 'last-event-id': batch.id })
  const resumed = await again.next('resumed')
  expect(resumed).toMatchObject({ recovered: true, from: batch['to'] })
  expect(JSON.stringify(resumed)).toContain(next.body.data.results[0].itemId)
})

test('DL-9: what was not told whole has no id: nobody goes on above a hole', async () => {
  const { open, epoch, mock } = await start()
  const from = await epoch()
  const session = await mock.platform.delivery.session(token)
  if (typeof session === 'string') throw new Error(session)
  const known = await mock.platform.directory.sender('kijani')
  if (!known) throw new Error('the demo world has Kijani')
  await ask(mock.fetch, `POST ${sendPath}`, { body: service })
  for (let turn = 0; turn < 201; turn += 1)
    await mock.platform.directory.putSender({ ...known, name: `Kijani ${turn}` })
  const stream = await open(`?epoch=${from}&after=0`)
  const resumed = await stream.next('resumed')
  expect(resumed['to']).toBeLessThan(Number(resumed['top']))
  await mock.platform.directory.putSender({ ...known, name: 'Kijani at last' })
  const batch = await stream.next('batch')
  expect([resumed.id, batch.id]).toEqual([`${from}:200`, undefined])
})

test('DL-4: a position of another life is told, without an id', async () => {
  const { open } = await start()
  const stream = await open('?epoch=other&after=7')
  const resumed = await stream.next('resumed')
  expect([resumed['recovered'], resumed.id]).toEqual([false, undefined])
})

test('X-2: a stream tells moves of the clock, and beats while nothing happens', async () => {
  const { open, mock, time } = await start()
  const stream = await open()
  await stream.next('resumed')
  await mock.clock.advance(1_000)
  expect(await stream.next('clock')).toMatchObject({ serverAt: startAt + 1_000 })
  await time.advance(25_000)
  await stream.next('pong')
  await time.advance(25_000)
  await stream.next('pong')
})

test('DL-2: a stream ends with its session, and says why', async () => {
  const { open, mock } = await start()
  const stream = await open()
  await stream.next('resumed')
  await mock.platform.delivery.revoke(token)
  expect(await stream.next('bye')).toMatchObject({ code: 'expired' })
  await stream.ended
})

test('DL-1: a stream of nobody, of an unknown token, and of another sender', async () => {
  const { open, send } = await start()
  for (const authorization of ['', 'Bearer nobody']) expect((await open('', { authorization })).status).toBe(401)
  const other = await open('', { authorization: 'Bearer demo-soko-amina' })
  await other.next('resumed')
  const itemId = await send()
  expect(JSON.stringify(await other.next('batch'))).not.toContain(itemId)
})

test.each([
  ['after=-1', {}],
  ['after=x', {}],
  [`epoch=${'e'.repeat(129)}`, {}],
  ['', { 'last-event-id': 'none' }],
  ['', { 'last-event-id': 'e:1.5' }],
])('DL-10: a stream with %s %o', async (query, more) => {
  const { fetch } = await start()
  const answer = await ask(fetch, `GET /delivery/v1/stream?${query}`, { token, headers: more })
  expect(answer).toMatchObject({ status: 400, body: { error: { code: 'malformed' } } })
})

test('a stream and a long poll end with the platform, and leave no timer', async () => {
  const { open, wait, mock, epoch, time } = await start()
  const from = await epoch()
  const stream = await open()
  const held = wait(`epoch=${from}&after=0&waitMs=25000`)
  await stream.next('resumed')
  expect(await isOpen(held)).toBe(true)
  mock.close()
  expect(await stream.next('bye')).toMatchObject({ code: 'closing' })
  expect((await held).body).toMatchObject({ changes: [], to: 0 })
  await settled()
  expect(time.waiting()).toBe(0)
})

test('DL-10: of what waits for one session the oldest yields, and a device that left leaves nothing', async () => {
  const { open, mock } = await start()
  const streams: Streamed[] = []
  for (let one = 0; one < 17; one += 1) streams.push(await open())
  expect(await streams[0]?.next('bye')).toMatchObject({ code: 'closing' })
  await streams[1]?.leave()
  await open()
  const isGone = (one: Streamed | undefined) => isOpen(one?.ended ?? Promise.resolve()).then((open) => !open)
  expect(await Promise.all([isGone(streams[0]), isGone(streams[2])])).toEqual([true, false])
  const summaries = mock.journal().map(({ summary }) => summary)
  expect(summaries.filter((summary) => summary === 'amina connects (all senders)')).toHaveLength(18)
  expect(summaries.filter((summary) => /^amina .* is disconnected/.test(summary))).toHaveLength(2)
})

test('DL-9: a long poll answers at once when there is something, else with the next change', async () => {
  const { wait, send, epoch } = await start()
  const from = await epoch()
  await send()
  const now = await wait(`epoch=${from}&after=0&waitMs=25000`)
  expect(now.body).toMatchObject({ recovered: true, from: 0, serverAt: startAt })
  const held = wait(`epoch=${from}&after=${now.body.to}&waitMs=25000`)
  expect(await isOpen(held)).toBe(true)
})

test('DL-9: a long poll ends with a change, with its time, with a move of the clock, with its session', async () => {
  const { wait, send, epoch, time, mock } = await start()
  const from = await epoch()
  const after = (await wait(`epoch=${from}`)).body.to
  const query = `epoch=${from}&after=${after}&waitMs=10000`
  const first = wait(query)
  await settled()
  const itemId = await send()
  expect(JSON.stringify((await first).body)).toContain(itemId)
  const { to } = (await first).body
  const idle = wait(`epoch=${from}&after=${to}&waitMs=10000`)
  await settled()
  await time.advance(9_999)
  expect(await isOpen(idle)).toBe(true)
  await time.advance(1)
  expect((await idle).body).toMatchObject({ from: to, to, changes: [] })
  const moved = wait(`epoch=${from}&after=${to}&waitMs=10000`)
  await settled()
  await mock.clock.advance(60_000)
  expect((await moved).body.serverAt).toBe(startAt + 70_000)
  const ended = wait(`epoch=${from}&after=${to}&waitMs=10000`)
  await settled()
  await mock.platform.delivery.revoke(token)
  expect(await ended).toMatchObject({ status: 401, body: { error: { code: 'expired' } } })
})

test('DL-1: a long poll is not woken by what its session may not see', async () => {
  const { wait, send, epoch, time } = await start()
  const from = await epoch()
  const held = wait(`epoch=${from}&after=0&waitMs=10000`, 'demo-soko-amina')
  await settled()
  await send()
  expect(await isOpen(held)).toBe(true)
  await time.advance(10_000)
  expect((await held).body.changes).toEqual([])
})

test('DL-4: a long poll from another life, and one that lives to see it', async () => {
  const { wait, epoch, mock } = await start()
  expect((await wait('epoch=other&after=3&waitMs=10000')).body).toMatchObject({ recovered: false })
  const held = wait(`epoch=${await epoch()}&after=0&waitMs=10000`)
  await settled()
  await mock.platform.worlds.reset()
  expect((await held).status).toBe(200)
})

test.each(['waitMs=-1', 'waitMs=25001', 'waitMs=soon', 'waitMs='])('DL-10: a long poll with %s', async (query) => {
  const { wait } = await start()
  const answer = await wait(query)
  expect(answer).toMatchObject({ status: 400, body: { error: { code: 'malformed' } } })
  expect(answer.body.error.message).toContain('"waitMs" of the query')
})

test('X-3: the stream through MSW in Node and over a real port, as it comes', async () => {
  const { mock, send, epoch } = await start()
  const from = await epoch()
  const server = setupServer(...handlers(mock, { origin: 'https://platform.test' }))
  server.listen({ onUnhandledFrame: 'bypass' })
  onTestFinished(() => server.close())
  const listening = await listen(mock, { port: 0 })
  onTestFinished(() => listening.close())
  const streams = await Promise.all(
    ['https://platform.test', listening.url].map(async (origin) =>
      streamed(await fetch(`${origin}/delivery/v1/stream?epoch=${from}&after=0`, { headers })),
    ),
  )
  for (const stream of streams) await stream.next('resumed')
  const itemId = await send()
  for (const stream of streams) expect(JSON.stringify(await stream.next('batch'))).toContain(itemId)
  for (const stream of streams) await stream.leave()
  const left = () => mock.journal().filter(({ summary }) => summary.includes('is disconnected')).length
  await vi.waitFor(() => expect(left()).toBe(2))
})

test('X-3: the stream as a port of a client, by microtasks alone', async () => {
  const { mock, send, epoch } = await start()
  const heard: string[] = []
  const stop = mock.eventSource(`/delivery/v1/stream?epoch=${await epoch()}&after=0`, headers, {
    opened: () => heard.push('opened'),
    received: (data, id) => heard.push(`${JSON.parse(data).type} ${id.split(':')[1] ?? ''}`),
    closed: (reason) => heard.push(`closed ${reason}`),
  })
  await settled()
  await send()
  await settled()
  stop()
  await send()
  await settled()
  expect(heard).toEqual(['opened', 'hello ', 'resumed 0', 'batch 2'])
})

test('the stream as a port tells a refusal, and as a plain answer it is whole once it ended', async () => {
  const { mock } = await start()
  const heard: string[] = []
  mock.eventSource(
    '/delivery/v1/stream',
    {},
    {
      opened: () => heard.push('opened'),
      received: (data) => heard.push(data),
      closed: (reason) => heard.push(reason),
    },
  )
  await settled()
  expect(heard).toEqual([expect.stringMatching(/^\{.*unauthorized/)])
  const { response } = mock.http({ method: 'GET', url: '/delivery/v1/stream', headers })
  await settled()
  mock.close()
  expect((await response).body).toMatch(/"hello".*"resumed".*"bye"/s)
  const other = mock.http({ method: 'GET', url: '/delivery/v1/stream', headers })
  await settled()
  other.abort()
  await expect(other.response).rejects.toThrow('aborted')
})

test('DL-10: who leaves 262,144 bytes unread is told so and let go', async () => {
  const { mock, fetch } = await start()
  const unread = await fetch('http://minibell.test/delivery/v1/stream', { headers })
  await settled()
  for (let order = 0; order < 700; order += 1)
    await ask(fetch, `POST ${openPath}`, { body: { ...template, requestId: `order-${order}` } })
  await settled()
  expect(mock.journal().some(({ verdict }) => verdict === 'lagging')).toBe(true)
  const text = await streamed(unread).ended
  expect(text).toMatch(/"type":"bye","code":"lagging"\}\s*$/)
  expect(Math.floor(text.length / 100_000)).toBe(2)
})
