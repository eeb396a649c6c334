import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { stringToSign } from '../api/miniapp/signature.ts'
import { listen } from '../faces/server/listen.ts'
import { ask, dayMs, demo, demoMock, sendPath, service, startAt } from './asked.ts'

type Mock = Awaited<ReturnType<typeof demoMock>>
type Demo = { readonly persons: readonly object[]; readonly uses: readonly object[] }

const send = (mock: Mock, changes: object = {}) =>
  ask(mock.fetch, `POST ${sendPath}`, { body: { ...service, ...changes } })
const denial = async (mock: Mock, changes?: object) => {
  const { body } = await send(mock, changes)
  return { code: body.code, ...body.data.denial }
}
const settings = (mock: Mock, body: object) => ask(mock.fetch, 'PUT /control/v1/miniapp', { body })

/** A mock whose Amina lives in that time zone, at that instant, having used Kijani just now. */
async function living(timeZone: string, at: string): Promise<Mock> {
  const mock = await demoMock({ startAt: Date.parse(at) })
  const { uses: _, ...amina } = (await ask(mock.fetch, 'GET /control/v1/persons/amina')).body
  await ask(mock.fetch, 'PUT /control/v1/persons/amina', { body: { ...amina, timeZone } })
  await mock.use({ person: 'amina', sender: 'kijani' })
  return mock
}

test.each([
  ['over the end of a month', 'Africa/Nairobi', '2026-01-30T20:59:59.999Z', '2026-02-01T21:00:00Z'],
  ['over a leap day', 'Africa/Nairobi', '2028-02-27T12:00:00Z', '2028-02-29T21:00:00Z'],
  ['over a spring night of 23 hours', 'Europe/Lisbon', '2026-03-28T12:00:00Z', '2026-03-30T23:00:00Z'],
  ['over an autumn night of 25 hours', 'Africa/Casablanca', '2026-02-14T12:00:00Z', '2026-02-17T00:00:00Z'],
  ['where midnight does not exist', 'Africa/Cairo', '2026-04-21T12:00:00Z', '2026-04-23T22:00:00Z'],
  ['west of the date line', 'America/Sao_Paulo', '2026-01-30T02:30:00Z', '2026-02-01T03:00:00Z'],
])('MA-3: calendar days %s', async (_, timeZone, at, from) => {
  const mock = await living(timeZone, at)
  await settings(mock, { frequency: { mode: 'calendar', days: 3 } })
  expect((await send(mock)).body.code).toBe(0)
  await mock.clock.moveTo(Date.parse(from) - 1)
  expect(await denial(mock)).toMatchObject({ code: 70013, rule: 'MA-3', mendAfterMs: 1 })
  await mock.clock.moveTo(from)
  expect((await send(mock)).body.code).toBe(0)
})

test.each([
  ['rolling', 'inclusive', startAt + 31 * dayMs],
  ['rolling', 'exclusive', startAt + 30 * dayMs],
  // 2026-03-02T15:00 in Nairobi: the 30th day is 1 April, the 31st begins at 21:00Z of it.
  ['calendar', 'inclusive', Date.parse('2026-04-01T21:00:00Z')],
  ['calendar', 'exclusive', Date.parse('2026-03-31T21:00:00Z')],
] as const)('MA-4: %s days, %s boundary', async (mode, boundary, inactiveFrom) => {
  const mock = await demoMock()
  await settings(mock, { recency: { mode, days: 30, boundary } })
  await mock.use({ person: 'amina', sender: 'kijani' })
  await mock.clock.moveTo(inactiveFrom)
  expect(await denial(mock)).toMatchObject({ code: 70012, rule: 'MA-4' })
  await mock.clock.moveTo(inactiveFrom - 1)
  expect((await send(mock)).body.code).toBe(0)
})

test('MA-5: of sends that come at once over a real port exactly 200 pass in a second', async () => {
  const crowd = Array.from({ length: 260 }, (_, at) => String(at))
  const { persons, uses } = demo as Demo
  const world = {
    ...(demo as Demo),
    clock: { at: startAt, running: false },
    persons: [
      ...persons,
      ...crowd.map((id) => ({
        id: `c${id}`,
        name: id,
        language: 'en',
        timeZone: 'UTC',
        recipientIds: [{ account: 'kijani-ltd', id: `u_${id}` }],
      })),
    ],
    uses: [...uses, ...crowd.map((id) => ({ person: `c${id}`, sender: 'kijani', at: '-P1D' }))],
  }
  const mock = await demoMock({ world })
  const server = await listen(mock, { port: 0 })
  const sent = await Promise.all(
    crowd.map((id) => ask(fetch, `POST ${server.url}${sendPath}`, { body: { ...service, uniqueIds: [`u_${id}`] } })),
  )
  const codes = sent.map(({ body }) => body.code)
  await server.close()
  expect([codes.filter((code) => code === 0).length, codes.filter((code) => code === 2).length]).toEqual([200, 60])
})

test('MA-7: a closed period refuses with 70005 and says when it ends, in the recipient’s zone or the platform’s', async () => {
  const mock = await living('Africa/Nairobi', '2026-03-02T18:59:00Z')
  await settings(mock, { quietHours: { from: '22:00', to: '07:30' } })
  await mock.clock.moveTo('2026-03-02T19:00:00Z')
  expect(await denial(mock)).toMatchObject({ code: 70005, rule: 'MA-7.period', mendAfterMs: 34_200_000 })
  await mock.clock.moveTo('2026-03-03T04:29:59.999Z')
  expect(await denial(mock)).toMatchObject({ code: 70005, mendAfterMs: 1 })
  await mock.clock.moveTo('2026-03-03T04:30:00Z')
  expect((await send(mock)).body.code).toBe(0)
  await settings(mock, { quietHours: { from: '04:00', to: '05:00', timeZone: 'UTC' } })
  expect(await denial(mock)).toMatchObject({ code: 70005, expected: 'a time outside 04:00 to 05:00, UTC' })
})

test('MA-7: a closed period over a night of 23 hours ends when the clock says so', async () => {
  const mock = await living('Europe/Lisbon', '2026-03-28T23:00:00Z')
  await settings(mock, { quietHours: { from: '22:00', to: '07:00' } })
  expect(await denial(mock)).toMatchObject({ mendAfterMs: Date.parse('2026-03-29T06:00:00Z') - mock.clock.now() })
})

test('MA-7: a limit on calls refuses with 70003; refused calls are not counted', async () => {
  const mock = await demoMock()
  await settings(mock, { calls: { calls: 1, perMs: 60_000 } })
  expect((await send(mock, { uniqueIds: ['u_moussa'] })).body.code).toBe(70012)
  expect((await send(mock)).body.code).toBe(0)
  await mock.clock.advance(59_999)
  expect(await denial(mock)).toMatchObject({ code: 70003, rule: 'MA-7.calls', mendAfterMs: 1 })
  await mock.clock.advance(1)
  expect((await denial(mock)).code).toBe(70013)
})

test('MA-7: the recipient’s switches refuse with 70011, the main one and the one of the mini-program', async () => {
  const mock = await demoMock()
  const token = 'demo-host-amina'
  const turn = (body: unknown, by = token) => ask(mock.fetch, 'POST /delivery/v1/switches', { token: by, body })
  expect((await turn({ push: false })).body).toEqual({ push: false, muted: [] })
  expect(await denial(mock)).toMatchObject({ code: 70011, rule: 'MA-7.push' })
  expect((await turn({ push: true })).body).toEqual({ push: true, muted: [] })
  expect((await turn({ push: false }, 'demo-kijani-amina')).body).toEqual({ push: true, muted: ['kijani'] })
  expect(await denial(mock)).toMatchObject({ code: 70011, received: 'push of this mini-program is switched off' })
  expect((await ask(mock.fetch, 'GET /delivery/v1/switches', { token })).body).toEqual({
    push: true,
    muted: ['kijani'],
  })
  expect((await ask(mock.fetch, 'GET /delivery/v1/switches', { token: 'demo-soko-amina' })).body.muted).toEqual([])
  await turn({ sender: 'kijani', push: true })
  expect((await send(mock)).body.code).toBe(0)
})

test('MA-7: switches of other senders, and unknown ones, are out of reach', async () => {
  const mock = await demoMock()
  const turn = async (body: unknown, token: string) =>
    (await ask(mock.fetch, 'POST /delivery/v1/switches', { token, body })).status
  expect(await turn({ sender: 'soko', push: false }, 'demo-kijani-amina')).toBe(400)
  expect(await turn({ sender: 'none', push: false }, 'demo-host-amina')).toBe(400)
  expect(await turn({ push: 'no' }, 'demo-host-amina')).toBe(400)
  const put = async (id: string, body: unknown) =>
    (await ask(mock.fetch, `PUT /control/v1/persons/${id}/switches`, { body })).status
  expect(await put('none', { push: false })).toBe(404)
  expect(await put('amina', { sender: 'none', push: false })).toBe(404)
  expect(await put('amina', { sender: 'kijani', push: false })).toBe(200)
  expect((await denial(mock)).code).toBe(70011)
})

test('MA-7: signed calls pass, others are 70007 where signatures are required', async () => {
  const mock = await demoMock()
  const kijani = (await ask(mock.fetch, 'GET /control/v1/senders/kijani')).body
  await ask(mock.fetch, 'PUT /control/v1/senders/kijani', { body: { ...kijani, accessKeySecret: 'kijani-secret' } })
  const sign = (body: object) =>
    createHmac('sha256', 'kijani-secret')
      .update(stringToSign(body as Record<string, unknown>))
      .digest('hex')
  const body = { ...service, requestId: 'r1', timeStamp: '1772452800000', note: { b: [1, { d: 1, c: 'ä' }], a: null } }
  const signed = { ...body, sign: sign(body) }
  const wrong = { ...signed, uniqueIds: ['u_moussa'] }
  expect((await denial(mock, { ...signed, sign: 'x' })).code).toBe(0)
  await mock.clock.advance(3 * dayMs)
  await settings(mock, { signatures: 'when-present' })
  expect(await denial(mock, wrong)).toMatchObject({ code: 70007, rule: 'MA-7.signature' })
  expect((await denial(mock, body)).code).toBe(0)
  await settings(mock, { signatures: 'required' })
  expect(await denial(mock, { requestId: 'r2' })).toMatchObject({ code: 70007, received: 'no sign' })
  const second = { ...service, requestId: 'r2', uniqueIds: ['u_moussa'] }
  expect((await denial(mock, { ...second, sign: sign(second).toUpperCase() })).code).toBe(70012)
  expect(JSON.stringify(mock.journal())).not.toContain('kijani-secret')
})

test('MA-7: what is signed is every field but sign, sorted', () => {
  expect(stringToSign({ b: 'x', a: 1, sign: 's', uniqueIds: ['u'], m: { z: true, y: 'ü' } })).toBe(
    'a=1&b=x&m={"y":"ü","z":true}&uniqueIds=["u"]',
  )
})

test('the world’s own numbers win over every revision, and wrong ones are refused', async () => {
  const mock = await demoMock()
  await settings(mock, { rate: { messages: 0, perMs: 1_000 } })
  expect(await denial(mock)).toMatchObject({ code: 2 })
  const { body } = await ask(mock.fetch, 'GET /control/v1/miniapp')
  expect([body.settings, body.inForce.frequency]).toEqual([
    { rate: { messages: 0, perMs: 1_000 } },
    { mode: 'rolling', days: 3 },
  ])
  for (const wrong of [
    { rate: 1 },
    { quietHours: { from: '24:00', to: '07:00' } },
    { frequency: { mode: 'rolling', days: -1 } },
    [],
  ])
    expect((await settings(mock, wrong)).status).toBe(400)
})
