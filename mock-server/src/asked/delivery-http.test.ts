import { expect, test } from 'vitest'
import { ask, demoMock, openPath, sendPath, service, startAt, template } from './asked.ts'

const token = 'demo-host-amina'

test('DL-3: a snapshot with the time of the platform', async () => {
  const { fetch } = await demoMock()
  await ask(fetch, `POST ${sendPath}`, { body: service })
  const answer = await ask(fetch, 'GET /delivery/v1/snapshot', { token })
  expect(answer).toMatchObject({ status: 200, verdict: 'ok', row: '-' })
  expect(answer.body).toMatchObject({
    epoch: expect.any(String),
    offset: expect.any(Number),
    items: [{ item: { sender: 'kijani', sentAt: startAt }, marks: [] }],
    senders: [{ id: 'kijani' }],
    counts: { total: 1, unseen: 1, unread: 1 },
    serverAt: startAt,
  })
})

test('DL-3: changes by their defaults, from nothing', async () => {
  const { fetch } = await demoMock()
  const { status, body } = await ask(fetch, 'GET /delivery/v1/changes', { token })
  expect(status).toBe(200)
  expect(body).toMatchObject({ recovered: false, changes: [] })
})

test.each([
  ['after', 'after='],
  ['after', 'after=-1'],
  ['after', 'after=1.5'],
  ['after', 'after=1e3'],
  ['after', 'after=99999999999999999'],
  ['max', 'max=0'],
  ['max', 'max=1001'],
  ['max', 'max=%2B5'],
  ['epoch', `epoch=${'e'.repeat(129)}`],
])('DL-10: changes with a wrong %s: %s', async (field, query) => {
  const { fetch } = await demoMock()
  const answer = await ask(fetch, `GET /delivery/v1/changes?${query}`, { token })
  expect(answer).toMatchObject({ status: 400, verdict: 'malformed', body: { error: { code: 'malformed' } } })
  expect(answer.body.error.message).toContain(`"${field}" of the query`)
})

test.each(['max=0', 'max=201', 'cursor=', 'cursor=none', `cursor=${'c'.repeat(5000)}`])(
  'DL-8, DL-10: a snapshot with %s',
  async (query) => {
    const { fetch } = await demoMock()
    expect(await ask(fetch, `GET /delivery/v1/snapshot?${query}`, { token })).toMatchObject({
      status: 400,
      body: { error: { code: 'malformed' } },
    })
  },
)

test.each([
  ['no token', {}],
  ['an unknown one', { token: 'nobody' }],
  ['another scheme', { headers: { authorization: 'Basic demo-host-amina' } }],
  ['nothing but the scheme', { headers: { authorization: 'Bearer ' } }],
  ['two of them', { headers: { authorization: 'Bearer demo-host-amina demo-host-moussa' } }],
])('DL-1: %s', async (_, asking) => {
  const { fetch } = await demoMock()
  for (const line of ['GET /delivery/v1/changes', 'GET /delivery/v1/snapshot'])
    expect(await ask(fetch, line, asking)).toMatchObject({
      status: 401,
      verdict: 'unauthorized',
      body: {
        error: { code: 'unauthorized', message: expect.stringMatching(/^Failed to accept the session token: /) },
      },
    })
})

test('DL-2: a token that ran out', async () => {
  const mock = await demoMock()
  const short = await mock.session({ person: 'amina', lifeMs: 1000 })
  await mock.clock.advance(1000)
  expect(await ask(mock.fetch, 'GET /delivery/v1/snapshot', { token: short })).toMatchObject({
    status: 401,
    body: { error: { code: 'expired' } },
  })
})

test('DL-5: receipts, each with its own fate, and a row of their own', async () => {
  const mock = await demoMock()
  await ask(mock.fetch, `POST ${sendPath}`, { body: service })
  const { items } = (await ask(mock.fetch, 'GET /delivery/v1/snapshot', { token })).body
  const good = { receiptId: 'r1', kind: 'read', itemId: items[0].item.id, agoMs: 0 }
  const receipts = [
    good,
    { ...good, receiptId: 'r2', agoMs: -1 },
    { ...good, receiptId: 'r3', itemId: 'none' },
    { receiptId: 'r4', kind: 'opened', all: { upTo: 5 }, agoMs: 0 },
    { receiptId: 'r5', kind: 'seen', all: { upTo: items[0].item.offset }, agoMs: 0 },
  ]
  const answer = await ask(mock.fetch, 'POST /delivery/v1/receipts', { token, body: { deviceId: 'phone', receipts } })
  expect(answer.status).toBe(200)
  expect(answer.body.accepted).toEqual(['r1', 'r5'])
  expect(answer.body.refused).toHaveLength(3)
  expect(answer.body.refused).toEqual(
    expect.arrayContaining([
      { receiptId: 'r2', code: 'malformed' },
      { receiptId: 'r3', code: 'unknown-item' },
      { receiptId: 'r4', code: 'malformed' },
    ]),
  )
  expect(mock.journal().some(({ kind, person }) => kind === 'receipt' && person === 'amina')).toBe(true)
})

test.each([
  ['nothing', ''],
  ['no device', { receipts: [] }],
  ['no list', { deviceId: 'd', receipts: {} }],
  ['201 receipts', { deviceId: 'd', receipts: Array(201).fill({ receiptId: 'r' }) }],
  ['one without an id', { deviceId: 'd', receipts: [{ kind: 'read' }] }],
  ['one with a long id', { deviceId: 'd', receipts: [{ receiptId: 'r'.repeat(65) }] }],
])('DL-10: receipts that are %s', async (_, body) => {
  const { fetch } = await demoMock()
  expect(await ask(fetch, 'POST /delivery/v1/receipts', { token, body })).toMatchObject({
    status: 400,
    body: { error: { code: 'malformed' } },
  })
})

test('MA-4: a use is of the session and of now', async () => {
  const mock = await demoMock()
  await mock.clock.advance({ days: 2 })
  const own = await ask(mock.fetch, 'POST /delivery/v1/uses', {
    token: 'demo-kijani-amina',
    body: { sender: 'kijani' },
  })
  expect(own).toMatchObject({ status: 200, body: { lastUsedAt: startAt + 2 * 86_400_000 } })
  const host = await ask(mock.fetch, 'POST /delivery/v1/uses', { token, body: { sender: 'soko' } })
  expect(host.status).toBe(200)
  expect(mock.journal().filter(({ kind }) => kind === 'use')).toHaveLength(2)
})

test('DL-1: a session speaks for its own sender, and for none that is unknown', async () => {
  const { fetch } = await demoMock()
  const uses = (body: unknown, asked: string) => ask(fetch, 'POST /delivery/v1/uses', { token: asked, body })
  expect(await uses({ sender: 'soko' }, 'demo-kijani-amina')).toMatchObject({
    status: 400,
    body: { error: { code: 'malformed' } },
  })
  expect((await uses({ sender: 'nobody' }, token)).body.error.message).toContain('"sender" of the body: it is "nobody"')
})

test('unknown paths, other methods, too much', async () => {
  const { fetch } = await demoMock()
  expect(await ask(fetch, 'GET /delivery/v1/never')).toMatchObject({
    status: 404,
    body: { error: { code: 'not-found' } },
  })
  expect(await ask(fetch, 'GET /delivery/v1/snapshot/')).toMatchObject({ status: 404 })
  expect(await ask(fetch, 'PUT /delivery/v1/snapshot')).toMatchObject({
    status: 405,
    body: { error: { code: 'method-not-allowed' } },
  })
  const body = { deviceId: 'x'.repeat(262_144), receipts: [] }
  expect(await ask(fetch, 'POST /delivery/v1/receipts', { token, body })).toMatchObject({
    status: 413,
    body: { error: { code: 'too-large' } },
  })
})

test('OA-3: a push is a bubble and counted nowhere', async () => {
  const { fetch } = await demoMock()
  const body = {
    ...template,
    templateCode: 'TP_PICKUP_CODE',
    templates: [{ language: 'en-US', templateParameters: { who: 'Amina', code: '7' } }],
  }
  expect((await ask(fetch, `POST ${openPath}`, { body })).body.result.resultStatus).toBe('S')
  expect((await ask(fetch, 'GET /delivery/v1/snapshot', { token })).body.counts).toEqual({
    total: 0,
    unseen: 0,
    unread: 0,
  })
})
