import type { Receipt } from '@minibell/protocol'
import { expect, test } from 'vitest'
import { memoryStorage } from '../testing/memory-storage.ts'
import { liveRig } from '../testing/rig.ts'
import { sampleAdded } from '../testing/samples.ts'
import { outbox } from './outbox.ts'

const brief = (receipts: readonly Receipt[]) =>
  receipts.map((one) => ('all' in one ? [one.kind, one.all] : [one.kind, one.itemId]))

test('an outbox survives a reload: marks hold at once, receipts go with the same ids', async () => {
  const storage = memoryStorage()
  const first = await liveRig({ outbox: outbox(storage) })
  const { platform, time } = first
  platform.append(sampleAdded('a'), sampleAdded('b'))
  await time.advance(2_000)
  platform.levers.before = ({ url }) => (url.endsWith('/receipts') ? Promise.reject(new Error('offline')) : undefined)
  const stop = first.inbox.start()
  first.inbox.markRead(['a'])
  first.inbox.markAll('seen')
  await time.advance(0)
  stop()
  const kept = [...storage.entries.keys()].filter((key) => key !== 'minibell/device').map((key) => key.split('/').pop())
  expect(kept).toHaveLength(2)

  const second = await liveRig({ outbox: outbox(storage), platform, time })
  const { unseen, unread } = second.inbox.getSnapshot()
  expect([unseen, unread, second.of('read')]).toEqual([0, 1, []])
  delete platform.levers.before
  await time.advance(30_000)
  expect(
    platform.receipts
      .slice(2)
      .map(({ receiptId }) => receiptId)
      .sort(),
  ).toEqual(kept.sort())
  expect(platform.log.counts()).toEqual({ total: 2, unseen: 0, unread: 1 })
  expect([...storage.entries.keys()]).toEqual(['minibell/device'])
})

test('the device keeps its name', async () => {
  const storage = memoryStorage()
  const named = async (one = outbox(storage)) => {
    const { platform } = await liveRig({ outbox: one, host: { random: Math.random } })
    return platform.connections[0]?.said.map((frame) => 'deviceId' in frame && frame.deviceId).pop()
  }
  const name = await named()
  expect(name).toBeTruthy()
  expect(await named()).toBe(name)
  expect(await named(outbox(storage, { deviceId: 'phone-1' }))).toBe('phone-1')
})

test('receipts of another person or scope are left alone', async () => {
  const storage = memoryStorage()
  const one = await liveRig({ outbox: outbox(storage) })
  one.platform.append(sampleAdded('a'))
  await one.time.advance(2_000)
  one.platform.levers.before = () => Promise.reject(new Error('offline'))
  one.inbox.markRead(['a'])
  await one.time.advance(0)
  const other = await liveRig({ outbox: outbox(storage), session: { person: 'brian' } })
  const scoped = await liveRig({ outbox: outbox(storage), session: { scope: { kind: 'sender', sender: 'kijani' } } })
  await other.time.advance(2_000)
  await scoped.time.advance(2_000)
  expect([other.platform.receipts, scoped.platform.receipts]).toEqual([[], []])
})

test('a broken storage is reported, and receipts go all the same', async () => {
  const storage = memoryStorage()
  storage.failure = new Error('quota')
  const { inbox, platform, time, reported } = await liveRig({ outbox: outbox(storage) })
  platform.append(sampleAdded('a'))
  await time.advance(0)
  inbox.markRead(['a'])
  await time.advance(1_000)
  expect(brief(platform.receipts)).toEqual([['read', 'a']])
  expect(reported.length).toBeGreaterThan(0)
})

test('an entry that cannot be read is removed', async () => {
  const storage = memoryStorage()
  storage.entries.set('minibell/amina//x', '{"recei')
  storage.entries.set('minibell/amina//y', '7')
  const { inbox } = await liveRig({ outbox: outbox(storage) })
  expect(inbox.getSnapshot().status.phase).toBe('live')
  expect(storage.entries.has('minibell/amina//x')).toBe(false)
})

test('an inbox that pauses keeps what waits on its storage', async () => {
  const storage = memoryStorage()
  const { inbox, platform, time } = await liveRig({ outbox: outbox(storage) })
  platform.append(sampleAdded('a'))
  await time.advance(2_000)
  platform.levers.before = () => Promise.reject(new Error('offline'))
  inbox.markRead(['a'])
  await time.advance(0)
  inbox.start()()
  inbox.start()
  await time.advance(2_000)
  expect([...storage.entries.keys()]).toHaveLength(2)
})
