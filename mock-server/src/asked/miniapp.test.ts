import { expect, test } from 'vitest'
import { ask, dayMs, demoMock, sendPath, service } from './asked.ts'

const post = `POST ${sendPath}`

test('MA-7: registers and sends in one step', async () => {
  const { fetch } = await demoMock()
  const { status, body, verdict, row } = await ask(fetch, post, { body: service })
  expect({ status, verdict }).toEqual({ status: 200, verdict: 'ok' })
  expect(body).toEqual({
    code: 0,
    message: 'success',
    data: {
      messageId: expect.any(String),
      results: [{ uniqueId: 'u_amina', code: 0, message: 'success', itemId: expect.any(String) }],
    },
  })
  expect((await ask(fetch, `GET /control/v1/journal/${row}`)).body).toMatchObject({
    id: row,
    kind: 'request',
    method: 'POST',
    path: sendPath,
    status: 200,
    verdict: 'ok',
    person: 'amina',
    sender: 'kijani',
    request: service,
    answer: body,
    explanation: expect.any(Array),
  })
})

test('MA-7: registers, then sends by id', async () => {
  const { fetch } = await demoMock()
  const registered = await ask(fetch, 'POST /miniapp/v1/messages', {
    body: { miniappId: 'mp_kijani', ...service.message },
  })
  expect(registered.body).toEqual({ code: 0, message: 'success', data: { messageId: expect.any(String) } })
  const { messageId } = registered.body.data
  const sent = await ask(fetch, post, { body: { miniappId: 'mp_kijani', uniqueIds: ['u_amina'], messageId } })
  expect(sent.body).toMatchObject({ code: 0, data: { messageId } })
})

test('MA-3, X-1, X-2: refuses with rule, source and hint, and lets pass three days later', async () => {
  const mock = await demoMock()
  await ask(mock.fetch, post, { body: service })
  const again = await ask(mock.fetch, post, {
    body: { ...service, message: { ...service.message, title: 'A reminder' } },
  })
  expect(again.verdict).toBe('MA-3')
  expect(again.body).toMatchObject({
    code: 70013,
    data: {
      denial: {
        rule: 'MA-3',
        source: expect.any(String),
        hint: { en: expect.any(String), zh: expect.any(String) },
        mendAfterMs: 3 * dayMs,
      },
      results: [{ uniqueId: 'u_amina', code: 70013, rule: 'MA-3', hint: expect.any(String) }],
    },
  })
  expect(again.body.data.denial.code).toBeUndefined()
  await mock.clock.advance({ days: 3 })
  const later = await ask(mock.fetch, post, {
    body: { ...service, message: { ...service.message, title: 'A reminder' } },
  })
  expect(later.body.code).toBe(0)
})

test('MA-7: code 0 when one recipient of a batch got it', async () => {
  const { fetch } = await demoMock()
  const { body, verdict } = await ask(fetch, post, {
    body: { ...service, uniqueIds: ['u_moussa', 'u_amina', 'u_nobody'] },
  })
  expect(verdict).toBe('ok')
  expect(body.code).toBe(0)
  expect(body.data.denial).toBeUndefined()
  expect(body.data.results).toMatchObject([
    { uniqueId: 'u_moussa', code: 70012, denial: { rule: 'MA-4' } },
    { uniqueId: 'u_amina', code: 0 },
    { uniqueId: 'u_nobody', code: 70010 },
  ])
})

test('MA-6: a whole batch is refused without results', async () => {
  const { fetch } = await demoMock()
  await ask(fetch, 'PUT /control/v1/senders/kijani/capability', { body: { capability: 'revoked' } })
  const { body, verdict } = await ask(fetch, post, { body: service })
  expect(verdict).toBe('MA-6')
  expect(body).toMatchObject({ code: 70008, data: { denial: { rule: 'MA-6' } } })
  expect(body.data.results).toBeUndefined()
})

test('MA-8: a missing part is told by the content rules', async () => {
  const { fetch } = await demoMock()
  const { body } = await ask(fetch, post, { body: { ...service, message: { title: 'Bill', content: 'Due.' } } })
  expect(body).toMatchObject({ code: 70002, data: { denial: { rule: 'MA-8.jump' } } })
})

test.each([
  ['no JSON', 'hello'],
  ['nothing', ''],
  ['a list', []],
  ['null', null],
  ['no mini-program', { ...service, miniappId: undefined }],
  ['an unknown mini-program', { ...service, miniappId: 'mp_nobody' }],
  ['a mini-program of another platform', { ...service, miniappId: 'P000000000000001soko' }],
  ['a mini-program id of 33 characters', { ...service, miniappId: 'm'.repeat(33) }],
  ['no recipients', { ...service, uniqueIds: [] }],
  ['201 recipients', { ...service, uniqueIds: Array(201).fill('u_amina') }],
  ['a recipient that is a number', { ...service, uniqueIds: [1] }],
  ['an empty recipient', { ...service, uniqueIds: [''] }],
  ['a recipient of 129 characters', { ...service, uniqueIds: ['u'.repeat(129)] }],
  ['neither way of content', { ...service, message: undefined }],
  ['both ways of content', { ...service, messageId: 'm' }],
  ['a title that is a number', { ...service, message: { ...service.message, title: 7 } }],
  ['a request id of 65 characters', { ...service, requestId: 'r'.repeat(65) }],
  ['an empty request id', { ...service, requestId: '' }],
  ['a deep nest', '['.repeat(200) + ']'.repeat(200)],
])('MA-7: %s is malformed, says what, and sends nothing', async (_, body) => {
  const { fetch } = await demoMock()
  const answer = await ask(fetch, post, { body })
  expect(answer).toMatchObject({
    status: 200,
    verdict: expect.stringMatching(/^MA-7/),
    body: { code: 70009, data: { denial: { rule: expect.stringMatching(/^MA-7/) } } },
  })
  expect(answer.row).not.toBe('-')
  expect((await ask(fetch, 'GET /delivery/v1/snapshot', { token: 'demo-host-amina' })).body.items).toEqual([])
})

test('MA-7: the field is named with what came and what to send', async () => {
  const { fetch } = await demoMock()
  const { body } = await ask(fetch, post, { body: { ...service, uniqueIds: ['u_amina', 7] } })
  expect(body.message).toBe('Failed to read "uniqueIds.1" of the body: it is the number 7. Send a string.')
})

test('unknown paths, other methods and too much have the shape of the interface', async () => {
  const { fetch } = await demoMock()
  expect(await ask(fetch, 'POST /miniapp/v1/never')).toMatchObject({
    status: 404,
    body: { code: 70009 },
    verdict: 'not-found',
  })
  const other = await ask(fetch, `GET ${sendPath}`)
  expect(other).toMatchObject({ status: 405, body: { code: 70009 }, verdict: 'method-not-allowed' })
  expect(other.headers.get('allow')).toBe('POST')
  const large = { ...service, sign: 'x'.repeat(262_144) }
  expect(await ask(fetch, post, { body: large })).toMatchObject({
    status: 413,
    body: { code: 70009 },
    verdict: 'too-large',
  })
})

test('repeated keys and a byte order mark are no fault', async () => {
  const { fetch } = await demoMock()
  const text = `\ufeff${JSON.stringify(service).replace('{', '{"miniappId":"mp_nobody",')}`
  expect((await ask(fetch, post, { body: text })).body.code).toBe(0)
})

test('bytes that are no UTF-8 are malformed', async () => {
  const { fetch } = await demoMock()
  const bytes = new Uint8Array([...new TextEncoder().encode('{"miniappId":"'), 0xff, 0x22, 0x7d])
  expect((await ask(fetch, post, { body: bytes })).body.message).toContain('no valid UTF-8')
})

test('signatures never reach the journal', async () => {
  const mock = await demoMock()
  const { row } = await ask(mock.fetch, post, { body: { ...service, sign: 'c2VjcmV0', timeStamp: '1772452800000' } })
  const text = JSON.stringify((await ask(mock.fetch, `GET /control/v1/journal/${row}`)).body)
  expect(text).not.toContain('c2VjcmV0')
  expect(text).toContain('1772452800000')
})
