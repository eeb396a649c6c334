import { expect, test } from 'vitest'
import { type Answered, ask, dayMs } from './asked.ts'
import { appId, officialMock, secret } from './official-world.ts'

const query = `grant_type=client_credential&appid=${appId}&secret=${secret}`
const stable = { grant_type: 'client_credential', appid: appId, secret }

async function setUp() {
  const mock = await officialMock()
  const token = async (): Promise<string> => (await ask(mock.fetch, `GET /cgi-bin/token?${query}`)).body.access_token
  const stableOf = (more: object = {}): Promise<Answered> =>
    ask(mock.fetch, 'POST /cgi-bin/stable_token', { body: { ...stable, ...more } })
  const codeOf = async (access: string): Promise<number> =>
    (await ask(mock.fetch, `GET /cgi-bin/template/get_all_private_template?access_token=${access}`)).body.errcode ?? 0
  return { ...mock, fresh: token, stableOf, codeOf }
}

test('WO-1: a token lasts two hours by the clock, then it is expired', async () => {
  const { clock, fresh, codeOf } = await setUp()
  const token = await fresh()
  await clock.advance(7_199_999)
  expect(await codeOf(token)).toBe(0)
  await clock.advance(1)
  expect(await codeOf(token)).toBe(42001)
})

test('a new token leaves the one before five minutes', async () => {
  const { clock, fresh, codeOf } = await setUp()
  const first = await fresh()
  const second = await fresh()
  expect(second).not.toBe(first)
  await clock.advance(299_999)
  expect(await codeOf(first)).toBe(0)
  await clock.advance(1)
  expect([await codeOf(first), await codeOf(second)]).toEqual([40001, 0])
})

test('the overlap is not made longer by a third token', async () => {
  const { clock, fresh, codeOf } = await setUp()
  const first = await fresh()
  await fresh()
  await clock.advance(200_000)
  await fresh()
  await clock.advance(100_000)
  expect(await codeOf(first)).toBe(40001)
})

test('the stable token stays the same until five minutes before its end', async () => {
  const { clock, stableOf } = await setUp()
  const first = (await stableOf()).body
  expect(first.expires_in).toBe(7_200)
  await clock.advance(6_900_000)
  expect((await stableOf()).body).toEqual({ access_token: first.access_token, expires_in: 300 })
  await clock.advance(1)
  expect((await stableOf()).body.access_token).not.toBe(first.access_token)
})

test('a forced refresh ends the stable token at once, and no other', async () => {
  const { stableOf, fresh, codeOf } = await setUp()
  const plain = await fresh()
  const { access_token: first } = (await stableOf()).body
  const { access_token: second } = (await stableOf({ force_refresh: true })).body
  expect([await codeOf(first), await codeOf(second), await codeOf(plain)]).toEqual([40001, 0, 0])
})

test('forced refreshes are 30 s apart and 20 a day in China', async () => {
  const { clock, stableOf } = await setUp()
  const forced = async () => (await stableOf({ force_refresh: true })).body.errcode ?? 0
  expect(await forced()).toBe(0)
  await clock.advance(29_999)
  expect(await forced()).toBe(45011)
  await clock.advance(1)
  for (let count = 1; count < 20; count += 1) {
    expect(await forced()).toBe(0)
    await clock.advance(30_000)
  }
  expect(await forced()).toBe(45009)
  await clock.moveTo('2026-03-02T16:00:00Z')
  expect(await forced()).toBe(0)
})

test('2,000 tokens a day, then 45009 until the next day', async () => {
  const { platform, clock, fetch } = await setUp()
  for (let count = 0; count < 2_000; count += 1) expect((await platform.official.tokens.issue('harbour')).ok).toBe(true)
  expect((await ask(fetch, `GET /cgi-bin/token?${query}`)).body.errcode).toBe(45009)
  await clock.advance(dayMs)
  expect((await ask(fetch, `GET /cgi-bin/token?${query}`)).body.errcode).toBeUndefined()
})

test('revoked tokens are 40001, all of them', async () => {
  const { fetch, fresh, stableOf, codeOf } = await setUp()
  const plain = await fresh()
  const { access_token: steady } = (await stableOf()).body
  await ask(fetch, 'DELETE /control/v1/official-accounts/harbour/tokens')
  expect([await codeOf(plain), await codeOf(steady)]).toEqual([40001, 40001])
})

const refusals = [
  ['grant_type=password', 40002],
  [`grant_type=client_credential&secret=${secret}`, 41002],
  [`grant_type=client_credential&appid=${appId}`, 41004],
  [`grant_type=client_credential&appid=wx0000000000000000&secret=${secret}`, 40013],
  [`grant_type=client_credential&appid=${appId}&secret=wrong`, 40125],
] as const

test.each(refusals)('GET /cgi-bin/token?%s answers %i, HTTP 200, with a rid of this second', async (asked, code) => {
  const { fetch, clock } = await setUp()
  const { status, body } = await ask(fetch, `GET /cgi-bin/token?${asked}`)
  expect([status, body.errcode]).toEqual([200, code])
  const [, seconds = ''] = /^.+ rid: ([0-9a-f]{8})-[0-9a-f]{8}-[0-9a-f]{8}$/.exec(body.errmsg) ?? []
  expect(Number.parseInt(seconds, 16)).toBe(clock.now() / 1_000)
})

test('no token, one that cannot be, and one of nobody', async () => {
  const { fetch, codeOf } = await setUp()
  expect((await ask(fetch, 'GET /cgi-bin/template/get_industry')).body.errcode).toBe(41001)
  expect(await codeOf('short')).toBe(40014)
  expect(await codeOf('a'.repeat(136))).toBe(40001)
})

test('tokens and secrets stay out of the journal', async () => {
  const { fresh, stableOf, journal } = await setUp()
  const token = await fresh()
  const { access_token: steady } = (await stableOf()).body
  const text = JSON.stringify(journal())
  for (const word of [token, steady, secret]) expect(text).not.toContain(word)
})

test('tokens survive an export', async () => {
  const { platform, fresh, codeOf } = await setUp()
  const token = await fresh()
  await platform.worlds.import(JSON.parse(JSON.stringify(await platform.worlds.export())))
  expect(await codeOf(token)).toBe(0)
})
