import { longPolling, serverSentEvents } from '@minibell/client'
import type { EventSourceLike, Http } from '@minibell/ports'
import { expect, test } from 'vitest'
import { breakable, count, everyWay } from './breakable.ts'
import { phones } from './rig.ts'

test('DL-9: falls back way by way, and each brings the message', async () => {
  const { phone, send, pass, mock, broken, opened, host } = await breakable()
  Object.assign(broken, { socket: true, eventSource: true, longPoll: true })
  const one = await phone({ by: everyWay(), host })
  await pass(20_000)
  expect([count(opened, 'socket'), count(opened, 'stream'), count(opened, 'long poll')]).toEqual([2, 2, 2])
  await send('Your bill is ready')
  await pass(5_000)
  expect(one.inbox.getSnapshot()).toMatchObject({ length: 1, status: { phase: 'live' } })
  expect(mock.journal().some(({ kind }) => kind === 'connection')).toBe(false)
})

test('the first way is tried again beside the one that works, and takes over once it brings news', async () => {
  const { phone, send, pass, broken, opened, host, mock } = await breakable()
  broken.socket = true
  const one = await phone({ by: everyWay(), host })
  await pass(5_000)
  expect(opened).toEqual(['socket', 'socket', 'stream'])
  await pass(110_000)
  expect(opened).toEqual(['socket', 'socket', 'stream'])
  await pass(10_000)
  expect(opened).toEqual(['socket', 'socket', 'stream', 'socket'])
  await send('Your bill is ready')
  await pass(0)
  expect(one.inbox.getSnapshot()).toMatchObject({ length: 1, status: { phase: 'live' } })
  broken.socket = false
  await pass(241_000)
  expect(opened).toEqual(['socket', 'socket', 'stream', 'socket', 'socket'])
  const ends = mock.journal().filter(({ kind, path }) => kind === 'connection' && path === '/delivery/v1/stream')
  expect(ends.map(({ summary }) => summary)).toEqual([
    'amina connects (all senders)',
    'amina (all senders) is disconnected: closed by the client',
  ])
  await mock.use({ person: 'amina', sender: 'kijani' })
  await mock.clock.advance({ days: 3 })
  await send('Another bill')
  await pass(0)
  expect(one.inbox.getSnapshot()).toMatchObject({ length: 2, status: { phase: 'live' } })
  await pass(600_000)
  expect(opened).toHaveLength(5)
})

test('being shown or online again tries the first way at once', async () => {
  const { phone, pass, broken, opened, host } = await breakable()
  broken.socket = true
  const listeners = new Set<() => void>()
  const lifecycle = {
    visible: () => true,
    online: () => true,
    on(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
  await phone({ by: everyWay(), host: { ...host, lifecycle } })
  await pass(5_000)
  broken.socket = false
  for (const listener of listeners) listener()
  await pass(0)
  expect(opened.filter((name) => name !== 'long poll')).toEqual(['socket', 'socket', 'stream', 'socket'])
})

test('after a tunnel, with nothing under way, the first way is tried at once beside the one that worked', async () => {
  const { phone, pass, broken, opened, host, cut } = await breakable()
  broken.socket = true
  const one = await phone({ by: everyWay(), host })
  await pass(5_000)
  Object.assign(broken, { eventSource: true, longPoll: true, http: true })
  cut()
  await pass(700)
  expect(one.inbox.getSnapshot().status.phase).toBe('connecting')
  Object.assign(broken, { socket: false, eventSource: false, longPoll: false, http: false })
  opened.length = 0
  one.inbox.retry()
  await pass(0)
  expect([...opened].sort()).toEqual(['socket', 'stream'])
})

test('a stream that went silent is replaced after twice its beat', async () => {
  const { phone, pass, opened, host } = await breakable()
  const deaf: EventSourceLike = (url, headers, events) => {
    let heard = 0
    return host.eventSource(url, headers, {
      ...events,
      received(data, id) {
        heard += 1
        if (heard < 3) events.received(data, id)
      },
    })
  }
  await phone({ by: serverSentEvents(), host: { ...host, eventSource: deaf } })
  await pass(49_000)
  expect(count(opened, 'stream')).toBe(1)
  await pass(2_000)
  expect(count(opened, 'stream')).toBe(2)
})

test('a stream that beats is kept', async () => {
  const { phone, pass, opened, host } = await breakable()
  await phone({ by: serverSentEvents(), host })
  await pass(600_000)
  expect(count(opened, 'stream')).toBe(1)
})

test('DL-10: garbage on a stream is reported, and the stream is replaced', async () => {
  const { phone, pass, opened, host } = await breakable()
  const eventSource: EventSourceLike = (url, headers, events) =>
    host.eventSource(url, headers, {
      ...events,
      received: (data, id) => events.received(opened.length === 1 ? '{"type":"batch","epoch":7}' : data, id),
    })
  const one = await phone({ by: serverSentEvents(), host: { ...host, eventSource } })
  await pass(1_000)
  expect(one.told.map(([name]) => name)).toContain('report stream')
  expect([count(opened, 'stream'), one.inbox.getSnapshot().status.phase]).toEqual([2, 'live'])
})

test.each(['serverSentEvents', 'longPolling'] as const)(
  'DL-2: a token that is revoked costs nothing, by %s',
  async (by) => {
    const { phone, send, pass, mock } = await phones()
    const tokens: string[] = []
    const { session } = mock
    Object.assign(mock, {
      session: async (options: Parameters<typeof session>[0]) => {
        const token = await session(options)
        tokens.push(token)
        return token
      },
    })
    const one = await phone({ by })
    await mock.platform.delivery.revoke(tokens[0] ?? '')
    await pass(1_000)
    await send('Your bill is ready')
    await pass(1_000)
    expect([tokens.length, one.inbox.getSnapshot().status.phase, one.inbox.getSnapshot().length]).toEqual([
      2,
      'live',
      1,
    ])
  },
)

test('DL-2: a token that ran out before the stream was opened is replaced once', async () => {
  const { phone, pass, mock } = await phones()
  let asked = 0
  const { session } = mock
  Object.assign(mock, {
    session: (options: Parameters<typeof session>[0]) => {
      asked += 1
      return session(options)
    },
  })
  const eventSource: EventSourceLike = (url, headers, events) =>
    mock.eventSource(url, asked === 1 ? {} : headers, {
      ...events,
      closed: (reason) => events.closed(reason.replace('"unauthorized"', '"expired"')),
    })
  const one = await phone({ by: serverSentEvents(), host: { eventSource } })
  await pass(1_000)
  expect([asked, one.inbox.getSnapshot().status.phase]).toEqual([2, 'live'])
})

test.each(['serverSentEvents', 'longPolling'] as const)('X-2: the clock follows by %s', async (by) => {
  const { phone, mock, pass } = await phones()
  const one = await phone({ by })
  await mock.clock.advance({ days: 3 })
  await pass(1_000)
  expect(one.inbox.clock.now() - mock.clock.now()).toBe(0)
})

test('a long poll asks once in 25 seconds of silence, and stops with the inbox', async () => {
  const { phone, pass, opened, host, time, mock } = await breakable()
  const one = await phone({ by: longPolling(), host })
  await pass(100_000)
  expect(count(opened, 'long poll')).toBeLessThan(7)
  one.inbox.start()()
  await pass(0)
  mock.close()
  await pass(0)
  expect(time.waiting()).toBe(0)
})

test('a platform that does not wait is not asked all the time', async () => {
  const { phone, pass, opened, host, mock } = await breakable()
  const http: Http = (request) => {
    if (request.url.includes('waitMs')) opened.push('long poll')
    return mock.http({ ...request, url: request.url.replace(/&waitMs=\d+/, '') })
  }
  await phone({ by: longPolling(), host: { ...host, http } })
  await pass(300_000)
  expect(count(opened, 'long poll')).toBeLessThan(17)
})

test('a long poll that breaks off is tried again with back-off, and a wake asks at once', async () => {
  const { phone, send, pass, broken, host } = await breakable()
  const one = await phone({ by: longPolling(), host })
  broken.longPoll = true
  await send('Your bill is ready')
  await pass(3_000)
  expect(one.inbox.getSnapshot()).toMatchObject({ length: 1, status: { phase: 'connecting' } })
  broken.longPoll = false
  one.inbox.retry()
  await pass(0)
  expect(one.inbox.getSnapshot().status.phase).toBe('live')
  one.inbox.retry()
  await pass(1_000)
  expect(one.inbox.getSnapshot().status.phase).toBe('live')
})
