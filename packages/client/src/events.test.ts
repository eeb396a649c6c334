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
