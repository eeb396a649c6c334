import { expect, test } from 'vitest'
import type { OpenApiOptions } from '../api/open-api/options.ts'
import { demo, demoMock, openPath, template } from './asked.ts'
import { clientKey, isSealed, rotatedKey, signatureOf, signedHeaders } from './signer.ts'

const clients = [
  {
    id: 'shop-server',
    keys: [
      { version: 1, publicKey: clientKey },
      { version: 2, publicKey: `-----BEGIN PUBLIC KEY-----\n${rotatedKey}\n-----END PUBLIC KEY-----` },
    ],
  },
  { id: 'keyless', keys: [] },
]

const text = JSON.stringify({ ...template, extendInfo: 'Bonjour, مرحبا & <b>' }, null, 1)

async function call(
  headers: Readonly<Record<string, string>>,
  { openApi = {}, body = text, path = openPath }: { openApi?: OpenApiOptions; body?: string; path?: string } = {},
) {
  // The demo world is one JSON object.
  const world = { ...(demo as object), clients }
  const { fetch } = await demoMock({ world, openApi: { signatures: 'required', ...openApi } })
  const response = await fetch(`http://minibell.test${path}`, { method: 'POST', headers, body })
  const said = await response.text()
  return {
    status: response.status,
    code: JSON.parse(said).result.resultCode,
    verdict: response.headers.get('minibell-verdict')?.split('; ')[0],
    sealed: isSealed({ text: said, header: (name) => response.headers.get(name) }, { uri: path }),
  }
}

const times = [
  '2026-03-02T12:00:00Z',
  '2026-03-02T12:00:00.123Z',
  '2026-03-02T17:30:00+05:30',
  '2026-03-02T12:00:00+00:00',
  '2026-03-02T12:00:00+0000',
  '2026-03-02T12:00:00.123456+00:00',
  '1772452800000',
]

test.each(times)('OA-1: a call signed at %s is let in and answered in kind', async (time) => {
  expect(await call(signedHeaders(text, { time }))).toEqual({
    status: 200,
    code: 'SUCCESS',
    verdict: 'ok',
    sealed: true,
  })
})

const plain = signatureOf(`POST ${openPath}\nshop-server.2026-03-02T12:00:00Z.${text}`)

test.each([
  ['blanks after commas', `algorithm=RSA256, keyVersion=1, signature=${encodeURIComponent(plain)}`],
  ['plain base64', `algorithm=RSA256,keyVersion=1,signature=${plain}`],
  ['another order', `signature=${encodeURIComponent(plain)},keyVersion=1,algorithm=RSA256`],
  ['lower case', `algorithm=rsa256,keyversion=1,signature=${encodeURIComponent(plain)}`],
  ['upper case', `ALGORITHM=RSA256,KEYVERSION=1,SIGNATURE=${encodeURIComponent(plain)}`],
  ['no algorithm', `keyVersion=1,signature=${encodeURIComponent(plain)}`],
])('OA-1: a Signature with %s is read', async (_, signature) => {
  expect(await call({ ...signedHeaders(text), signature })).toMatchObject({ code: 'SUCCESS', sealed: true })
})

test('OA-1: without keyVersion the newest key counts, and an old one still verifies by its version', async () => {
  const newest = signatureOf(`POST ${openPath}\nshop-server.2026-03-02T12:00:00Z.${text}`, 2)
  const without = { ...signedHeaders(text), signature: `algorithm=RSA256,signature=${encodeURIComponent(newest)}` }
  expect(await call(without)).toMatchObject({ code: 'SUCCESS' })
  expect(await call(signedHeaders(text, { key: 2 }))).toMatchObject({ code: 'SUCCESS' })
  expect(await call(signedHeaders(text, { key: 1 }))).toMatchObject({ code: 'SUCCESS' })
})

test.each([
  ['the body has another byte', signedHeaders(`${text} `), 'INVALID_SIGNATURE', 'OA-1.signature'],
  ['the path is another', signedHeaders(text, { uri: '/v2/other' }), 'INVALID_SIGNATURE', 'OA-1.signature'],
  ['the key is another', signedHeaders(text, { key: 2, keyVersion: '1' }), 'INVALID_SIGNATURE', 'OA-1.signature'],
  [
    'the time is another',
    { ...signedHeaders(text), 'request-time': '2026-03-02T12:00:01Z' },
    'INVALID_SIGNATURE',
    'OA-1.signature',
  ],
  ['the key version is unknown', signedHeaders(text, { keyVersion: '3' }), 'KEY_NOT_FOUND', 'OA-1.key'],
  ['the client has no key', signedHeaders(text, { clientId: 'keyless' }), 'KEY_NOT_FOUND', 'OA-1.key'],
  ['the client is unknown', signedHeaders(text, { clientId: 'stranger' }), 'INVALID_CLIENT', 'OA-1.client'],
  ['the time is none', { ...signedHeaders(text), 'request-time': 'yesterday' }, 'PARAM_ILLEGAL', 'OA-1.headers'],
  [
    'the time has no zone',
    { ...signedHeaders(text), 'request-time': '2026-03-02T12:00:00' },
    'PARAM_ILLEGAL',
    'OA-1.headers',
  ],
  [
    'there is no signature',
    { 'client-id': 'shop-server', 'content-type': 'application/json' },
    'PARAM_ILLEGAL',
    'OA-1.headers',
  ],
  [
    'the algorithm is ECC224',
    { ...signedHeaders(text), signature: `algorithm=ECC224,signature=${plain}` },
    'INVALID_SIGNATURE',
    'OA-1.signature',
  ],
  [
    'the type is XML',
    { ...signedHeaders(text), 'content-type': 'application/xml' },
    'MEDIA_TYPE_NOT_ACCEPTABLE',
    'OA-8.media-type',
  ],
])('OA-1, OA-8: refused when %s', async (_, headers, code, verdict) => {
  expect(await call(headers)).toMatchObject({ status: 200, code, verdict })
})

test('OA-1: only what is signed is looked at by default, nothing where signatures are off', async () => {
  const unsigned = { 'content-type': 'application/json' }
  const whenPresent: OpenApiOptions = { signatures: 'when-present' }
  expect(await call(unsigned, { openApi: whenPresent })).toMatchObject({ code: 'SUCCESS', sealed: false })
  expect(await call(signedHeaders('{}'), { openApi: whenPresent })).toMatchObject({
    code: 'INVALID_SIGNATURE',
    sealed: true,
  })
  expect(await call(signedHeaders('{}'), { openApi: { signatures: 'off' } })).toMatchObject({
    code: 'SUCCESS',
    sealed: false,
  })
})

test('OA-1: a window around the platform’s time holds to the millisecond', async () => {
  const openApi: OpenApiOptions = { skewMs: 60_000 }
  const at = (time: string) => call(signedHeaders(text, { time }), { openApi })
  expect(await at('2026-03-02T12:01:00Z')).toMatchObject({ code: 'SUCCESS' })
  expect(await at('2026-03-02T11:59:00Z')).toMatchObject({ code: 'SUCCESS' })
  expect(await at('2026-03-02T12:01:00.001Z')).toMatchObject({ code: 'PARAM_ILLEGAL', verdict: 'OA-1.time' })
})

test('OA-1: below a prefix both the whole path and what follows it may be signed; the answer does the same', async () => {
  const openApi: OpenApiOptions = { prefix: '/api/open' }
  const path = `/api/open${openPath}`
  expect(await call(signedHeaders(text, { uri: path }), { openApi, path })).toMatchObject({
    code: 'SUCCESS',
    sealed: true,
  })
  const bare = await call(signedHeaders(text), { openApi, path })
  expect(bare).toMatchObject({ code: 'SUCCESS', sealed: false })
})

test('OA-1: the query is signed too', async () => {
  const path = `${openPath}?a=1&b=%2F`
  expect(await call(signedHeaders(text, { uri: path }), { path })).toMatchObject({ code: 'SUCCESS', sealed: true })
  expect(await call(signedHeaders(text), { path })).toMatchObject({ code: 'INVALID_SIGNATURE' })
})

test('OA-1, OA-8: what is checked first speaks first', async () => {
  const wrongAll = { ...signedHeaders('x', { clientId: 'stranger', keyVersion: '9' }), 'content-type': 'text/csv' }
  const codes = [
    (await call(wrongAll, { path: '/v2/never', body: '{' })).code,
    (await call({ ...wrongAll, 'content-type': 'application/json' }, { path: '/v2/never', body: '{' })).code,
    (await call({ ...wrongAll, 'content-type': 'application/json', 'request-time': '' }, { body: '{' })).code,
    (await call({ ...wrongAll, 'content-type': 'application/json' }, { body: '{' })).code,
    (await call(signedHeaders('x', { keyVersion: '9' }), { body: '{' })).code,
    (await call(signedHeaders('x'), { body: '{' })).code,
    (await call(signedHeaders('{'), { body: '{' })).code,
  ]
  expect(codes).toEqual([
    'MEDIA_TYPE_NOT_ACCEPTABLE',
    'NO_INTERFACE_DEF',
    'PARAM_ILLEGAL',
    'INVALID_CLIENT',
    'KEY_NOT_FOUND',
    'INVALID_SIGNATURE',
    'PARAM_ILLEGAL',
  ])
})
