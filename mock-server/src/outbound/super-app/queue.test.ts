import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Http, HttpRequest } from '@minibell/ports'
import { virtualTime } from '@minibell/ports'
import { expect, test } from 'vitest'
import { demoMock } from '../../asked/asked.ts'
import { settled } from '../../asked/recorded-socket.ts'
import { isSealed } from '../../asked/signer.ts'

type Results = readonly { readonly messageId: string; readonly success: boolean; readonly retry?: boolean }[]
type Said = 'nothing' | { readonly status?: number; readonly body: unknown }
type Message = { readonly messageId: string; readonly title: string; readonly channel: string }

/** A super app that answers by a script; after its end everything is received. */
async function handedOn(script: readonly ((messages: readonly Message[]) => Said)[] = []) {
  const calls: (readonly Message[])[] = []
  const requests: HttpRequest[] = []
  let held = Promise.resolve()
  const http: Http = (request) => {
    const { messages } = JSON.parse(request.body ?? '')
    requests.push(request)
    const said = (script[calls.length] ?? received)(messages)
    calls.push(messages)
    if (said === 'nothing') return { response: Promise.reject(new Error('refused')), abort: () => undefined }
    const body = typeof said.body === 'string' ? said.body : JSON.stringify(said.body)
    const response = held.then(() => ({ status: said.status ?? 200, headers: {}, body }))
    return { response, abort: () => undefined }
  }
  const time = virtualTime({ startAt: 1_772_452_800_000 })
  const mock = await demoMock({ http, time })
  await mock.platform.tenant.putSuperApp({ url: 'https://app.test/gateway' })
  const send = async (requestId: string, templateCode = 'TP_ORDER_SHIPPED') => {
    const body = { requestId, templateCode }
    const outcome = await mock.platform.sends.sendTemplate({
      client: 'c',
      sender: 'soko',
      accessToken: 'demo-token-amina',
      redirectUrl: 'pages/order/detail?id=7',
      templates: [
        { language: 'en-US', parameters: { who: 'Amina', order: '7', when: 'today', amount: '1', code: '9' } },
      ],
      body,
      ...body,
    })
    return outcome.accepted ? outcome.itemId : ''
  }
  /** No call is answered before what this gives is called. */
  const hold = (): (() => void) => {
    let release = (): void => undefined
    held = new Promise((resolve) => {
      release = resolve
    })
    return release
  }
  return { ...mock, hold, time, calls, requests, send, counts: () => calls.map((messages) => messages.length) }
}

const ok = { resultStatus: 'S', resultCode: 'SUCCESS', resultMessage: 'success' }
const answered = (messageSendResults: Results): Said => ({ body: { result: ok, messageSendResults } })
const received = (messages: readonly Message[]): Said =>
  answered(messages.map(({ messageId }) => ({ messageId, success: true })))
const refused = (retry: boolean) => (messages: readonly Message[]) =>
  answered(messages.map(({ messageId }) => ({ messageId, success: false, retry })))

test('DL-11: an accepted message reaches the super app, filled in, on its channel, signed', async () => {
  const mock = await handedOn()
  const ids = [await mock.send('r1'), await mock.send('r2', 'TP_RECEIPT_SMS')]
  await expect.poll(mock.counts).toEqual([1, 1])
  expect(mock.calls.flat()).toMatchObject([
    {
      messageId: ids[0],
      appId: 'P000000000000001soko',
      customerId: 'customer-7781',
      channel: 'INBOX',
      templateCode: 'TP_ORDER_SHIPPED',
      title: 'Your order is on its way',
      content: 'Hello Amina, order 7 left our store and arrives today.',
      language: 'en-US',
      redirectUrl: 'pages/order/detail?id=7',
    },
    { messageId: ids[1], channel: 'SMS', content: 'Soko Market: we received 1 for order 7.' },
  ])
  const [{ url = '', headers = {}, body = '' } = {}] = mock.requests
  expect(url).toBe('https://app.test/gateway/v2/platform/message/send')
  const header = (name: string) => headers[name === 'response-time' ? 'request-time' : name] ?? null
  const uri = '/gateway/v2/platform/message/send'
  expect(isSealed({ text: body, header }, { uri, clientId: 'minibell-platform' })).toBe(true)
})

test('DL-11: at most 20 messages a call, each once, in order', async () => {
  const mock = await handedOn()
  const ids: string[] = []
  const release = mock.hold()
  for (let number = 0; number < 46; number += 1) ids.push(await mock.send(`r${number}`))
  release()
  await expect.poll(mock.counts).toEqual([1, 20, 20, 5])
  expect(mock.calls.flat().map(({ messageId }) => messageId)).toEqual(ids)
})

test('DL-11: without a super app nothing waits for one', async () => {
  const mock = await handedOn()
  await mock.platform.tenant.putSuperApp(undefined)
  await mock.send('a')
  await settled()
  await mock.platform.tenant.putSuperApp({ url: 'https://app.test' })
  await mock.clock.advance(60_000)
  await settled()
  expect(mock.counts()).toEqual([])
})

test('DL-11: a repeated request is handed on once, a refused one never', async () => {
  const mock = await handedOn()
  await mock.send('r1')
  await mock.send('r1')
  await mock.send('r2', 'TP_NEVER')
  await settled()
  await expect.poll(mock.counts).toEqual([1])
})

test('DL-11: retry is honoured message by message, later each time', async () => {
  const some = (messages: readonly Message[]) =>
    answered(messages.map(({ messageId }, place) => ({ messageId, success: place === 0, retry: place === 1 })))
  const mock = await handedOn([received, some, refused(true)])
  const release = mock.hold()
  await mock.send('first')
  const ids = [await mock.send('a'), await mock.send('b'), await mock.send('c')]
  release()
  await expect.poll(mock.counts).toEqual([1, 3])
  await expect
    .poll(() => mock.journal().at(-1)?.summary)
    .toBe('3 messages to the super app: 1 sent, 1 again, 1 given-up')
  await mock.clock.advance(999)
  await settled()
  expect(mock.counts()).toEqual([1, 3])
  await mock.clock.advance(1)
  await expect.poll(mock.counts).toEqual([1, 3, 1])
  await expect.poll(() => mock.journal().at(-1)?.summary).toContain('1 again')
  await mock.clock.advance(2_000)
  await expect.poll(mock.counts).toEqual([1, 3, 1, 1])
  expect(mock.calls[3]?.[0]?.messageId).toBe(ids[1])
})

test('DL-11: timers wake the queue while nobody moves the clock', async () => {
  const mock = await handedOn([refused(true)])
  await mock.send('a')
  await expect.poll(() => mock.journal().at(-1)?.summary).toContain('1 again')
  await settled()
  await mock.time.advance(1_000)
  await expect.poll(mock.counts).toEqual([1, 1])
})

test.each<readonly [string, () => Said, string]>([
  ['no answer', () => 'nothing', 'no answer came'],
  ['a status', () => ({ status: 503, body: '' }), 'HTTP 503 is no answer'],
  ['nonsense', () => ({ body: '<html>' }), 'the answer has no result of S, F or U'],
  ['U', () => ({ body: { result: { ...ok, resultStatus: 'U' } } }), 'the super app answered U'],
  ['S without results', () => ({ body: { result: ok } }), 'messageSendResults is missing beside S'],
  ['S without this one', () => answered([]), '1 messages have no entry in messageSendResults'],
])('DL-11: after %s everything is tried again', async (_, said, note) => {
  const mock = await handedOn([said])
  await mock.send('a')
  await expect.poll(() => mock.journal().at(-1)?.summary).toBe(`1 messages to the super app: 1 again; ${note}`)
  await mock.clock.advance(1_000)
  await expect.poll(mock.counts).toEqual([1, 1])
})

test('DL-11: F, and retry false, are final', async () => {
  const mock = await handedOn([() => ({ body: { result: { ...ok, resultStatus: 'F' } } }), refused(false)])
  await mock.send('a')
  await mock.send('b')
  await expect.poll(mock.counts).toEqual([1, 1])
  await mock.clock.advance(3_600_000)
  await settled()
  expect(mock.counts()).toEqual([1, 1])
})

test('DL-11: after six tries it is given up', async () => {
  const mock = await handedOn(Array.from({ length: 10 }, () => refused(true)))
  await mock.send('a')
  for (let tries = 1; tries <= 6; tries += 1) {
    await expect.poll(() => mock.counts().length).toBe(tries)
    await settled()
    await mock.clock.advance(60_000)
  }
  await expect
    .poll(() => mock.journal().some(({ summary }) => summary.endsWith('is given up: tried 6 times')))
    .toBe(true)
  expect(mock.counts()).toHaveLength(6)
})

test('DL-11: another world forgets what waits', async () => {
  const mock = await handedOn([refused(true)])
  await mock.send('a')
  await expect.poll(() => mock.journal().at(-1)?.summary).toContain('1 again')
  await mock.platform.worlds.reset()
  await mock.platform.tenant.putSuperApp({ url: 'https://app.test' })
  await mock.clock.advance(60_000)
  await settled()
  expect(mock.counts()).toEqual([1])
})

test('DL-11: over real HTTP', async () => {
  const bodies: string[] = []
  const server = createServer((request, response) => {
    request.setEncoding('utf8').on('data', (text) => bodies.push(text))
    request.on('end', () => {
      const { messages } = JSON.parse(bodies.join(''))
      response.end(
        JSON.stringify({ result: ok, messageSendResults: [{ messageId: messages[0].messageId, success: true }] }),
      )
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const mock = await demoMock()
  await mock.platform.tenant.putSuperApp({ url: `http://127.0.0.1:${port}` })
  await mock.platform.sends.sendTemplate({
    client: 'c',
    sender: 'soko',
    accessToken: 'demo-token-amina',
    requestId: 'r',
    templateCode: 'TP_PICKUP_CODE',
    redirectUrl: 'pages/order/detail',
    templates: [{ language: 'en-US', parameters: { who: 'Amina', code: '9' } }],
    body: {},
  })
  await expect.poll(() => mock.journal().at(-1)?.summary).toBe('1 messages to the super app: 1 sent')
  mock.close()
  server.close()
})
