import { expect, test } from 'vitest'
import { ask, demoMock, openPath, template } from './asked.ts'

const post = `POST ${openPath}`

/** The sample of the source's page, letter by letter; only its ids are not of this world. */
const sample = {
  appId: 'P000000000000001xxxx',
  accessToken: '2019112719074101000700000077771xxxx',
  redirectUrl: '20191127190741010007013213123xxxx',
  templateCode: 'TP_5800000001xxxx',
  actionUrl: '/page/dasdas/12312',
  templates: [{ templateParameters: { who: 'string to represent a name, e.g. XiaoMing' }, language: 'en-US' }],
}

const samples = {
  format: 'minibell-world',
  version: 1,
  name: 'sample',
  senders: [
    {
      id: 'sample',
      kind: 'mini-program',
      platform: 'open-api',
      wireId: sample.appId,
      name: 'Sample',
      account: 'a',
      accountKind: 'enterprise',
      capability: 'granted',
      status: 'available',
      pages: [{ path: 'page/dasdas/12312', title: 'Page' }],
    },
  ],
  persons: [{ id: 'xiaoming', name: 'XiaoMing', language: 'en-US', timeZone: 'Asia/Shanghai', recipientIds: [] }],
  uses: [],
  templates: [
    {
      code: sample.templateCode,
      sender: 'sample',
      channel: 'INBOX',
      name: 'Hello',
      status: 'approved',
      defaultLanguage: 'en-US',
      texts: { 'en-US': { title: 'Hello', content: 'Hello, ${who}' } },
    },
  ],
  accessTokens: [
    { token: sample.accessToken, person: 'xiaoming', sender: 'sample', expiresAt: '+P1D', scopes: ['SEND_MESSAGE'] },
  ],
  sessions: [{ token: 'host', person: 'xiaoming', scope: { kind: 'host' } }],
}

test('OA-7: S with the whole of a result, echo and headers', async () => {
  const { fetch } = await demoMock()
  const answer = await ask(fetch, post, { body: { ...template, extendInfo: 'kept' }, headers: { 'Client-Id': 'shop' } })
  expect(answer).toMatchObject({ status: 200, verdict: 'ok' })
  expect(answer.body).toEqual({
    result: { resultStatus: 'S', resultCode: 'SUCCESS', resultMessage: 'success' },
    messageId: expect.any(String),
    extendInfo: 'kept',
  })
  expect(answer.headers.get('client-id')).toBe('shop')
  expect(answer.headers.get('response-time')).toBe('2026-03-02T12:00:00.000Z')
})

test('OA-7: options give exactly the shapes that the source prints', async () => {
  const bare = await demoMock({ openApi: { messageId: false, successMessage: '' } })
  expect((await ask(bare.fetch, post, { body: template })).body).toEqual({
    result: { resultStatus: 'S', resultCode: 'SUCCESS' },
  })
  const prose = await demoMock({ openApi: { messageId: false, successMessage: 'Success' } })
  expect((await ask(prose.fetch, post, { body: template })).body.result.resultMessage).toBe('Success')
})

test.each([
  ['appId', 'OA-2', undefined],
  ['accessToken', 'OA-2', ''],
  ['requestId', 'OA-2', 'r'.repeat(65)],
  ['templateCode', 'OA-2', 7],
  ['redirectUrl', 'OA-3', 'x'.repeat(2049)],
  ['redirectUrl', 'OA-3', 7],
  ['templates', 'OA-4', []],
  ['templates', 'OA-4', [{ language: 'en-US' }]],
  ['templates', 'OA-4', [{ language: 'en-US', templateParameters: { who: 7 } }]],
  ['extendInfo', 'OA-5', { memo: 'memo' }],
  ['extendInfo', 'OA-5', 'x'.repeat(4097)],
])('OA-2, OA-8: %s: PARAM_ILLEGAL by %s, named in the journal alone', async (field, rule, value) => {
  const { fetch } = await demoMock()
  const answer = await ask(fetch, post, { body: { ...template, [field]: value } })
  expect(answer).toMatchObject({ status: 200, verdict: rule })
  expect(answer.body.result).toEqual({
    resultStatus: 'F',
    resultCode: 'PARAM_ILLEGAL',
    resultMessage: 'Illegal parameters. For example, non-numeric input, invalid date.',
  })
  const row = (await ask(fetch, `GET /control/v1/journal/${answer.row}`)).body
  expect(row.summary).toContain(`"${field}`)
  expect(row.explanation).toMatchObject([
    { rule, word: 'refused', verdict: { expected: expect.stringContaining(field) } },
  ])
})

test('OA-2: a wrong secret is not told either', async () => {
  const { fetch } = await demoMock()
  const secret = 's3cret'.repeat(30)
  const { row } = await ask(fetch, post, { body: { ...template, accessToken: secret } })
  expect(JSON.stringify((await ask(fetch, `GET /control/v1/journal/${row}`)).body)).not.toContain('s3cret')
})

test('OA-2: an unknown app', async () => {
  const { fetch } = await demoMock()
  const answer = await ask(fetch, post, { body: { ...template, appId: 'P0' } })
  expect(answer).toMatchObject({ verdict: 'OA-2', body: { result: { resultCode: 'PARAM_ILLEGAL' } } })
})

test('OA-8: unknown interfaces, other methods, nonsense and too much', async () => {
  const { fetch } = await demoMock()
  const codeOf = async (line: string, body?: unknown) => {
    const answer = await ask(fetch, line, { body })
    return [answer.status, answer.body.result.resultCode]
  }
  expect(await codeOf('POST /v2/never', {})).toEqual([200, 'NO_INTERFACE_DEF'])
  expect(await codeOf(`GET ${openPath}`)).toEqual([200, 'METHOD_NOT_SUPPORTED'])
  expect(await codeOf(post, 'hello')).toEqual([200, 'PARAM_ILLEGAL'])
  expect(await codeOf(post, '')).toEqual([200, 'PARAM_ILLEGAL'])
  expect(await codeOf(post, 'null')).toEqual([200, 'PARAM_ILLEGAL'])
  expect(await codeOf(post, JSON.stringify({ x: 'x'.repeat(262_144) }))).toEqual([413, 'PARAM_ILLEGAL'])
})

test('OA-5: extendInfo is echoed beside every refusal, where it was valid', async () => {
  const { fetch } = await demoMock()
  expect((await ask(fetch, post, { body: { extendInfo: 'kept' } })).body.extendInfo).toBe('kept')
  expect((await ask(fetch, post, { body: { extendInfo: ['kept'] } })).body.extendInfo).toBeUndefined()
  expect(
    (await ask(fetch, post, { body: { ...template, accessToken: 'none', extendInfo: 'kept' } })).body,
  ).toMatchObject({
    result: { resultCode: 'INVALID_ACCESS_TOKEN' },
    extendInfo: 'kept',
  })
})

test('OA-6, OA-4: parameters are filled into the text of the language, as text', async () => {
  const { fetch } = await demoMock()
  const templateParameters = { who: '<b>${order}</b>', order: '7781', when: 'vendredi' }
  const templates = [
    { language: 'en-US', templateParameters: { who: 'Amina', order: '1', when: 'Friday' } },
    { language: 'FR-fr', templateParameters },
  ]
  await ask(fetch, post, { body: { ...template, accessToken: 'demo-token-moussa', templates } })
  const { items } = (await ask(fetch, 'GET /delivery/v1/snapshot', { token: 'demo-host-moussa' })).body
  expect(JSON.stringify(items[0].item.message)).toContain('Bonjour <b>${order}</b>, la commande 7781')
  const missing = {
    ...template,
    requestId: 'r2',
    templates: [{ language: 'en-US', templateParameters: { who: 'Amina' } }],
  }
  expect(await ask(fetch, post, { body: missing })).toMatchObject({
    verdict: 'OA-6.parameters',
    body: { result: { resultCode: 'PARAM_ILLEGAL' } },
  })
})

test('OA-11: the sample of the source is refused in strict mode, with the reason', async () => {
  const { fetch } = await demoMock({ world: samples })
  const answer = await ask(fetch, post, { body: sample })
  expect(answer).toMatchObject({ verdict: 'OA-2', body: { result: { resultCode: 'PARAM_ILLEGAL' } } })
  const row = (await ask(fetch, `GET /control/v1/journal/${answer.row}`)).body
  expect(row.summary).toBe('Failed to read "requestId" of the body: it is missing. Send it.')
})

test('OA-11, OA-9: lenient mode takes the sample: page of actionUrl, id from the body, once', async () => {
  const { fetch } = await demoMock({ world: samples, openApi: { mode: 'lenient' } })
  const body = { ...sample, extendInfo: { memo: 'memo' } }
  const first = await ask(fetch, post, { body })
  expect(first.body).toMatchObject({ result: { resultStatus: 'S' }, extendInfo: { memo: 'memo' } })
  const second = await ask(fetch, post, { body })
  expect(second.body.messageId).toBe(first.body.messageId)
  const { items } = (await ask(fetch, 'GET /delivery/v1/snapshot', { token: 'host' })).body
  expect(items).toHaveLength(1)
  expect(items[0].item.message).toMatchObject({
    kind: 'template',
    lines: [{ text: 'Hello, string to represent a name, e.g. XiaoMing' }],
    jump: { kind: 'page', path: 'page/dasdas/12312' },
  })
})

test('OA-11: lenient mode keeps a redirectUrl that is a page', async () => {
  const { fetch } = await demoMock({ openApi: { mode: 'lenient' } })
  await ask(fetch, post, { body: { ...template, actionUrl: 'pages/shop/index' } })
  const { items } = (await ask(fetch, 'GET /delivery/v1/snapshot', { token: 'demo-host-amina' })).body
  expect(items[0].item.message.jump).toMatchObject({ path: 'pages/order/detail', query: { id: '7781' } })
})

test('OA-1: a prefix is answered, and the bare path too', async () => {
  const { fetch } = await demoMock({ openApi: { prefix: '/api/open' } })
  expect((await ask(fetch, `POST /api/open${openPath}`, { body: template })).body.result.resultStatus).toBe('S')
  expect((await ask(fetch, post, { body: template })).body.result.resultStatus).toBe('S')
  expect((await ask(fetch, 'POST /api/open/v2/never')).body.result.resultCode).toBe('NO_INTERFACE_DEF')
})

test('OA-1: a signature is asked for with what was signed, before the fields of the app', async () => {
  const signed: unknown[] = []
  const { fetch } = await demoMock({
    openApi: {
      async verifySignature({ method, uri, headers, bytes }) {
        signed.push([method, uri, headers.get('signature'), new TextDecoder().decode(bytes)])
        const hint = { en: 'Sign it.', zh: '请签名。' }
        return { rule: 'OA-1', source: 's', code: 'INVALID_SIGNATURE', expected: 'a signature', received: 'none', hint }
      },
    },
  })
  const text = JSON.stringify({ ...template, appId: 'P0' }, null, 1)
  const answer = await ask(fetch, `${post}?a=1`, { body: text, headers: { Signature: 'algorithm=RSA256' } })
  expect(answer).toMatchObject({
    verdict: 'OA-1',
    body: { result: { resultCode: 'INVALID_SIGNATURE', resultStatus: 'F' } },
  })
  expect(signed).toEqual([['POST', `${openPath}?a=1`, 'algorithm=RSA256', text]])
})

test('OA-7, OA-11: the profile source answers exactly as the source does, current with the id of the message', async () => {
  const source = await demoMock({ world: samples, openApi: { profile: 'source', mode: 'lenient' } })
  expect((await ask(source.fetch, post, { body: sample })).body).toEqual({
    result: { resultStatus: 'S', resultCode: 'SUCCESS', resultMessage: 'success' },
  })
  const current = await demoMock({ openApi: { profile: 'current' } })
  expect((await ask(current.fetch, post, { body: template })).body.messageId).toEqual(expect.any(String))
})

test('OA-8: the settings of the world win over those of the process', async () => {
  const { fetch } = await demoMock({ openApi: { profile: 'current', rate: { messages: 1, perMs: 1_000 } } })
  const send = async (requestId: string) => (await ask(fetch, post, { body: { ...template, requestId } })).body
  expect((await send('a')).result.resultCode).toBe('SUCCESS')
  expect((await send('b')).result.resultCode).toBe('REQUEST_TRAFFIC_EXCEED_LIMIT')
  await ask(fetch, 'PUT /control/v1/open-api', { body: { profile: 'source', rate: { messages: 9, perMs: 1_000 } } })
  expect(await send('c')).toEqual({ result: { resultStatus: 'S', resultCode: 'SUCCESS', resultMessage: 'success' } })
})
