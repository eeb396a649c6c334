import { expect, test } from 'vitest'
import { liveRig, rig } from '../testing/rig.ts'
import { sampleAdded } from '../testing/samples.ts'

const count = (requests: readonly { readonly url: string }[], path: string) =>
  requests.filter(({ url }) => url.includes(path)).length

test('a network that is gone is tried again with back-off, and what was shown stays', async () => {
  const { inbox, platform, time } = await liveRig()
  platform.append(sampleAdded('a'))
  await time.advance(0)
  platform.levers.noSockets = true
  platform.levers.before = () => Promise.reject(new Error('offline'))
  platform.connections[0]?.cut()
  await time.advance(20_000)
  expect([inbox.getSnapshot().status.phase, inbox.getSnapshot().length]).toEqual(['connecting', 1])
  const tries = platform.connections.length
  expect(tries).toBeGreaterThan(4)
  expect(tries).toBeLessThan(9)
  platform.levers.noSockets = false
  delete platform.levers.before
  platform.append(sampleAdded('b'))
  await time.advance(15_000)
  expect([inbox.getSnapshot().status.phase, inbox.getSnapshot().length]).toEqual(['live', 2])
})

test.each([0.25, 0.9])(
  'a back-off is any part of a span that doubles up to thirty seconds; drawn %f of it',
  async (draw) => {
    const { platform, time } = await liveRig({ host: { random: () => draw } })
    platform.levers.noSockets = true
    platform.connections[0]?.cut()
    const openedAt = [0]
    for (let ms = 0; ms < 120_000; ms += 25) {
      if (platform.connections.length > openedAt.length) openedAt.push(ms)
      await time.advance(25)
    }
    const waits = openedAt.slice(1, 9).map((at, place) => at - (openedAt[place] ?? 0))
    const spans = [500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000].map((span) => draw * span)
    expect(waits.map((wait, place) => Math.round((wait - (spans[place] ?? 0)) / 100))).toEqual(spans.map(() => 0))
  },
)

test('the wish of the platform wins over the back-off', async () => {
  const { platform, time } = await liveRig()
  platform.connections[0]?.say({ type: 'bye', code: 'flood', retryAfterMs: 7_000 })
  await time.advance(6_900)
  expect(platform.connections).toHaveLength(1)
  await time.advance(200)
  expect(platform.connections).toHaveLength(2)
})

test('the back-off starts anew after ten seconds of a live connection, not before', async () => {
  const opened = async (liveMs: number) => {
    const { platform, time } = await liveRig()
    for (let round = 0; round < 4; round += 1) {
      platform.connections[platform.connections.length - 1]?.cut()
      await time.advance(250 * 2 ** round)
      await time.advance(liveMs)
    }
    const before = platform.connections.length
    platform.connections[before - 1]?.cut()
    await time.advance(250)
    return platform.connections.length - before
  }
  expect([await opened(10_000), await opened(100)]).toEqual([1, 0])
})

test('DL-4: pulls after a gap in the batches', async () => {
  const { platform, time, of } = await liveRig()
  platform.log.append(sampleAdded('a'))
  platform.append(sampleAdded('b'))
  await time.advance(0)
  expect(of('received')).toMatchObject([[{ id: 'a' }, { id: 'b' }]])
})

test('pulls the rest when an answer holds not all', async () => {
  const { platform, time, of } = await liveRig()
  platform.levers.pageSize = 3
  for (let one = 0; one < 10; one += 1) platform.log.append(sampleAdded(`i${one}`))
  platform.connections[0]?.cut()
  await time.advance(250)
  expect(of('received').flat()).toHaveLength(10)
  expect(of('resync')).toEqual([])
})

test('DL-4: says what is lost when history was trimmed meanwhile', async () => {
  const { inbox, platform, time, of } = await liveRig()
  platform.connections[0]?.cut()
  await time.advance(0)
  for (const id of ['a', 'b', 'c']) platform.log.append(sampleAdded(id))
  platform.log.trim(2)
  await time.advance(250)
  expect(of('resync')).toEqual([{ lost: { from: 1, to: 2 } }])
  expect(of('received').flat()).toMatchObject([{ id: 'a' }, { id: 'b' }, { id: 'c' }])
  expect(inbox.getSnapshot().position?.offset).toBe(3)
})

test('DL-4: a new epoch is taken up, told once, and nothing is received twice', async () => {
  const { inbox, platform, time, of } = await liveRig()
  platform.append(sampleAdded('a'))
  await time.advance(0)
  platform.log.restart('e2')
  platform.append(sampleAdded('b', { sentAt: 1 }))
  await time.advance(0)
  expect(of('resync')).toEqual([{}])
  expect(of('received').flat()).toMatchObject([{ id: 'a' }, { id: 'b' }])
  expect(
    inbox
      .getSnapshot()
      .slice(0, 9)
      .map(({ id }) => id),
  ).toEqual(['b', 'a'])
})

test('DL-4: a list that was scrolled does not shrink in a new epoch', async () => {
  const { inbox, platform, time } = rig()
  for (let one = 0; one < 120; one += 1) platform.log.append(sampleAdded(`i${one}`))
  inbox.start()
  await time.advance(0)
  await inbox.history()
  await inbox.history()
  expect([inbox.getSnapshot().length, inbox.getSnapshot().hasMore]).toEqual([120, false])
  platform.log.restart('e2')
  platform.append(sampleAdded('new'))
  await time.advance(0)
  expect(inbox.getSnapshot().length).toBe(121)
})

test('a silent socket is given up after twice the ping time', async () => {
  const { platform, time } = await liveRig()
  platform.connections[0]?.deafen()
  await time.advance(39_000)
  expect(platform.connections).toHaveLength(1)
  await time.advance(2_000)
  expect([platform.connections[0]?.isOpen(), platform.connections.length]).toEqual([false, 2])
})

test('a socket that answers pings is kept', async () => {
  const { platform, time } = await liveRig()
  await time.advance(600_000)
  expect(platform.connections).toHaveLength(1)
  expect(platform.connections[0]?.said.filter(({ type }) => type === 'ping')).toHaveLength(30)
})

test('DL-10: garbage on the socket is reported, and the socket is replaced', async () => {
  const { inbox, platform, time, reported } = await liveRig()
  platform.connections[0]?.say('{"type":"batch","epoch":7}')
  await time.advance(500)
  expect(reported).toHaveLength(1)
  expect([platform.connections.length, inbox.getSnapshot().status.phase]).toEqual([2, 'live'])
})

test('pulls slowly under everything, every 60 to 120 seconds', async () => {
  const { platform, time } = await liveRig()
  platform.log.append(sampleAdded('a'))
  await time.advance(90_000)
  expect(count(platform.requests, '/changes')).toBe(1)
})

test('the clock follows the platform, and tells when it jumped', async () => {
  const { inbox, platform, time } = await liveRig()
  const before = inbox.getSnapshot()
  const at = time.now() + 3 * 86_400_000
  platform.connections[0]?.say({ type: 'clock', serverAt: at })
  await time.advance(0)
  expect(inbox.clock.now()).toBe(at)
  expect(inbox.getSnapshot()).not.toBe(before)
})

test('a wrong address is an error that says so', async () => {
  const { inbox, platform, time } = rig()
  platform.levers.before = () => ({ status: 404, body: '<h1>Not Found</h1>' })
  inbox.start()
  await time.advance(60_000)
  expect(inbox.getSnapshot().status).toMatchObject({ phase: 'error', code: 'http-404' })
  expect(platform.requests).toHaveLength(1)
})

test('a transport that throws is reported and tried again', async () => {
  const { inbox, time, reported } = rig({
    transports: [
      () => {
        throw new Error('no such thing here')
      },
    ],
  })
  inbox.start()
  await time.advance(800)
  expect(reported.map(([, context]) => context)).toEqual(['transport', 'transport', 'transport'])
  expect(inbox.getSnapshot().status.phase).toBe('connecting')
})

test('may be started again after a stop', async () => {
  const { inbox, platform, time, of } = rig()
  const stop = inbox.start()
  await time.advance(0)
  stop()
  stop()
  platform.append(sampleAdded('a'))
  await time.advance(1_000)
  expect([inbox.getSnapshot().status.phase, of('received')]).toEqual(['offline', []])
  inbox.start()
  await time.advance(0)
  expect([inbox.getSnapshot().status.phase, of('received').flat().length]).toEqual(['live', 1])
})
