import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { type ListenOptions, listen, realTimers } from '../faces/server/index.ts'
import { ask, demo, demoMock, openPath, template } from './asked.ts'
import { clientKey, isSealed, signedHeaders } from './signer.ts'

const ends: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

async function start(openApi: NonNullable<ListenOptions['openApi']> = {}) {
  const clients = [{ id: 'shop-server', keys: [{ version: 1, publicKey: clientKey }] }]
  // The demo world is one JSON object.
  const { platform } = await demoMock({ timers: realTimers, world: { ...(demo as object), clients } })
  const server = await listen(platform, { port: 0, openApi: { signatures: 'required', ...openApi } })
  ends.push(server.close)
  return server
}

interface Heard {
  /** Status line and headers, byte by byte as they came. */
  readonly head: string
  readonly text: string
  readonly code: string
  header(name: string): string | null
}

/** A client that writes its bytes itself; `lines` are headers as they are to stand on the wire. */
async function post(
  port: number,
  { target, lines, body }: { readonly target: string; readonly lines: readonly string[]; readonly body: string },
): Promise<Heard> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  const length = `Content-Length: ${Buffer.byteLength(body)}`
  socket.write(`${[`POST ${target} HTTP/1.1`, ...lines, length, 'Connection: close'].join('\r\n')}\r\n\r\n${body}`)
  const chunks: Buffer[] = []
  for await (const chunk of socket) chunks.push(chunk)
  const whole = Buffer.concat(chunks).toString('utf8')
  const [head = '', rest = ''] = [whole.slice(0, whole.indexOf('\r\n\r\n')), whole.slice(whole.indexOf('\r\n\r\n') + 4)]
  const text = rest.slice(rest.indexOf('{'), rest.lastIndexOf('}') + 1)
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(head)?.[1]?.trim() ?? null
  return { head, text, code: JSON.parse(text).result.resultCode, header }
}

const body = `{"appId":"P000000000000001soko", "accessToken":"demo-token-amina","requestId":"raw\\/1","templateCode":"TP_ORDER_SHIPPED",
 "redirectUrl":"pages\\/order\\/detail?id=1\\u00267","templates":[{"language":"en-US","templateParameters":{"who":"Am\\u00e9lie محمد","order":"<7>","when":"today"}}]}`

/** Headers in the spelling that a client uses. */
function lines(
  time: string,
  { uri = openPath, host = '127.0.0.1', types = ['application/json; charset=UTF-8'] } = {},
): readonly string[] {
  const headers = signedHeaders(body, { time, uri })
  return [
    `Host: ${host}`,
    ...types.map((type) => `Content-Type: ${type}`),
    `Client-Id: ${headers['client-id']}`,
    `Request-Time: ${headers['request-time']}`,
    `Signature: ${headers['signature']}`,
    'Agent-Token: none',
    'SDK-VERSION: 1.5.5',
  ]
}

test('OA-1: an absolute request target, ISO time with an offset, as one client has it', async () => {
  const { port } = await start()
  const target = `http://127.0.0.1:${port}${openPath}`
  const heard = await post(port, {
    target,
    lines: lines('2026-03-02T12:00:00+00:00', { host: `127.0.0.1:${port}` }),
    body,
  })
  expect(heard.code).toBe('SUCCESS')
  expect(isSealed(heard)).toBe(true)
})

test('OA-1: an offset without a colon, and what follows the last = is the whole signature', async () => {
  const { port } = await start()
  const heard = await post(port, { target: openPath, lines: lines('2026-03-02T12:00:00+0000'), body })
  expect(heard.code).toBe('SUCCESS')
  const last = (heard.header('signature') ?? '').split('=').at(-1) ?? ''
  expect(Buffer.from(decodeURIComponent(last), 'base64')).toHaveLength(256)
})

test('OA-1: 13 digits and two Content-Type headers', async () => {
  const { port } = await start()
  const types = ['application/json', 'application/json; charset=UTF-8']
  expect((await post(port, { target: openPath, lines: lines('1772452800000', { types }), body })).code).toBe('SUCCESS')
})

test('OA-1: answers have their headers in lower case, the signature third and URL-encoded', async () => {
  const { port } = await start()
  const { head } = await post(port, { target: openPath, lines: lines('2026-03-02T12:00:00Z'), body })
  expect(head).toMatch(/^HTTP\/1\.1 200 /)
  expect(head).toMatch(/\r\nclient-id: shop-server\r\n/)
  expect(head).toMatch(/\r\nresponse-time: \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\r\n/)
  expect(head).toMatch(/\r\nsignature: algorithm=RSA256,keyVersion=1,signature=[A-Za-z0-9%]+\r\n/)
  expect(head).not.toMatch(/\r\n(Signature|Client-Id|Response-Time):/)
})

test('OA-1: refusals are signed and 200 too', async () => {
  const { port } = await start()
  const broken = { target: openPath, lines: lines('2026-03-02T12:00:00Z'), body: body.replace('today', 'monday') }
  const refused = await post(port, broken)
  expect([refused.code, isSealed(refused)]).toEqual(['INVALID_SIGNATURE', true])
  expect(refused.head).toMatch(/^HTTP\/1\.1 200 /)
})

test('OA-1: below a prefix the suffix alone is signed, or all of it', async () => {
  const { port } = await start({ prefix: '/api/open' })
  const target = `/api/open${openPath}`
  const suffix = await post(port, { target, lines: lines('2026-03-02T12:00:00Z'), body })
  expect([suffix.code, isSealed(suffix)]).toEqual(['SUCCESS', true])
  const whole = await post(port, { target, lines: lines('2026-03-02T12:00:00Z', { uri: target }), body })
  expect([whole.code, isSealed(whole, { uri: target })]).toEqual(['SUCCESS', true])
})

test('OA-9: 200 posts with one requestId at once over a real port deliver once', async () => {
  const { url } = await start({ signatures: 'when-present' })
  const send = () => ask(fetch, `POST ${url}${openPath}`, { body: template })
  const answers = await Promise.all(Array.from({ length: 200 }, send))
  expect(new Set(answers.map((answer) => answer.body.result.resultStatus))).toEqual(new Set(['S']))
  expect(new Set(answers.map((answer) => answer.body.messageId)).size).toBe(1)
  const { items } = (await ask(fetch, `GET ${url}/delivery/v1/snapshot`, { token: 'demo-host-amina' })).body
  expect(items).toHaveLength(1)
})
