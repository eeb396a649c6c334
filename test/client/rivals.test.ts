import type { Inbox } from '@minibell/client'
import { memoryStorage } from '@minibell/client/testing'
import type { Http, HttpRequest, Socket } from '@minibell/ports'
import { expect, test } from 'vitest'
import { phones, transports } from './rig.ts'

// What inbox SDKs get wrong under stress, measured on six of them: each is a promise here.

const ways = Object.keys(transports) as (keyof typeof transports)[]

/** A network that can be cut and heals by itself, and what was asked of it. */
async function network() {
  const rig = await phones()
  const { mock } = rig
  const cuts: (() => void)[] = []
  const asked: HttpRequest[] = []
  const levers: { isDown: boolean; answer?: (request: HttpRequest) => ReturnType<Http>['response'] | undefined } = {
    isDown: false,
  }
  const http: Http = (request) => {
    asked.push(request)
    if (levers.isDown) return { response: Promise.reject(new Error('offline')), abort() {} }
    const response = levers.answer?.(request)
    return response ? { response, abort() {} } : mock.http(request)
  }
  const socket: Socket = (url, events) => {
    if (levers.isDown) Promise.resolve().then(() => events.closed(1006, ''))
    if (levers.isDown) return { send() {}, close() {} }
    let isOver = false
    const once = (code: number, reason: string): void => {
      if (!isOver) events.closed(code, reason)
      isOver = true
    }
    const one = mock.socket(url, { ...events, received: (text) => isOver || events.received(text), closed: once })
    cuts.push(
      () => once(1006, ''),
      () => one.close(),
    )
    return one
  }
  const cut = (): void => {
    levers.isDown = true
    for (const end of cuts.splice(0)) end()
  }
  const snapshots = (): number => asked.filter(({ url }) => url.includes('/snapshot')).length
  return { ...rig, host: { http, socket }, levers, cut, snapshots }
}

const idsOf = (inbox: Inbox): readonly string[] =>
  inbox
    .getSnapshot()
    .slice(0, 5_000)
    .map(({ id }) => id)

const counts = (inbox: Inbox) => {
  const { total, unseen, unread } = inbox.getSnapshot()
  return { total, unseen, unread }
}

test('10 messages missed during a drop appear on reconnect, without a list reset', async () => {
  const { phone, sendMany, pass, host, levers, cut, snapshots } = await network()
  const one = await phone({ host })
  await sendMany(5)
  await pass(100)
  const before = one.inbox.getSnapshot().slice(0, 5)
  const fetched = snapshots()
  cut()
  await sendMany(10)
  await pass(3_000)
  expect(one.inbox.getSnapshot()).toMatchObject({ length: 5, status: { phase: 'connecting' } })
  levers.isDown = false
  await pass(10_000)
  expect(one.inbox.getSnapshot()).toMatchObject({
    length: 15,
    total: 15,
    unseen: 15,
    unread: 15,
    status: { phase: 'live' },
  })
  expect(
    one.inbox
      .getSnapshot()
      .slice(10, 15)
      .map((item, at) => item === before[at]),
  ).toEqual([true, true, true, true, true])
  expect([snapshots(), one.told.filter(([name]) => name === 'resync')]).toEqual([fetched, []])
  await sendMany(1)
  await pass(100)
  expect(one.inbox.getSnapshot().length).toBe(16)
})

test.each(ways)('the same event twice is one row and one on the badge, by %s', async (by) => {
  const { phone, sendMany, pass, mock } = await phones()
  const { fetch } = mock
  const faults = [{ route: 'delivery.socket', kind: 'duplicate' }]
  const body = JSON.stringify({ faults })
  expect((await fetch('http://x.test/control/v1/faults', { method: 'PUT', body })).status).toBe(200)
  const one = await phone({
    by,
    host: {
      eventSource: (url, headers, events) =>
        mock.eventSource(url, headers, {
          ...events,
          received(data, id) {
            events.received(data, id)
            events.received(data, id)
          },
        }),
    },
  })
  await sendMany(3)
  await pass(3_000)
  expect([counts(one.inbox), new Set(idsOf(one.inbox)).size]).toEqual([{ total: 3, unseen: 3, unread: 3 }, 3])
  const received = one.told.flatMap(([name, items]) => (name === 'received' ? (items as readonly unknown[]) : []))
  expect(received).toHaveLength(3)
})

const refused = async ({ body = '' }: HttpRequest) => {
  const { receipts } = JSON.parse(body)
  const of = receipts.map(({ receiptId }: { receiptId: string }) => ({ receiptId, code: 'unknown-item' }))
  return { status: 200, headers: {}, body: JSON.stringify({ accepted: [], refused: of }) }
}

test('a write that is refused is undone, told, and the badge is right', async () => {
  const { phone, sendMany, pass, host, levers } = await network()
  const one = await phone({ host })
  await sendMany(3)
  await pass(2_000)
  const [newest = ''] = idsOf(one.inbox)
  levers.answer = (request) => (request.url.includes('/receipts') ? refused(request) : undefined)
  one.inbox.markRead([newest])
  expect(counts(one.inbox)).toEqual({ total: 3, unseen: 2, unread: 2 })
  await pass(3_000)
  expect(counts(one.inbox)).toEqual({ total: 3, unseen: 3, unread: 3 })
  expect(one.told.map(([name]) => name)).toContain('refused')
  delete levers.answer
  one.inbox.markRead([newest])
  await pass(3_000)
  expect(counts(one.inbox)).toEqual({ total: 3, unseen: 2, unread: 2 })
})

test('a write that fails is kept, also over a reload, and said again until the platform knows', async () => {
  const { phone, sendMany, pass, host, levers } = await network()
  const storage = memoryStorage()
  const one = await phone({ host, storage })
  await sendMany(3)
  await pass(2_000)
  const [newest = ''] = idsOf(one.inbox)
  levers.answer = (request) =>
    request.url.includes('/receipts') ? Promise.resolve({ status: 500, headers: {}, body: '' }) : undefined
  one.inbox.markRead([newest])
  await pass(5_000)
  expect(counts(one.inbox)).toEqual({ total: 3, unseen: 2, unread: 2 })
  one.inbox.start()()
  const after = await phone({ host, storage })
  expect(counts(after.inbox)).toEqual({ total: 3, unseen: 2, unread: 2 })
  delete levers.answer
  await pass(40_000)
  expect(counts((await phone()).inbox)).toEqual({ total: 3, unseen: 2, unread: 2 })
})

test('a burst of 1,000 during a fetch loses none, repeats none, in order', async () => {
  const { phone, sendMany, pass, host, levers, mock } = await network()
  const one = await phone({ host })
  let release = (): void => undefined
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  levers.answer = (request) => {
    if (!request.url.includes('/changes')) return undefined
    return held.then(() => mock.http(request).response)
  }
  one.inbox.retry()
  await sendMany(500)
  await pass(0)
  release()
  delete levers.answer
  await sendMany(500)
  await pass(5_000)
  expect([counts(one.inbox), new Set(idsOf(one.inbox)).size]).toEqual([
    { total: 1_000, unseen: 1_000, unread: 1_000 },
    1_000,
  ])
  const received = one.told.flatMap(([name, items]) =>
    name === 'received' ? (items as readonly { id: string }[]) : [],
  )
  expect(received.map(({ id }) => id)).toEqual([...idsOf(one.inbox)].reverse())
})

test('a device clock that is ahead hides nothing', async () => {
  const { phone, sendMany, pass, mock, time } = await phones()
  const one = await phone({ host: { clock: { now: () => time.now() + 86_400_000 } } })
  await sendMany(2)
  await pass(100)
  expect([counts(one.inbox).total, one.inbox.clock.now() - mock.clock.now()]).toEqual([2, 0])
})
