import { expect, test } from 'vitest'
import { ask, demoMock, openPath, template } from './asked.ts'

const path = 'POST /v2/authorizations/applyToken'
const code = (answer: { readonly body: { result: { resultCode: string } } }) => answer.body.result.resultCode

async function mocked() {
  const mock = await demoMock()
  const authCode = async (more: object = {}) =>
    (await ask(mock.fetch, 'POST /control/v1/auth-codes', { body: { person: 'amina', sender: 'soko', ...more } })).body
      .authCode as string
  const apply = (body: object, headers: Readonly<Record<string, string>> = {}, line = path) =>
    ask(mock.fetch, line, { body, headers })
  const byCode = async (more: object = {}) =>
    apply({ grantType: 'AUTHORIZATION_CODE', authCode: await authCode(), ...more })
  return { ...mock, authCode, apply, byCode }
}

test('OA-10: a code gives tokens that send, and a refresh token gives new ones', async () => {
  const mock = await mocked()
  const first = await mock.byCode({ extendInfo: 'kept' })
  expect(first.body).toEqual({
    result: { resultStatus: 'S', resultCode: 'SUCCESS', resultMessage: 'success' },
    accessToken: expect.stringMatching(/^at-/),
    accessTokenExpiryTime: '2026-03-03T12:00:00.000Z',
    refreshToken: expect.stringMatching(/^rt-/),
    refreshTokenExpiryTime: '2026-04-01T12:00:00.000Z',
    customerId: 'amina',
    extendInfo: 'kept',
  })
  const { accessToken, refreshToken } = first.body
  expect(code(await ask(mock.fetch, `POST ${openPath}`, { body: { ...template, accessToken } }))).toBe('SUCCESS')
  await mock.clock.advance({ days: 1 })
  const late = { ...template, accessToken, requestId: 'r2' }
  expect(code(await ask(mock.fetch, `POST ${openPath}`, { body: late }))).toBe('EXPIRED_ACCESS_TOKEN')
  const second = await mock.apply(
    { grantType: 'REFRESH_TOKEN', refreshToken },
    {},
    'POST /v1/authorizations/applyToken',
  )
  const again = { ...late, accessToken: second.body.accessToken }
  expect(code(await ask(mock.fetch, `POST ${openPath}`, { body: again }))).toBe('SUCCESS')
})

test('OA-10, OA-9: a retry after a token refresh is the same request', async () => {
  const mock = await mocked()
  const { accessToken, refreshToken } = (await mock.byCode()).body
  const first = await ask(mock.fetch, `POST ${openPath}`, { body: { ...template, accessToken } })
  const renewed = (await mock.apply({ grantType: 'REFRESH_TOKEN', refreshToken })).body.accessToken
  const second = await ask(mock.fetch, `POST ${openPath}`, { body: { ...template, accessToken: renewed } })
  expect(second.body).toEqual(first.body)
})

test('OA-10: each documented refusal', async () => {
  const mock = await mocked()
  const authCode = await mock.authCode()
  const byCode = { grantType: 'AUTHORIZATION_CODE', authCode }
  const seen = [
    code(await mock.apply({})),
    code(await mock.apply({ grantType: 'PASSWORD', authCode })),
    code(await mock.apply({ grantType: 'REFRESH_TOKEN', authCode })),
    code(await mock.apply({ grantType: 'AUTHORIZATION_CODE', authCode: 'x'.repeat(65) })),
    code(await mock.apply({ grantType: 'AUTHORIZATION_CODE', authCode: 'never' })),
    code(await mock.apply({ ...byCode, authClientId: 'another' })),
    code(await mock.apply({ ...byCode, appId: 'P0' })),
  ]
  expect(seen).toEqual([...Array(5).fill('PARAM_ILLEGAL'), 'INVALID_AUTH_CLIENT', 'INVALID_AUTH_CLIENT'])
  const { refreshToken } = (await mock.apply({ ...byCode, authClientId: template.appId, appId: template.appId })).body
  expect(code(await mock.apply(byCode))).toBe('EXPIRED_CODE')
  const refresh = { grantType: 'REFRESH_TOKEN', refreshToken }
  const next = (await mock.apply(refresh)).body.refreshToken
  expect(code(await mock.apply(refresh))).toBe('USED_REFRESH_TOKEN')
  await mock.clock.advance({ days: 30 })
  expect(code(await mock.apply({ grantType: 'REFRESH_TOKEN', refreshToken: next }))).toBe('PARAM_ILLEGAL')
})

test('OA-10: a code runs out by the clock, to the millisecond', async () => {
  const mock = await mocked()
  const [first, second] = [await mock.authCode({ lifeMs: 1_000 }), await mock.authCode({ lifeMs: 1_000 })]
  await mock.clock.advance(999)
  expect(code(await mock.apply({ grantType: 'AUTHORIZATION_CODE', authCode: first }))).toBe('SUCCESS')
  await mock.clock.advance(1)
  expect(code(await mock.apply({ grantType: 'AUTHORIZATION_CODE', authCode: second }))).toBe('EXPIRED_CODE')
})

test('OA-10: a client asks for its own senders alone', async () => {
  const mock = await mocked()
  const client = { id: 'bus', keys: [], senders: ['safari'] }
  await ask(mock.fetch, 'PUT /control/v1/clients/bus', { body: client })
  const authCode = await mock.authCode()
  const body = { grantType: 'AUTHORIZATION_CODE', authCode }
  expect(code(await mock.apply(body, { 'client-id': 'bus' }))).toBe('INVALID_AUTH_CLIENT')
  expect(code(await mock.apply(body, { 'client-id': 'other' }))).toBe('SUCCESS')
})

test('OA-10: the scopes of a code are those of its tokens', async () => {
  const mock = await mocked()
  const authCode = await mock.authCode({ scopes: ['USER_PROFILE'] })
  const { accessToken } = (await mock.apply({ grantType: 'AUTHORIZATION_CODE', authCode })).body
  const answer = await ask(mock.fetch, `POST ${openPath}`, { body: { ...template, accessToken } })
  expect(answer).toMatchObject({ verdict: 'OA-10.scope', body: { result: { resultCode: 'ACCESS_DENIED' } } })
})

test('OA-10: of two who come with one code at once, one gets tokens', async () => {
  const mock = await mocked()
  const body = { grantType: 'AUTHORIZATION_CODE', authCode: await mock.authCode() }
  const codes = (await Promise.all([mock.apply(body), mock.apply(body), mock.apply(body)])).map(code)
  expect(codes.sort()).toEqual(['EXPIRED_CODE', 'EXPIRED_CODE', 'SUCCESS'])
})

test('OA-10: codes and tokens are in exports and come back, and never in the journal', async () => {
  const mock = await mocked()
  const spare = await mock.authCode()
  const { refreshToken, accessToken } = (await mock.byCode()).body
  const world = (await ask(mock.fetch, 'GET /control/v1/world')).body
  await ask(mock.fetch, 'PUT /control/v1/world', { body: world })
  expect((await ask(mock.fetch, 'GET /control/v1/world')).body.authCodes).toEqual(world.authCodes)
  expect(code(await mock.apply({ grantType: 'REFRESH_TOKEN', refreshToken }))).toBe('SUCCESS')
  expect(code(await mock.apply({ grantType: 'AUTHORIZATION_CODE', authCode: spare }))).toBe('SUCCESS')
  const rows = JSON.stringify(mock.journal())
  for (const secret of [spare, refreshToken, accessToken]) expect(rows).not.toContain(secret)
})
