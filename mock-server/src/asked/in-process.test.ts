import { virtualTime } from '@minibell/ports'
import { afterEach, expect, test, vi } from 'vitest'
import { demo, demoMock, sendPath, service, startAt } from './asked.ts'
import { contract } from './contract.ts'
import { greeted, settled } from './recorded-socket.ts'

afterEach(() => void vi.unstubAllGlobals())

/** A `WebSocket` over the in-process port, as far as the contract looks. */
function webSocketOf(mock: Awaited<ReturnType<typeof demoMock>>): typeof WebSocket {
  class InProcessSocket extends EventTarget {
    readonly send: (text: string) => void

    constructor(url: string) {
      super()
      const connection = mock.socket(url, {
        opened: () => void this.dispatchEvent(new Event('open')),
        received: (data) => void this.dispatchEvent(new MessageEvent('message', { data })),
        closed: (code) => void this.dispatchEvent(Object.assign(new Event('close'), { code })),
      })
      this.send = connection.send
    }
  }
  // The contract listens and sends, nothing else.
  return InProcessSocket as unknown as typeof WebSocket
}

test('X-3: in-process, the contract', async () => {
  const mock = await demoMock()
  await contract({ expect, fetch: mock.fetch, origin: 'http://minibell.test', WebSocket: webSocketOf(mock) })
})

test('the Http port answers within one step of virtual time and opens nothing', async () => {
  const time = virtualTime({ startAt })
  const mock = await demoMock({ time })
  const { response } = mock.http({
    method: 'GET',
    url: '/delivery/v1/snapshot',
    headers: { Authorization: 'Bearer demo-host-amina' },
  })
  let answered = false
  response.then(() => {
    answered = true
  })
  await settled(64)
  expect(answered).toBe(true)
  const { status, headers, body } = await response
  expect(status).toBe(200)
  expect(headers['minibell-verdict']).toMatch(/^ok; /)
  expect(JSON.parse(body)).toMatchObject({ items: [], serverAt: startAt })
})

test('the ports need no classes of the web, which plain jsdom under Jest lacks', async () => {
  for (const name of [
    'Request',
    'Response',
    'Headers',
    'fetch',
    'TextDecoder',
    'TextEncoder',
    'WebSocket',
    'structuredClone',
  ])
    vi.stubGlobal(name, undefined)
  const mock = await demoMock()
  const { response } = mock.http({ method: 'POST', url: sendPath, body: JSON.stringify(service) })
  expect(JSON.parse((await response).body)).toMatchObject({ code: 0 })
  expect((await greeted(mock.socket, 'demo-host-amina')).frames).toMatchObject([{ type: 'hello', top: 2 }])
})

test('an aborted exchange rejects, and aborting late does nothing', async () => {
  const mock = await demoMock()
  const early = mock.http({ method: 'GET', url: '/control/v1/clock' })
  early.abort()
  await expect(early.response).rejects.toThrow('it was aborted')
  const late = mock.http({ method: 'GET', url: '/control/v1/clock' })
  expect((await late.response).status).toBe(200)
  late.abort()
})

test('X-2: clock conveniences take spans and instants', async () => {
  const mock = await demoMock()
  await mock.clock.advance({ days: 1, hours: 1, minutes: 1, ms: 1 })
  expect(mock.clock.now()).toBe(startAt + 90_060_001)
  await mock.clock.advance(999)
  expect(mock.clock.now()).toBe(startAt + 90_061_000)
  await mock.clock.moveTo('2026-03-02T12:00:00Z')
  expect(mock.clock.now()).toBe(startAt)
  await mock.clock.moveTo(5)
  expect(mock.clock.now()).toBe(5)
  await expect(mock.clock.advance({ days: -1 })).rejects.toThrow(RangeError)
  await expect(mock.clock.moveTo('soon')).rejects.toThrow(RangeError)
})

test('sessions by person and sender', async () => {
  const mock = await demoMock()
  const token = await mock.session({ person: 'amina', sender: 'kijani', lifeMs: 1000 })
  expect(await mock.platform.delivery.session(token)).toMatchObject({
    person: 'amina',
    scope: { kind: 'sender', sender: 'kijani' },
    expiresAt: startAt + 1000,
  })
})

test('the same seed gives the same tokens, another seed others', async () => {
  const tokenOf = async (seed: number) => (await demoMock({ seed })).session({ person: 'amina' })
  expect(await tokenOf(1)).toBe(await tokenOf(1))
  expect(await tokenOf(1)).not.toBe(await tokenOf(2))
})

test('a world that is none is told at once', async () => {
  await expect(demoMock({ world: { ...(demo as object), persons: 'all' } })).rejects.toThrow(/persons/)
})

test('a mock without a world is empty, at the start of 2026', async () => {
  const { createMockPlatform } = await import('../index.ts')
  const mock = await createMockPlatform()
  expect(mock.clock.now()).toBe(Date.UTC(2026, 0, 1))
  expect(await mock.platform.directory.persons()).toEqual([])
})
