import { virtualTime } from '@minibell/ports'
import { expect, test } from 'vitest'
import { ask, demoMock, sendPath, service, startAt } from './asked.ts'
import { greeted, live, record, settled } from './recorded-socket.ts'

const kinds = (frames: readonly { readonly type: string }[]) => frames.map(({ type }) => type)

test.each([
  ['no JSON', 'hello'],
  ['half a JSON', '{"type":'],
  ['nothing', ''],
  ['a list', '[]'],
  ['null', 'null'],
  ['a deep nest', '['.repeat(30_000)],
  ['an unknown type', '{"type":"dance"}'],
  ['a second token', '{"type":"auth","token":"demo-host-amina"}'],
  ['a negative offset', '{"type":"resume","epoch":"","offset":-1,"deviceId":"d"}'],
  ['a fraction as offset', '{"type":"resume","epoch":"","offset":0.5,"deviceId":"d"}'],
  ['no device', '{"type":"resume","epoch":"","offset":0}'],
  ['receipts without ids', '{"type":"receipts","deviceId":"d","receipts":[{"kind":"read"}]}'],
  ['201 receipts', JSON.stringify({ type: 'receipts', deviceId: 'd', receipts: Array(201).fill({ receiptId: 'r' }) })],
  ['65,537 bytes', JSON.stringify({ type: 'ping', filler: 'x'.repeat(65_537 - 26) })],
  ['65,538 bytes in 32,781 units', JSON.stringify({ type: 'ping', filler: 'é'.repeat(32_756) })],
])('DL-10: %s ends the socket as malformed', async (_, text) => {
  const mock = await demoMock()
  const phone = await greeted(mock.socket, 'demo-host-amina')
  phone.sayText(text)
  await settled()
  expect(phone.frames.at(-1)).toEqual({ type: 'bye', code: 'malformed' })
  expect(phone.end()).toEqual([4400, 'malformed'])
})

test('DL-10: a frame of exactly 65,536 bytes is heard', async () => {
  const mock = await demoMock()
  const phone = await greeted(mock.socket, 'demo-host-amina')
  phone.sayText(JSON.stringify({ type: 'ping', filler: 'x'.repeat(65_536 - 27) }))
  await settled()
  expect(kinds(phone.frames)).toEqual(['hello', 'pong'])
})

test('DL-10: a second resume ends the socket', async () => {
  const mock = await demoMock()
  const phone = await live(mock.socket, 'demo-host-amina')
  phone.say({ type: 'resume', epoch: '', offset: 0, deviceId: 'phone' })
  await settled()
  expect(phone.end()).toEqual([4400, 'malformed'])
})

test('DL-10: the 101st frame of a second is one too many', async () => {
  const time = virtualTime({ startAt })
  const mock = await demoMock({ time })
  const phone = await greeted(mock.socket, 'demo-host-amina')
  await time.advance(1000)
  for (let frame = 0; frame < 100; frame += 1) phone.say({ type: 'ping' })
  await settled(2000)
  expect(kinds(phone.frames).filter((kind) => kind === 'pong')).toHaveLength(100)
  phone.say({ type: 'ping' })
  await settled()
  expect(phone.frames.at(-1)).toEqual({ type: 'bye', code: 'flood', retryAfterMs: 1000 })
  expect(phone.end()).toEqual([4429, 'flood'])
})

test('DL-2: no token within ten seconds', async () => {
  const time = virtualTime({ startAt })
  const mock = await demoMock({ time })
  const phone = record(mock.socket)
  await time.advance(9999)
  expect(phone.frames).toEqual([])
  await time.advance(1)
  expect(phone.frames).toEqual([{ type: 'bye', code: 'unauthorized' }])
  expect(phone.end()).toEqual([4401, 'unauthorized'])
})

test('DL-2: an unknown token, and a frame before any', async () => {
  const mock = await demoMock()
  const stranger = await greeted(mock.socket, 'nobody')
  expect(stranger.frames).toEqual([{ type: 'bye', code: 'unauthorized' }])
  const hasty = record(mock.socket)
  await settled()
  hasty.say({ type: 'ping' })
  await settled()
  expect(hasty.end()).toEqual([4401, 'unauthorized'])
})

test('DL-2: a token that runs out or is revoked while the socket is live', async () => {
  const mock = await demoMock()
  const token = await mock.session({ person: 'amina', lifeMs: 1000 })
  const short = await live(mock.socket, token)
  await mock.clock.advance(1000)
  await settled()
  expect(short.end()).toEqual([4401, 'expired'])
  const other = await mock.session({ person: 'amina' })
  const revoked = await live(mock.socket, other)
  await mock.platform.delivery.revoke(other)
  await settled()
  await ask(mock.fetch, `POST ${sendPath}`, { body: service })
  await settled()
  expect(kinds(revoked.frames)).toEqual(['hello', 'resumed', 'bye'])
  expect(revoked.end()).toEqual([4401, 'expired'])
})

test('a client that is silent for twice the interval is gone', async () => {
  const time = virtualTime({ startAt })
  const mock = await demoMock({ time, pingMs: 1000 })
  const phone = await greeted(mock.socket, 'demo-host-amina')
  expect(phone.frames[0]).toMatchObject({ pingMs: 1000 })
  await time.advance(1999)
  phone.say({ type: 'ping' })
  await time.advance(1999)
  expect(phone.end()).toBeUndefined()
  await time.advance(1)
  expect(phone.end()).toEqual([1001, 'closing'])
})

test('a client that does not read is lagging', async () => {
  const mock = await demoMock()
  const said: string[] = []
  let buffered = 0
  mock.routes.attach({
    url: '/delivery/v1/socket',
    headers: { authorization: 'Bearer demo-host-amina' },
    send: (text) => void said.push(JSON.parse(text).code ?? JSON.parse(text).type),
    close: (code) => void said.push(String(code)),
    onMessage: (listener) =>
      void Promise.resolve().then(async () => {
        await settled()
        listener('{"type":"resume","epoch":"","offset":0,"deviceId":"d"}')
      }),
    onClose: () => undefined,
    bufferedAmount: () => buffered,
  })
  await settled(1000)
  buffered = 262_145
  await ask(mock.fetch, `POST ${sendPath}`, { body: service })
  await settled()
  expect(said).toEqual(['hello', 'resumed', 'lagging', '4408'])
})

test('a binary frame ends the socket', async () => {
  const mock = await demoMock()
  const said: string[] = []
  mock.routes.attach({
    url: '/delivery/v1/socket',
    send: (text) => void said.push(text),
    close: (code) => void said.push(String(code)),
    onMessage: (listener) => listener(new Uint8Array([1])),
    onClose: () => undefined,
  })
  expect(said).toEqual(['{"type":"bye","code":"malformed"}', '4400'])
})

test('closing says so to every socket and leaves no timer behind', async () => {
  const time = virtualTime({ startAt })
  const mock = await demoMock({ time })
  const before = time.waiting()
  const phones = [
    await live(mock.socket, 'demo-host-amina'),
    await greeted(mock.socket, 'demo-host-moussa'),
    record(mock.socket),
  ]
  await settled()
  mock.close()
  await settled()
  for (const phone of phones) {
    expect(phone.frames.at(-1)).toEqual({ type: 'bye', code: 'closing' })
    expect(phone.end()).toEqual([1001, 'closing'])
  }
  expect(time.waiting()).toBe(before)
})

test('a socket that its client closed is forgotten and told in the journal', async () => {
  const time = virtualTime({ startAt })
  const mock = await demoMock({ time })
  const before = time.waiting()
  const phone = await live(mock.socket, 'demo-kijani-amina')
  phone.close()
  await settled()
  expect(phone.end()).toEqual([1000, ''])
  expect(time.waiting()).toBe(before)
  await ask(mock.fetch, `POST ${sendPath}`, { body: service })
  expect(kinds(phone.frames)).toEqual(['hello', 'resumed'])
  const rows = mock.journal().filter(({ kind }) => kind === 'connection')
  expect(rows).toMatchObject([
    { person: 'amina', sender: 'kijani', path: '/delivery/v1/socket', verdict: 'ok' },
    { person: 'amina', sender: 'kijani', status: 1000, verdict: 'ok' },
  ])
})

test('another path is no socket', async () => {
  const mock = await demoMock()
  const phone = record(mock.socket, 'ws://minibell.test/other')
  await settled()
  expect([phone.opened(), phone.end()]).toEqual([false, [1006, '']])
})
