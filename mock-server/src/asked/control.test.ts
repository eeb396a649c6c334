import { expect, test } from 'vitest'
import { ask, dayMs, demo, demoMock, sendPath, service, startAt } from './asked.ts'

type Fetch = Awaited<ReturnType<typeof demoMock>>['fetch']

const message = async (fetch: Fetch, line: string, body?: unknown) => {
  const answer = await ask(fetch, line, { body })
  return [answer.status, answer.body.error?.message]
}

test('X-2: the clock is told and moved', async () => {
  const mock = await demoMock()
  expect((await ask(mock.fetch, 'GET /control/v1/clock')).body).toEqual({ at: startAt, running: expect.any(Boolean) })
  expect((await ask(mock.fetch, 'POST /control/v1/clock', { body: { advanceMs: dayMs } })).body.at).toBe(
    startAt + dayMs,
  )
  expect(
    (await ask(mock.fetch, 'POST /control/v1/clock', { body: { moveTo: '2026-03-02T15:00:00+03:00' } })).body.at,
  ).toBe(startAt)
  expect((await ask(mock.fetch, 'POST /control/v1/clock', { body: { moveTo: 0 } })).body.at).toBe(0)
  expect(mock.journal().filter(({ kind }) => kind === 'clock')).toHaveLength(3)
})

test.each([
  [{}],
  [{ advanceMs: -1 }],
  [{ advanceMs: 1e13 }],
  [{ advanceMs: '1' }],
  [{ moveTo: '2026-03-02T15:00:00' }],
  [{ moveTo: '2026-03-02' }],
  [{ moveTo: '2026-02-31T25:00:00Z' }],
  [{ moveTo: -1 }],
  [{ moveTo: 1e18 }],
  [{ moveTo: null }],
  [{ advanceMs: 1, moveTo: 1 }],
  [[]],
])('X-2: refuses the move %j', async (body) => {
  const mock = await demoMock()
  expect(await ask(mock.fetch, 'POST /control/v1/clock', { body })).toMatchObject({
    status: 400,
    body: { error: { code: 'malformed' } },
  })
  expect(mock.clock.now()).toBe(startAt)
})

test('a world is exported, replaced and reset', async () => {
  const mock = await demoMock()
  await ask(mock.fetch, `POST ${sendPath}`, { body: service })
  const before = (await ask(mock.fetch, 'GET /delivery/v1/snapshot', { token: 'demo-host-amina' })).body
  const exported = (await ask(mock.fetch, 'GET /control/v1/world')).body
  expect(exported).toMatchObject({ format: 'minibell-world', version: 1 })
  expect(await ask(mock.fetch, 'POST /control/v1/world/reset')).toMatchObject({ status: 200, body: {} })
  const empty = (await ask(mock.fetch, 'GET /delivery/v1/snapshot', { token: 'demo-host-amina' })).body
  expect(empty.items).toEqual([])
  expect(empty.epoch > before.epoch).toBe(true)
  expect((await ask(mock.fetch, 'PUT /control/v1/world', { body: exported })).status).toBe(200)
  const after = (await ask(mock.fetch, 'GET /delivery/v1/snapshot', { token: 'demo-host-amina' })).body
  expect(after.items.map(({ item }: { item: { id: string } }) => item.id)).toEqual(
    before.items.map(({ item }: { item: { id: string } }) => item.id),
  )
})

test('a world may be larger than any other body', async () => {
  const { fetch } = await demoMock()
  const large = {
    ...(demo as object),
    name: 'large',
    persons: Array.from({ length: 3000 }, (_, at) => ({
      id: `p${at}`,
      name: `Person ${at} ${'x'.repeat(80)}`,
      language: 'en',
      timeZone: 'Africa/Nairobi',
      recipientIds: [],
    })),
    uses: [],
    accessTokens: [],
    sessions: [],
    officialAccounts: [],
  }
  expect(JSON.stringify(large).length).toBeGreaterThan(400_000)
  expect((await ask(fetch, 'PUT /control/v1/world', { body: large })).status).toBe(200)
})

test('a world that is none changes nothing and names the place', async () => {
  const { fetch } = await demoMock()
  const [status, text] = await message(fetch, 'PUT /control/v1/world', { ...(demo as object), senders: 7 })
  expect(status).toBe(400)
  expect(text).toContain('senders')
  expect((await ask(fetch, 'GET /control/v1/senders')).body.senders.length).toBeGreaterThan(1)
})

test.each([
  ['access-tokens', { person: 'none', sender: 'soko' }, 404],
  ['access-tokens', { person: 'amina', sender: 'none' }, 404],
  ['access-tokens', { person: 'amina', sender: 'soko', lifeMs: 0 }, 400],
  ['access-tokens', { person: 'amina', sender: 'soko', scopes: 'SEND_MESSAGE' }, 400],
  ['sessions', { person: 'none', scope: { kind: 'host' } }, 404],
  ['sessions', { person: 'amina', scope: { kind: 'sender', sender: 'none' } }, 404],
  ['sessions', { person: 'amina', scope: { kind: 'world' } }, 400],
  ['sessions', { person: 'amina' }, 400],
])('%s of %j: %d', async (path, body, status) => {
  const { fetch } = await demoMock()
  expect((await ask(fetch, `POST /control/v1/${path}`, { body })).status).toBe(status)
})

test('DL-6: an item is withdrawn once', async () => {
  const { fetch } = await demoMock()
  const sent = await ask(fetch, `POST ${sendPath}`, { body: service })
  const line = `POST /control/v1/items/${sent.body.data.results[0].itemId}/withdraw`
  expect((await ask(fetch, line)).body).toEqual({ withdrawn: true })
  expect((await ask(fetch, line)).body).toEqual({ withdrawn: false })
})

test('rules are listed and switched', async () => {
  const { fetch } = await demoMock()
  const { rules } = (await ask(fetch, 'GET /control/v1/rules')).body
  const ma3 = rules.find(({ id }: { id: string }) => id.startsWith('MA-3'))
  expect(ma3).toMatchObject({
    enabled: true,
    severity: 'deny',
    source: expect.any(String),
    summary: expect.any(String),
  })
  expect((await ask(fetch, `PUT /control/v1/rules/${ma3.id}`, { body: { enabled: false } })).body).toEqual({
    id: ma3.id,
    enabled: false,
  })
  await ask(fetch, `POST ${sendPath}`, { body: service })
  expect((await ask(fetch, `POST ${sendPath}`, { body: service })).body.code).toBe(0)
  expect((await ask(fetch, 'PUT /control/v1/rules/NONE', { body: { enabled: true } })).status).toBe(404)
  expect((await ask(fetch, `PUT /control/v1/rules/${ma3.id}`, { body: { enabled: 'no' } })).status).toBe(400)
})
