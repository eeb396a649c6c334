import { readdirSync } from 'node:fs'
import { fakePlatform, sampleAdded } from '@minibell/client/testing'
import { virtualTime } from '@minibell/ports'
import { describe, expect, test } from 'vitest'
import { root } from '../../tools/files.ts'
import { absent, load, runHostFile, runPart } from './logic-thread.ts'
import { mockOf, type Phone, send, threadPhone } from './phone.ts'

test('the thread of these tests has ES2017, timers and nothing of pages, browsers or Node', () => {
  const names = JSON.stringify(absent)
  const text = `
    module.exports.there = ${names}.filter((name) => Function.prototype.constructor && typeof this[name] !== 'undefined')
    module.exports.newer = [typeof [].flat, typeof Object.fromEntries, typeof Promise.prototype.finally, typeof ''.replaceAll]
    module.exports.kept = [typeof Promise, typeof Map, typeof Proxy, typeof Object.entries, typeof setTimeout]
    try { new Function('return 1')() } catch (error) { module.exports.code = String(error) }`
  const said = load<Record<string, unknown>>(text, 'probe.js', { globals: { setTimeout() {} }, time: virtualTime() })
  expect(said).toEqual({
    there: [],
    newer: ['undefined', 'undefined', 'undefined', 'undefined'],
    kept: ['function', 'function', 'function', 'function', 'function'],
    code: 'EvalError: Code generation from strings disallowed for this context',
  })
})

const withoutSockets: Parameters<typeof threadPhone>[1] = {
  socket(_, { closed }) {
    Promise.resolve().then(() => closed(1006, 'refused'))
    return { send() {}, close() {} }
  },
}

/** Storage takes its turns between the seconds. */
async function pass({ time, settle }: Pick<Phone, 'time' | 'settle'>, seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 5) {
    await time.advance(5_000)
    await settle()
  }
}

describe.each(['wx', 'my', 'dlt'] as const)('the built file of %s', (host) => {
  test('X-6: a message arrives over the socket, is read, and a receipt travels back', async () => {
    const phone = await threadPhone(host)
    const inbox = await phone.start()
    const heard: string[] = []
    inbox.on('received', (items) => heard.push(...items.map(({ id }) => id)))
    expect([inbox.getSnapshot().status, await send(phone, 'pages/bill/detail?id=1')]).toEqual([{ phase: 'live' }, 0])
    inbox.markRead(heard)
    await phone.time.advance(2_000)
    await phone.settle()
    const other = await threadPhone(host, phone)
    expect([heard.length, (await other.start()).getSnapshot().unread]).toEqual([1, 0])
  })

  test('X-5: hidden, its sockets are cut after five seconds; shown again, what it missed arrives once', async () => {
    const phone = await threadPhone(host)
    const inbox = await phone.start()
    const heard: string[] = []
    inbox.on('received', (items) =>
      heard.push(...items.map(({ message }) => ('title' in message && message.title) || '')),
    )
    phone.fake.hide()
    await phone.time.advance(60_000)
    await send(phone, 'pages/bill/detail?id=1', 'Your bill for October')
    await send(phone, 'pages/bill/detail?id=2', 'Meter reading wanted')
    expect(heard).toEqual([])
    phone.fake.show()
    await phone.settle()
    await phone.time.advance(10_000)
    expect([heard, inbox.getSnapshot().status]).toEqual([
      ['Your bill for October', 'Meter reading wanted'],
      { phase: 'live' },
    ])
    await send(phone, 'pages/bill/detail?id=3', 'Power cut tomorrow')
    expect(heard).toHaveLength(3)
  })

  test('hidden, it has said goodbye by the time that the host cuts it, and no timer of it is left', async () => {
    const platform = fakePlatform(virtualTime())
    const phone = await threadPhone(host, platform)
    await phone.start()
    phone.fake.hide()
    await phone.time.advance(5_000)
    expect(platform.connections.map((one) => one.isOpen())).toEqual([false])
    // What was to be drawn or kept of that is over, too.
    await phone.time.advance(2_000)
    expect(phone.time.waiting()).toBe(0)
    phone.fake.show()
    await phone.settle()
    expect(platform.connections.map((one) => one.isLive())).toEqual([false, true])
  })

  test('receipts that could not be sent survive the end of the app and are sent by the next run', async () => {
    const phone = await threadPhone(host)
    const inbox = await phone.start()
    await send(phone, 'pages/bill/detail?id=1')
    phone.fake.fail('request', 'network is down')
    inbox.markRead([inbox.getSnapshot().at(0)?.id ?? ''])
    await phone.time.advance(100)
    await phone.settle()
    const { time, mock } = phone
    const next = await threadPhone(host, { time, mock, entries: new Map(phone.fake.entries) })
    await next.start()
    await time.advance(3_000)
    await next.settle()
    const fresh = await threadPhone(host, { time, mock })
    expect((await fresh.start()).getSnapshot().unread).toBe(0)
  })

  test('where sockets are refused it polls', async () => {
    const phone = await threadPhone(host, withoutSockets)
    const inbox = await phone.start()
    await pass(phone, 60)
    await send(phone, 'pages/bill/detail?id=1')
    await pass(phone, 20)
    expect(inbox.getSnapshot().length).toBe(1)
  })

  test('DL-2: over requests alone, a token that ran out is asked for anew, although Alipay calls a 401 a failure', async () => {
    const phone = await threadPhone(host, withoutSockets)
    const { mock } = phone
    let asked = 0
    const getToken = () => {
      asked += 1
      return mock.session({ person: 'amina', sender: 'kijani', lifeMs: 60_000 })
    }
    const inbox = await phone.start({ session: { getToken } })
    await pass(phone, 60)
    await mock.clock.advance({ minutes: 2 })
    await send(phone, 'pages/bill/detail?id=1')
    await pass(phone, 20)
    expect([asked > 1, inbox.getSnapshot().length]).toEqual([true, 1])
  })

  test('what was on screen is there again before the network answers, and what came meanwhile after it', async () => {
    const phone = await threadPhone(host)
    await phone.start()
    await send(phone, 'pages/bill/detail?id=1', 'Your bill for October')
    phone.fake.hide()
    await phone.settle()
    const { time, mock } = phone
    await pass(phone, 10)
    await send(phone, 'pages/bill/detail?id=2', 'Meter reading wanted')
    let isDown = true
    const http: typeof mock.http = (request) =>
      isDown ? { response: new Promise(() => {}), abort() {} } : mock.http(request)
    const next = await threadPhone(host, { time, mock, http, entries: new Map(phone.fake.entries) })
    const inbox = await next.start()
    const titles = () =>
      inbox
        .getSnapshot()
        .slice(0, 9)
        .map(({ message }) => 'title' in message && message.title)
    expect([titles(), inbox.getSnapshot().unread]).toEqual([['Your bill for October'], 1])
    isDown = false
    await pass(next, 60)
    expect(titles()).toEqual(['Meter reading wanted', 'Your bill for October'])
  })

  test('a thousand items fit the keys of the host, and signing out leaves nothing of the person', async () => {
    const platform = fakePlatform(virtualTime())
    const items = Array.from({ length: 1_000 }, (_, at) => sampleAdded(`i${at}`))
    for (const item of items) platform.log.append(item)
    const phone = await threadPhone(host, platform)
    const inbox = await phone.start()
    await pass(phone, 10)
    const sizes = [...phone.fake.entries.values()].map((text) => text.length)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(180_000)
    expect(phone.fake.entries.size).toBeGreaterThan(1)
    await inbox.signOut()
    await phone.settle()
    expect([...phone.fake.entries.keys()].filter((key) => key.includes('amina'))).toEqual([])
  })

  test('a large value is kept in parts that the host takes', async () => {
    const { ports, fake } = await threadPhone(host)
    const value = 'Кириллица 中文 '.repeat(60_000)
    await ports.storage.set({ 'minibell/large': value })
    expect([(await ports.storage.get('minibell/large')) === value, fake.entries.size > 2]).toEqual([true, true])
  })
})

test('the delivery documents know dlt without sockets: there it polls', async () => {
  const time = virtualTime()
  const mock = await mockOf(time)
  const phone = await threadPhone('dlt', { time, mock, sockets: 'none' })
  const inbox = await phone.start()
  await pass(phone, 60)
  await send(phone, 'pages/bill/detail?id=1')
  await pass(phone, 20)
  expect(inbox.getSnapshot().length).toBe(1)
})

test('what the file of a host lacks of the client has a file of its own, but for what pages alone have', async () => {
  const client = Object.keys(await import('@minibell/client'))
  const time = virtualTime()
  const given = Object.keys(runHostFile('wx', {}, time))
  const parts = files.map((file) => file.replace('.cjs', '')).flatMap((part) => Object.keys(runPart(part, time)))
  const missing = client.filter((name) => !given.includes(name) && !parts.includes(name))
  expect(missing.filter((name) => !/^tabs$/.test(name))).toEqual([])
  expect(parts.filter((name) => given.includes(name))).toEqual([])
})

const files = readdirSync(`${root}/packages/adapters/dist/hosts/parts`).filter((file) => file.endsWith('.cjs'))
