import { expect, test } from 'vitest'
import { ask, dayMs, demo, demoMock, openPath, template } from './asked.ts'
import { clientKey, signedHeaders } from './signer.ts'

const settings = {
  profile: 'current',
  rate: { messages: 1, perMs: 10_000 },
  frequency: { messages: 1, perMs: dayMs },
}

type Mock = Awaited<ReturnType<typeof demoMock>>

const control = (mock: Mock, line: string, body: unknown) =>
  ask(mock.fetch, line.replace(' ', ' /control/v1/'), { body })

/** Code and rule of a send with these changes. */
async function sent(mock: Mock, changes: object): Promise<string> {
  const { body, verdict } = await ask(mock.fetch, `POST ${openPath}`, { body: { ...template, ...changes } })
  return `${body.result.resultCode} by ${verdict}`
}

test('OA-8: a request that is wrong in every way is refused for the first of them; mended one by one, for the next', async () => {
  // The demo world is one JSON object.
  const mock = await demoMock({ world: { ...(demo as object), openApi: settings } })
  expect(await sent(mock, { requestId: 'r-1' })).toBe('SUCCESS by ok')
  const late = (await control(mock, 'POST access-tokens', { person: 'amina', sender: 'soko', lifeMs: 1 })).body.token
  await control(mock, 'PUT senders/soko/capability', { capability: 'revoked' })
  await control(mock, 'PUT consents', { person: 'amina', sender: 'soko', channel: 'INBOX', agreed: false })
  await mock.clock.advance(1)

  const wrong = {
    requestId: 'r-1',
    accessToken: 'never',
    templateCode: 'NEVER',
    redirectUrl: 'pages/never',
    templates: [],
  }
  expect(await sent(mock, wrong)).toBe('PARAM_ILLEGAL by OA-4')
  const fields = { ...wrong, templates: [{ language: 'xx', templateParameters: {} }] }
  expect(await sent(mock, fields)).toBe('ACCESS_DENIED by OA-12.capability')
  await control(mock, 'PUT senders/soko/capability', { capability: 'granted' })
  expect(await sent(mock, fields)).toBe('INVALID_ACCESS_TOKEN by OA-10.token')
  expect(await sent(mock, { ...fields, accessToken: late })).toBe('EXPIRED_ACCESS_TOKEN by OA-10.expired')
  const token = { ...fields, accessToken: template.accessToken }
  expect(await sent(mock, token)).toBe('REPEAT_REQ_INCONSISTENT by OA-9.requestId')
  const fresh = { ...token, requestId: 'r-2' }
  expect(await sent(mock, fresh)).toBe('REQUEST_TRAFFIC_EXCEED_LIMIT by OA-8.rate')
  await mock.clock.advance(10_000)
  expect(await sent(mock, fresh)).toBe('TEMPLATE_NOT_EXIST by OA-12.template')
  const known = { ...fresh, templateCode: template.templateCode }
  await mock.clock.advance(10_000)
  expect(await sent(mock, known)).toBe('PARAM_ILLEGAL by OA-3.page')
  const page = { ...known, redirectUrl: template.redirectUrl }
  await mock.clock.advance(10_000)
  expect(await sent(mock, page)).toBe('PARAM_ILLEGAL by OA-4.language')
  await mock.clock.advance(10_000)
  const language = { ...page, templates: [{ language: 'en-US', templateParameters: {} }] }
  expect(await sent(mock, language)).toBe('PARAM_ILLEGAL by OA-6.parameters')
  await mock.clock.advance(10_000)
  const whole = { ...language, templates: template.templates }
  expect(await sent(mock, whole)).toBe('USER_NOT_SUBSCRIBED by OA-8.consent')
  await control(mock, 'PUT consents', { person: 'amina', sender: 'soko', channel: 'INBOX', agreed: true })
  await mock.clock.advance(10_000)
  expect(await sent(mock, whole)).toBe('MESSAGE_SEND_EXCEED_LIMIT by OA-8.frequency')
  await mock.clock.advance(dayMs)
  expect(await sent(mock, whole)).toBe('SUCCESS by ok')
})

test('OA-8: the method speaks before all else, a wrong type before an unknown path', async () => {
  const clients = [{ id: 'shop-server', keys: [{ version: 1, publicKey: clientKey }] }]
  const mock = await demoMock({ world: { ...(demo as object), clients }, openApi: { signatures: 'required' } })
  const headers = { ...signedHeaders('x', { clientId: 'stranger', keyVersion: '9' }), 'content-type': 'text/csv' }
  const call = async (line: string) => (await ask(mock.fetch, line, { body: '{', headers })).body.result.resultCode
  expect(await call(`PUT ${openPath}`)).toBe('METHOD_NOT_SUPPORTED')
  expect(await call('POST /v2/never')).toBe('MEDIA_TYPE_NOT_ACCEPTABLE')
  expect(await call(`POST ${openPath}`)).toBe('MEDIA_TYPE_NOT_ACCEPTABLE')
})
