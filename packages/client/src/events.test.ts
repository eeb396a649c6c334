import { expect, test } from 'vitest'
import { liveRig } from './testing/rig.ts'
import { sampleAdded } from './testing/samples.ts'

test('a listener that throws is reported and stops nobody', async () => {
  const { inbox, platform, time, reported } = await liveRig()
  const error = new Error('mine')
  const heard: string[] = []
  inbox.on('received', () => {
    throw error
  })
  inbox.on('received', () => heard.push('second'))
  inbox.subscribe(() => {
    throw error
  })
  platform.append(sampleAdded('a'))
  await time.advance(0)
  expect([heard, reported, inbox.getSnapshot().length]).toEqual([
    ['second'],
    [
      [error, 'changed'],
      [error, 'received'],
    ],
    1,
  ])
})

test('a listener that was taken back is not called any more, not even by the event under way', async () => {
  const { inbox, platform, time } = await liveRig()
  const heard: string[] = []
  inbox.on('received', () => undo())
  const undo = inbox.on('received', () => heard.push('late'))
  undo()
  undo()
  const other = inbox.on('received', () => other2())
  const other2 = inbox.on('received', () => heard.push('late'))
  platform.append(sampleAdded('a'))
  await time.advance(0)
  other()
  expect(heard).toEqual([])
})

test('a listener may act on the inbox while it is told', async () => {
  const { inbox, platform, time, told } = await liveRig()
  inbox.on('received', (items) => inbox.markRead(items.map(({ id }) => id)))
  platform.append(sampleAdded('a'))
  await time.advance(2_000)
  expect(told.map(([name]) => name)).toEqual(['received', 'read'])
  expect(platform.log.counts().unread).toBe(0)
})

test('one batch of ten thousand changes tells the snapshot once', async () => {
  const { inbox, platform, time } = await liveRig({ keep: 20_000 })
  let times = 0
  inbox.subscribe(() => {
    times += 1
  })
  const { epoch, offset: from } = platform.log.position()
  const changes = Array.from({ length: 10_000 }, (_, index) => platform.log.append(sampleAdded(`i${index}`)))
  platform.connections[0]?.say({ type: 'batch', epoch, from, to: from + 10_000, changes })
  await time.advance(0)
  expect([times, inbox.getSnapshot().length]).toEqual([1, 10_000])
})

test('keeps as many as it was told in memory, and brings the rest by history', async () => {
  const { inbox, platform, time } = await liveRig({ keep: 10 })
  for (let one = 0; one < 25; one += 1) platform.append(sampleAdded(`i${one}`))
  await time.advance(0)
  const ids = () =>
    inbox
      .getSnapshot()
      .slice(0, 99)
      .map(({ id }) => id)
  const newest = Array.from({ length: 25 }, (_, index) => `i${24 - index}`)
  expect([ids(), inbox.getSnapshot().hasMore, inbox.getSnapshot().total]).toEqual([newest.slice(0, 10), true, 25])
  await Promise.all([inbox.history(), inbox.history()])
  expect([ids(), inbox.getSnapshot().hasMore]).toEqual([newest, false])
})

test('DL-8: history goes page by page and rejects without a network', async () => {
  const { inbox, platform } = await liveRig({ keep: 5 })
  platform.levers.pageSize = 4
  for (let one = 0; one < 13; one += 1) platform.append(sampleAdded(`i${one}`))
  await Promise.resolve()
  platform.levers.before = () => Promise.reject(new Error('offline'))
  await expect(inbox.history()).rejects.toThrow('offline')
  delete platform.levers.before
  const lengths = []
  while (inbox.getSnapshot().hasMore) {
    await inbox.history()
    lengths.push(inbox.getSnapshot().length)
  }
  expect(lengths).toEqual([8, 12, 13])
  expect(new Set(inbox.getSnapshot().slice(0, 99)).size).toBe(13)
})
