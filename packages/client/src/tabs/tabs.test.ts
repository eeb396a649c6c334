import { virtualTime } from '@minibell/ports'
import { array, assert, asyncProperty, constantFrom, nat, oneof, record } from 'fast-check'
import { expect, test } from 'vitest'
import { createInbox } from '../create-inbox.ts'
import type { Inbox } from '../inbox.ts'
import { fakePlatform } from '../testing/fake-platform.ts'
import { sampleAdded } from '../testing/samples.ts'
import { type SimulatedTab, simulatedTabs } from '../testing/simulated-tabs.ts'
import { checkPeers } from '../testing/suites/check-peers.ts'
import { webSocket } from '../transports/web-socket.ts'
import { tabs } from './tabs.ts'

interface Tab extends SimulatedTab {
  readonly inbox: Inbox
  readonly received: readonly string[]
  readonly reported: readonly unknown[]
  /** Undo of its start. */
  readonly stop: () => void
}

/** Tabs of one person on a fake platform in virtual time. */
function device() {
  const time = virtualTime()
  const platform = fakePlatform(time)
  const group = simulatedTabs()
  const hang = { on: false }
  const by: ReturnType<typeof webSocket> = (line) => (hang.on ? { stop() {} } : webSocket()(line))
  const open = async (
    session: { readonly person?: string; readonly sender?: string } = {},
    tab = group.tab(),
  ): Promise<Tab> => {
    const reported: unknown[] = []
    const received: string[] = []
    const { person = 'amina', sender } = session
    const { http, socket } = platform
    const { peers } = tab
    const report = (error: unknown): void => void reported.push(error)
    const inbox = createInbox({
      host: { http, socket, peers, clock: time, timers: time, random: () => 0.5, report },
      session: {
        url: 'https://platform.test',
        person,
        getToken: () => 'token',
        ...(sender === undefined ? {} : { scope: { kind: 'sender', sender } }),
      },
      transports: [tabs(by)],
    })
    inbox.on('received', (items) => received.push(...items.map(({ id }) => id)))
    const stop = inbox.start()
    await time.advance(10)
    return { ...tab, inbox, received, reported, stop }
  }
  const live = () => platform.connections.filter((one) => one.isOpen()).length
  return { time, platform, group, open, live, hang }
}

const phases = (...all: readonly Tab[]) => all.map(({ inbox }) => inbox.getSnapshot().status.phase)

checkPeers(test, expect, () => {
  const group = simulatedTabs()
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
  }
  return { tab: () => group.tab().peers('one'), settle }
})

test('X-5: three tabs have one connection, and each shows every message once', async () => {
  const { open, platform, time, live } = device()
  const [one, two, three] = [await open(), await open(), await open()]
  expect([live(), ...phases(one, two, three)]).toEqual([1, 'live', 'live', 'live'])
  platform.append(sampleAdded('a'))
  platform.append(sampleAdded('b'))
  await time.advance(10)
  expect([one.received, two.received, three.received]).toEqual([
    ['a', 'b'],
    ['a', 'b'],
    ['a', 'b'],
  ])
  await time.advance(120_000)
  expect(live()).toBe(1)
})

test('a tab that comes later misses nothing of what came while it joined', async () => {
  const { open, platform, time } = device()
  await open()
  const joining = open()
  platform.append(sampleAdded('a'))
  const two = await joining
  await time.advance(10)
  expect(two.inbox.getSnapshot().length).toBe(1)
})

test('when the leader is closed another leads and nothing is lost or repeated', async () => {
  const { open, platform, time, live } = device()
  const [one, two, three] = [await open(), await open(), await open()]
  platform.append(sampleAdded('a'))
  await time.advance(10)
  one.stop()
  platform.append(sampleAdded('b'))
  await time.advance(10)
  platform.append(sampleAdded('c'))
  await time.advance(10)
  expect([live(), two.received, three.received]).toEqual([1, ['a', 'b', 'c'], ['a', 'b', 'c']])
  expect(one.received).toEqual(['a'])
})

test('when the leader crashes another leads', async () => {
  const { open, platform, time, live } = device()
  const [one, two, three] = [await open(), await open(), await open()]
  one.crash()
  platform.connections[0]?.cut()
  await time.advance(10)
  platform.append(sampleAdded('a'))
  await time.advance(10)
  expect([live(), two.received, three.received, ...phases(two, three)]).toEqual([1, ['a'], ['a'], 'live', 'live'])
})

test('a connection that is lost is opened again by one tab, and fills the gap in all', async () => {
  const { open, platform, time, live } = device()
  const all = [await open(), await open(), await open()]
  platform.connections[0]?.cut()
  for (let one = 0; one < 10; one += 1) platform.append(sampleAdded(`i${one}`))
  await time.advance(1_000)
  const ten = Array.from({ length: 10 }, (_, one) => `i${one}`)
  expect([live(), ...all.map(({ received }) => received)]).toEqual([1, ten, ten, ten])
})

test('tabs say that they are connecting while nobody is connected', async () => {
  const { open, platform, time } = device()
  const [one, two] = [await open(), await open()]
  platform.levers.noSockets = true
  platform.connections[0]?.cut()
  await time.advance(20_000)
  expect(phases(one, two)).toEqual(['connecting', 'connecting'])
  platform.levers.noSockets = false
  await time.advance(60_000)
  expect([...phases(one, two), platform.connections.filter((each) => each.isOpen()).length]).toEqual([
    'live',
    'live',
    1,
  ])
})

test('tabs that cannot hear each other have a connection each, until they can', async () => {
  const { open, platform, time, live, group } = device()
  const apart = group.tab()
  apart.isolate()
  const [one, two] = [await open(), await open({}, apart)]
  await time.advance(3_000)
  platform.append(sampleAdded('a'))
  await time.advance(10)
  expect([live(), one.received, two.received, ...phases(one, two)]).toEqual([2, ['a'], ['a'], 'live', 'live'])
  apart.reunite()
  platform.append(sampleAdded('b'))
  await time.advance(10)
  platform.append(sampleAdded('c'))
  await time.advance(10)
  expect([live(), two.received, ...phases(one, two)]).toEqual([1, ['a', 'b', 'c'], 'live', 'live'])
})

test('a tab that was alone keeps its connection when it comes to lead', async () => {
  const { open, platform, time, live, group } = device()
  const apart = group.tab()
  apart.isolate()
  const one = await open()
  await open({}, apart)
  await time.advance(3_000)
  one.stop()
  await time.advance(10)
  expect([live(), platform.connections.length]).toEqual([1, 2])
})

test('who is fed by a leader that does not get connected says so', async () => {
  const { open, time, hang } = device()
  const [one, , three] = [await open(), await open(), await open()]
  hang.on = true
  one.stop()
  await time.advance(11_000)
  expect(phases(three)).toEqual(['connecting'])
})

test('a tab that joins makes the others ask for nothing', async () => {
  const { open, platform } = device()
  await open()
  await open()
  const asked = () => platform.requests.filter(({ url }) => url.includes('/changes')).length
  const before = asked()
  await open()
  expect(asked() - before).toBe(1)
})

test('DL-1: persons and scopes meet apart: nothing of one reaches the other', async () => {
  const { open, live, group } = device()
  await open()
  await open({ person: 'moussa' })
  await open({ sender: 'kijani' })
  expect(live()).toBe(3)
  expect(group.said.filter((text) => text.includes('frame') && text.includes('batch'))).toEqual([])
})

test('words of another version, and garbage, are reported and cost nothing', async () => {
  const { open, group, platform, time } = device()
  const [, two] = [await open(), await open()]
  const name = ['minibell', 'https://platform.test/delivery/v1', 'amina', ''].map(encodeURIComponent).join(' ')
  for (const text of ['garbage', '{"say":"frame","frame":{"type":"batch","epoch":7}}'])
    group.tab().peers(name).post(text)
  platform.append(sampleAdded('a'))
  await time.advance(10)
  expect([two.received, two.reported.length]).toEqual([['a'], 2])
})

test('being stopped leaves no timer and no ear', async () => {
  const { open, time } = device()
  const [one, two] = [await open(), await open()]
  two.stop()
  one.stop()
  expect(time.waiting()).toBe(0)
})

const step = oneof(
  record({ do: constantFrom('open', 'append', 'append', 'cut', 'down', 'up', 'wait'), which: nat(3) }),
  record({ do: constantFrom('stop', 'crash'), which: nat(3) }),
)

test('X-5: whatever happens to tabs and network, in the end one connection feeds all, without loss or repetition', async () => {
  await assert(
    asyncProperty(array(step, { size: 'max', maxLength: 60 }), async (steps) => {
      const { open, platform, time, live } = device()
      let all = [await open()]
      let sent = 0
      for (const { do: what, which } of steps) {
        const one = all[which % Math.max(1, all.length)]
        if (what === 'open' && all.length < 5) all.push(await open())
        if (what === 'append') {
          sent += 1
          platform.append(sampleAdded(`i${sent}`))
        }
        if (what === 'cut') for (const each of platform.connections) each.cut()
        if (what === 'down' || what === 'up') platform.levers.noSockets = what === 'down'
        if (what === 'crash') one?.crash()
        if (what === 'crash' || what === 'stop') one?.stop()
        if (what === 'crash' || what === 'stop') all = all.filter((each) => each !== one)
        await time.advance(which * 700)
      }
      platform.levers.noSockets = false
      await time.advance(120_000)
      platform.append(sampleAdded('last'))
      await time.advance(100)
      expect(live()).toBe(Math.min(1, all.length))
      for (const { inbox, received } of all) {
        expect([inbox.getSnapshot().length, new Set(received).size]).toEqual([sent + 1, received.length])
        expect(received[received.length - 1]).toBe('last')
      }
    }),
    { numRuns: 200 },
  )
})
