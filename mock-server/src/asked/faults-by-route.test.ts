import { virtualTime } from '@minibell/ports'
import { expect, test } from 'vitest'
import { createRoutes } from '../api/routes.ts'
import { type Asking, ask, demoMock, openPath, sendPath, service, startAt, template } from './asked.ts'
import { settled } from './recorded-socket.ts'

type Mock = Awaited<ReturnType<typeof prepared>>

const host = { token: 'demo-host-amina' }
const grant = { grantType: 'AUTHORIZATION_CODE', authCode: 'never' }

/** A request of each route, whose answer is JSON. Streams never end and are not asked here. */
const requests: Readonly<Record<string, readonly [string, (mock: Mock) => Asking]>> = {
  'miniapp.register': ['POST /miniapp/v1/messages', () => ({ body: { miniappId: 'mp_kijani', ...service.message } })],
  'miniapp.send': [`POST ${sendPath}`, () => ({ body: service })],
  'miniapp.capability.apply': ['POST /miniapp/v1/capability/apply', () => ({ body: { miniappId: 'mp_safari' } })],
  'miniapp.capability.read': ['GET /miniapp/v1/capability?miniappId=mp_kijani', () => ({})],
  'miniapp.internal-messages': ['GET /miniapp/v1/internal-messages?miniappId=mp_kijani', () => ({})],
  'miniapp.files.upload': ['POST /miniapp/v1/files?miniappId=mp_kijani', () => ({ body: 'u_amina\nu_moussa\n' })],
  'miniapp.files.send': [
    'POST /miniapp/v1/messages/send-file',
    ({ fileId }) => ({ body: { miniappId: 'mp_kijani', fileId, message: service.message } }),
  ],
  'miniapp.jobs.read': ['GET /miniapp/v1/jobs/JOB?miniappId=mp_kijani', () => ({})],
  'miniapp.jobs.results': ['GET /miniapp/v1/jobs/JOB/results?miniappId=mp_kijani&max=0', () => ({})],
  'open-api.send': [`POST ${openPath}`, () => ({ body: template })],
  'open-api.apply-token.v1': ['POST /v1/authorizations/applyToken', () => ({ body: grant })],
  'open-api.apply-token.v2': ['POST /v2/authorizations/applyToken', () => ({ body: grant })],
  'delivery.changes': ['GET /delivery/v1/changes', () => host],
  'delivery.snapshot': ['GET /delivery/v1/snapshot', () => host],
  'delivery.receipts': ['POST /delivery/v1/receipts', () => ({ ...host, body: { deviceId: 'd', receipts: [] } })],
  'delivery.uses': ['POST /delivery/v1/uses', () => ({ ...host, body: { sender: 'kijani' } })],
  'delivery.reports': ['POST /delivery/v1/reports', ({ itemId }) => ({ ...host, body: { itemId, kind: 'other' } })],
  'delivery.switches': ['POST /delivery/v1/switches', () => ({ ...host, body: { push: true } })],
  'delivery.switches.read': ['GET /delivery/v1/switches', () => host],
}

const ids = Object.keys(requests)

test('X-4: every route of the three dialects is declared by its id', async () => {
  const { platform } = await demoMock()
  const { routes } = createRoutes(platform, { timers: virtualTime() })
  const own = routes.map(({ id }) => id).filter((id) => /^(miniapp|open-api|delivery)\./.test(id))
  expect(own.filter((id) => !id.endsWith('.prefixed') && id !== 'delivery.stream').sort()).toEqual([...ids].sort())
})

test.each(ids)('X-4: each kind of fault strikes %s once, in the words of its dialect', async (id) => {
  const mock = await prepared()
  const struck = (what: object) => strike(mock, id, what)
  for (const effect of ['before', 'after']) {
    expect(refusal(await struck({ kind: 'answer', effect }))).toBe(true)
    expect(await struck({ kind: 'status', status: 502, effect })).toMatchObject({ status: 502, body: null })
  }
  expect(refusal(await struck({ kind: 'rate-limit' }))).toBe(true)
  expect(refusal(await struck({ kind: 'token-expired' }))).toBe(true)
  for (const kind of ['drop', 'cut']) await expect(struck({ kind })).rejects.toThrow(TypeError)
  for (const what of [{ kind: 'duplicate' }, { kind: 'clock-skew', skewMs: 60_000 }, { kind: 'reorder' }])
    expect(await struck(what)).toMatchObject({ status: 200 })
  for (const effect of ['before', 'after']) {
    const late = struck({ kind: 'delay', delayMs: 5_000, effect })
    await settled()
    await mock.time.advance(5_000)
    expect(await late).toMatchObject({ status: 200 })
  }
})

test('X-4: a file that comes twice is read twice', async () => {
  const mock = await prepared()
  const answer = await strike(mock, 'miniapp.files.upload', { kind: 'duplicate' })
  expect(answer.body).toMatchObject({ code: 0, data: { recipients: 2 } })
})

test('OA-8: INVALID_API is never given by itself; a declared fault gives it', async () => {
  const mock = await prepared()
  const given = await strike(mock, 'open-api.send', { kind: 'answer', code: 'INVALID_API' })
  expect(given.body.result).toEqual({
    resultStatus: 'F',
    resultCode: 'INVALID_API',
    resultMessage: 'The called API is invalid or not active.',
  })
  const bodies = [
    {},
    template,
    { ...template, appId: 'x' },
    { ...template, accessToken: 'x' },
    { ...template, templateCode: 'x' },
  ]
  for (const path of [openPath, '/v2/other', '/v1/authorizations/other'])
    for (const body of bodies)
      expect((await ask(mock.fetch, `POST ${path}`, { body })).body.result.resultCode).not.toBe('INVALID_API')
})

/** A mock with an item, a file and a file send. */
async function prepared() {
  const time = virtualTime({ startAt })
  const mock = await demoMock({ time })
  const sent = await ask(mock.fetch, `POST ${sendPath}`, { body: service })
  const upload = await ask(mock.fetch, 'POST /miniapp/v1/files?miniappId=mp_kijani', { body: 'u_amina\n' })
  const { fileId } = upload.body.data
  const job = { miniappId: 'mp_kijani', fileId, message: { ...service.message, title: 'Another' } }
  const begun = await ask(mock.fetch, 'POST /miniapp/v1/messages/send-file', { body: job })
  return { ...mock, time, fileId, itemId: sent.body.data.results[0].itemId, jobId: begun.body.data.jobId }
}

/** Declares one fault for one request of that route, and sends it. Its counter says that it struck. */
async function strike(mock: Mock, id: string, what: object) {
  const [line = '', asking] = requests[id] ?? []
  const faults = [{ route: id, times: 1, ...what }]
  expect((await ask(mock.fetch, 'PUT /control/v1/faults', { body: { faults } })).status).toBe(200)
  try {
    return await ask(mock.fetch, line.replace('JOB', mock.jobId), asking?.(mock))
  } finally {
    expect((await ask(mock.fetch, 'GET /control/v1/faults')).body.faults).toMatchObject([{ struck: 1 }])
  }
}

/** A refusal in the shape of one of the dialects, by the fault and nothing else. */
function refusal({ body, verdict }: Awaited<ReturnType<typeof strike>>): boolean {
  if (verdict !== 'X-4') return false
  return (
    typeof (body.result?.resultCode ?? body.error?.code ?? body.code) ===
    (body.code === undefined ? 'string' : 'number')
  )
}
