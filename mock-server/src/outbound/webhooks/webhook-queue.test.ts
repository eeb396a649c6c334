import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { type Http, type HttpRequest, virtualTime } from '@minibell/ports'
import { expect, test } from 'vitest'
import { ask, demoMock, sendPath, service } from '../../asked/asked.ts'
import { settled } from '../../asked/recorded-socket.ts'

const secret = 'a-secret-of-the-shop'
const hook = { id: 'shop', url: 'https://shop.test/hook', secret }

/** A developer's server that answers by a script of statuses, 0 for none; after its end 204. */
async function told(script: readonly number[] = [], webhook: object = hook) {
  const calls: HttpRequest[] = []
  const http: Http = (request) => {
    const status = script[calls.length] ?? 204
    calls.push(request)
    const response =
      status === 0 ? Promise.reject(new Error('refused')) : Promise.resolve({ status, headers: {}, body: '' })
    return { response, abort: () => undefined }
  }
  const time = virtualTime({ startAt: 1_772_452_800_000 })
  const mock = await demoMock({ http, time })
  const put = await ask(mock.fetch, `PUT /control/v1/webhooks/${hook.id}`, { body: webhook })
  expect(put.status).toBe(200)
  const bodies = () => calls.map(({ body }) => JSON.parse(body ?? ''))
  const send = async () => (await ask(mock.fetch, `POST ${sendPath}`, { body: service })).body.data.results[0].itemId
  const control = (line: string, body?: unknown) =>
    ask(mock.fetch, line.replace(' ', ' /control/v1'), body === undefined ? {} : { body })
  return { ...mock, time, calls, bodies, send, control }
}

test('a delivery is told once, signed over time and body', async () => {
  const { calls, bodies, send, journal } = await told()
  const itemId = await send()
  await settled()
  expect(bodies()).toEqual([
    {
      id: expect.stringMatching(/^wh-/),
      type: 'item.delivered',
      at: 1_772_452_800_000,
      sender: 'mp_kijani',
      recipientId: 'u_amina',
      itemId,
      offset: expect.any(Number),
    },
  ])
  const [{ headers = {}, body = '', method = '', url = '' } = {}] = calls
  const mac = createHmac('sha256', secret).update(`1772452800000.${body}`).digest('hex')
  expect([method, url, headers['minibell-webhook-id']]).toEqual(['POST', hook.url, JSON.parse(body).id])
  expect(headers['minibell-signature']).toBe(`t=1772452800000,v1=${mac}`)
  expect(journal().filter(({ kind }) => kind === 'outbound')).toEqual([
    expect.objectContaining({ summary: 'Webhook shop: item.delivered, try 1, HTTP 204, taken', status: 204 }),
  ])
})

test('receipts of devices and withdrawals are told, and nothing else', async () => {
  const { bodies, send, session, fetch, control } = await told()
  const itemId = await send()
  const token = await session({ person: 'amina' })
  const receipts = [
    { receiptId: 'r1', kind: 'delivered', itemId, agoMs: 1_000 },
    { receiptId: 'r2', kind: 'opened', itemId, agoMs: 0 },
    { receiptId: 'r3', kind: 'read', itemId: 'nobody-s', agoMs: 0 },
    { receiptId: 'r4', kind: 'seen', all: { upTo: 9 }, agoMs: 0 },
  ]
  await ask(fetch, 'POST /delivery/v1/receipts', { token, body: { deviceId: 'd', receipts } })
  await control(`POST /items/${itemId}/withdraw`)
  await settled()
  expect(bodies().map(({ type, at, itemId: item, upTo }) => [type, 1_772_452_800_000 - at, item ?? upTo])).toEqual([
    ['item.delivered', 0, itemId],
    ['receipt.delivered', 1_000, itemId],
    ['receipt.opened', 0, itemId],
    ['receipt.seen', 0, 9],
    ['item.withdrawn', 0, itemId],
  ])
})

test('a webhook of one sender and of some events hears of no others', async () => {
  const others = await told([], { ...hook, sender: 'soko' })
  await others.send()
  const reads = await told([], { ...hook, sender: 'kijani', events: ['receipt.read'] })
  await reads.send()
  await settled()
  expect([others.calls, reads.calls]).toEqual([[], []])
})

test('what is not taken comes again after 1, 2, 4 s with the same id and body, until it is given up', async () => {
  const { time, calls, bodies, send, clock, control } = await told([500, 0, 404, 301, 500, 500, 500, 500])
  await send()
  await settled()
  const waits: number[] = []
  for (let n = 0; n < 7; n += 1) {
    const before = calls.length
    const started = clock.now()
    for (let second = 0; second < 80 && calls.length === before; second += 1) {
      await time.advance(1_000)
      await settled()
    }
    waits.push((clock.now() - started) / 1_000)
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64])
  expect(new Set(bodies().map(({ id }) => id)).size).toBe(1)
  expect(new Set(calls.map(({ body }) => body)).size).toBe(1)
  expect(new Set(calls.map(({ headers = {} }) => headers['minibell-signature'])).size).toBe(8)
  await time.advance(1_000_000)
  expect(calls.length).toBe(8)
  const { deliveries } = (await control('GET /webhooks/deliveries')).body
  expect(deliveries).toMatchObject([
    { webhook: 'shop', state: 'given-up', tries: [{ status: 500 }, {}, { status: 404 }, {}, {}, {}, {}, {}] },
  ])
})

test('a delivery that is over is sent again by hand, under its id', async () => {
  const { bodies, send, control } = await told()
  await send()
  await settled()
  const [{ id }] = bodies()
  expect(await control(`POST /webhooks/deliveries/${id}/replay`)).toMatchObject({ status: 200, body: { id } })
  await settled()
  expect(bodies()).toEqual([bodies()[0], bodies()[0]])
  expect((await control('POST /webhooks/deliveries/wh-none/replay')).status).toBe(404)
  await control('DELETE /webhooks/shop')
  const gone = await control(`POST /webhooks/deliveries/${id}/replay`)
  expect(gone).toMatchObject({ status: 409, body: { error: { message: expect.stringContaining('webhook is gone') } } })
})

test('one that waits is not sent again by hand', async () => {
  const { send, control } = await told([500])
  await send()
  await settled()
  const [{ id, state }] = (await control('GET /webhooks/deliveries')).body.deliveries
  expect(state).toBe('waiting')
  expect((await control(`POST /webhooks/deliveries/${id}/replay`)).status).toBe(409)
})

test('another world forgets what waits, and exports carry webhooks', async () => {
  const { time, calls, send, platform, control } = await told([500])
  expect((await platform.worlds.export()).webhooks).toEqual([hook])
  await send()
  await settled()
  await control('POST /world/reset', {})
  await time.advance(60_000)
  expect(calls.length).toBe(1)
  expect((await control('GET /webhooks')).body).toEqual({ webhooks: [] })
})

test.each([
  ['no secret', { id: 'shop', url: hook.url }, 400],
  ['a short secret', { ...hook, secret: 'short' }, 400],
  ['no address', { ...hook, url: 'shop' }, 400],
  ['an unknown event', { ...hook, events: ['item.sold'] }, 400],
  ['another id than the path', { ...hook, id: 'other' }, 400],
  ['an unknown sender', { ...hook, sender: 'nobody' }, 404],
  ['a text', 'shop', 400],
])('%s is refused, and no secret is in the journal', async (_, body, status) => {
  const { fetch, journal } = await demoMock()
  const answer = await ask(fetch, 'PUT /control/v1/webhooks/shop', { body: JSON.stringify(body) })
  expect([answer.status, answer.body.error.message]).toEqual([status, expect.stringMatching(/^Failed to /)])
  expect(JSON.stringify(journal())).not.toMatch(/a-secret-of|"short"/)
})

test('over a real socket', async () => {
  const heard: { readonly signature: unknown; readonly body: string }[] = []
  const server = createServer(async (request, answer) => {
    heard.push({ signature: request.headers['minibell-signature'], body: await text(request) })
    answer.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const mock = await demoMock()
  await mock.platform.tenant.putWebhook({ ...hook, url: `http://127.0.0.1:${port}/hook` })
  const arrived = new Promise((resolve) => server.once('request', (_, answer) => answer.on('finish', resolve)))
  await ask(mock.fetch, `POST ${sendPath}`, { body: service })
  await arrived
  mock.close()
  server.closeAllConnections()
  server.close()
  const [{ signature, body } = { signature: '', body: '' }] = heard
  expect(signature).toBe(
    `t=1772452800000,v1=${createHmac('sha256', secret).update(`1772452800000.${body}`).digest('hex')}`,
  )
})
