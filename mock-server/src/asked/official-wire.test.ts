import fc from 'fast-check'
import type { http } from 'msw'
import { expect, test } from 'vitest'
import { handlers } from '../faces/msw/handlers.ts'
import { ada, officialMock } from './official-world.ts'

const paths = [
  '/cgi-bin/message/template/send',
  '/cgi-bin/template/api_set_industry',
  '/cgi-bin/template/api_add_template',
  '/cgi-bin/template/del_private_template',
  '/cgi-bin/clear_quota',
] as const

async function wire() {
  const mock = await officialMock()
  const access = await mock.token()
  const call = async (method: string, path: string, { body, type = 'application/json', token = access }: Sent = {}) => {
    const query = token === '' ? '' : `?access_token=${token}`
    const response = await mock.fetch(`http://x.test${path}${query}`, {
      method,
      headers: { 'content-type': type },
      ...(body === undefined ? {} : { body }),
    })
    const text = await response.text()
    return { status: response.status, text, type: response.headers.get('content-type'), said: JSON.parse(text) }
  }
  const state = async () => JSON.stringify(await mock.platform.worlds.export())
  return { mock, call, state }
}

interface Sent {
  readonly body?: string | Uint8Array<ArrayBuffer>
  readonly type?: string
  readonly token?: string
}

const nonsense = [
  ['', 44002],
  ['   ', 44002],
  ['{', 47001],
  ['touser=x&template_id=y', 47001],
  ['<xml><a/></xml>', 47001],
  ['[]', 47001],
  ['null', 47001],
  ['"text"', 47001],
  ['7', 47001],
  ['['.repeat(100_000), 47001],
  [`{"a":${'{"a":'.repeat(80)}1${'}'.repeat(80)}}`, 47001],
  [`{"a":"${'x'.repeat(300_000)}"}`, 45002],
  [new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), 47001],
] as const

test('bad bodies: the platform’s own code, HTTP 200, one line, and nothing is half-applied', async () => {
  const { call, state } = await wire()
  const before = await state()
  for (const path of paths)
    for (const [body, code] of nonsense) {
      const { status, said, text, type } = await call('POST', path, { body })
      expect([path, String(body).slice(0, 30), status, said.errcode]).toEqual([
        path,
        String(body).slice(0, 30),
        200,
        code,
      ])
      expect(text).not.toContain('\n')
      expect(type).toContain('application/json')
    }
  expect(await state()).toBe(before)
})

test('a wrong content type and a pretty body change nothing', async () => {
  const { call } = await wire()
  const body = JSON.stringify({ industry_id1: '1', industry_id2: '2' }, null, 2)
  const first = await call('POST', paths[1], { body, type: 'text/plain' })
  expect(first.said).toEqual({ errcode: 0, errmsg: 'ok' })
  const second = await call('POST', paths[1], { body, type: 'application/x-www-form-urlencoded' })
  expect(second.said.errcode).toBe(43100)
})

test('what is wrong first is said: token, method, body', async () => {
  const { call } = await wire()
  for (const path of paths) {
    expect((await call('GET', path, { token: '' })).said.errcode).toBe(41001)
    expect((await call('GET', path, { token: 'x' })).said.errcode).toBe(40014)
    expect((await call('GET', path)).said.errcode).toBe(43002)
    expect((await call('DELETE', path)).said.errcode).toBe(43002)
    expect((await call('POST', path, { token: 'x', body: '{' })).said.errcode).toBe(40014)
  }
  expect((await call('POST', '/cgi-bin/template/get_industry', { body: '{}' })).said.errcode).toBe(43001)
  expect((await call('POST', '/cgi-bin/token')).said.errcode).toBe(43001)
  expect((await call('GET', '/cgi-bin/stable_token')).said.errcode).toBe(43002)
  expect((await call('GET', '/cgi-bin/no/such/thing')).said.errcode).toBe(40066)
})

test('whatever JSON comes, the answer is HTTP 200 with an errcode and no bug of the mock', async () => {
  const { call } = await wire()
  const name = fc.constantFrom(...['touser', 'template_id', 'url', 'miniprogram', 'data', 'client_msg_id', 'minibell'])
  const value = fc.oneof(fc.constantFrom<unknown>(ada, 'T'.repeat(43), {}, { value: 1 }), fc.jsonValue())
  const body = fc.dictionary(name, value)
  await fc.assert(
    fc.asyncProperty(body, async (members) => {
      const { status, said } = await call('POST', paths[0], { body: JSON.stringify(members) })
      expect(status).toBe(200)
      expect(said.errcode).toSatisfy((code: number) => code > 0)
    }),
    { numRuns: 150 },
  )
})

test('MSW answers the real host besides the given origin, and the given one alone for all else', async () => {
  const { mock } = await wire()
  const places = handlers(mock, { origin: 'https://platform.test' })
    .filter((handler) => 'info' in handler && 'path' in handler.info)
    .map((handler) => String((handler as ReturnType<typeof http.get>).info.path))
  expect(places).toContain('https://api.weixin.qq.com/cgi-bin/message/template/send')
  expect(places).toContain('https://platform.test/cgi-bin/message/template/send')
  expect(places.filter((place) => place.startsWith('https://api.weixin'))).not.toContainEqual(
    expect.stringMatching(/control|delivery|miniapp/),
  )
})
