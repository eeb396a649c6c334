import { expect, test } from 'vitest'
import { liveRig, type Rig } from './testing/rig.ts'
import { sampleAdded } from './testing/samples.ts'

/** Waits for a page while time goes by. */
async function paged({ inbox, time }: Pick<Rig, 'inbox' | 'time'>): Promise<void> {
  const page = inbox.history()
  page.catch(() => undefined)
  await time.advance(20_000)
  await page
}

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
  await Promise.all([inbox.history(), paged({ inbox, time })])
  expect([ids(), inbox.getSnapshot().hasMore]).toEqual([newest, false])
})

test('DL-8: history goes page by page and rejects without a network', async () => {
  const { inbox, platform, time } = await liveRig({ keep: 5 })
  platform.levers.pageSize = 4
  for (let one = 0; one < 13; one += 1) platform.append(sampleAdded(`i${one}`))
  await time.advance(2_000)
  platform.levers.before = () => Promise.reject(new Error('offline'))
  await expect(inbox.history()).rejects.toThrow('offline')
  delete platform.levers.before
  const lengths = []
  while (inbox.getSnapshot().hasMore) {
    await paged({ inbox, time })
    lengths.push(inbox.getSnapshot().length)
  }
  expect(lengths).toEqual([8, 12, 13])
  expect(new Set(inbox.getSnapshot().slice(0, 99)).size).toBe(13)
})

test('DL-8: counts stay exact when a page knows more than the position', async () => {
  const { inbox, platform, time } = await liveRig({ keep: 3 })
  for (let one = 0; one < 8; one += 1) platform.append(sampleAdded(`i${one}`))
  await time.advance(0)
  // The change is on its way while the page that knows it comes first.
  const before = platform.log.position().offset
  const change = platform.log.append({ type: 'marked', itemIds: ['i1'], kind: 'read' })
  await paged({ inbox, time })
  platform.connections[0]?.say({ type: 'batch', epoch: 'e1', from: before, to: before + 1, changes: [change] })
  await time.advance(0)
  const { total, unseen, unread } = inbox.getSnapshot()
  expect({ total, unseen, unread }).toEqual(platform.log.counts())
})

test('DL-8: a page of a new epoch is not mixed in, the inbox is fetched anew', async () => {
  const { inbox, platform, time, of } = await liveRig({ keep: 3 })
  for (let one = 0; one < 8; one += 1) platform.append(sampleAdded(`i${one}`))
  await time.advance(0)
  platform.log.append({ type: 'withdrawn', itemId: 'i0' })
  platform.log.restart('e2')
  await paged({ inbox, time })
  await time.advance(0)
  expect(
    inbox
      .getSnapshot()
      .slice(0, 99)
      .map(({ id }) => id),
  ).toEqual(['i7', 'i6', 'i5', 'i4', 'i3', 'i2', 'i1'])
  expect([of('resync').length > 0, inbox.getSnapshot().position?.epoch]).toEqual([true, 'e2'])
})

test('DL-8: what was dismissed a moment ago does not come back with an older page', async () => {
  const { inbox, platform, time } = await liveRig({ keep: 3 })
  platform.append(sampleAdded('gone'), sampleAdded('a'))
  await time.advance(0)
  inbox.dismiss(['gone'])
  platform.append(sampleAdded('b'), sampleAdded('c'), sampleAdded('d'))
  await time.advance(0)
  await paged({ inbox, time })
  expect(
    inbox
      .getSnapshot()
      .slice(0, 99)
      .map(({ id }) => id),
  ).toEqual(['d', 'c', 'b', 'a'])
  await time.advance(2_000)
  const { total, unseen, unread } = inbox.getSnapshot()
  expect({ total, unseen, unread }).toEqual(platform.log.counts())
})

test('DL-8: a last page that brings nothing ends the history', async () => {
  const { inbox, platform, time } = await liveRig({ keep: 3 })
  platform.append(sampleAdded('a'), sampleAdded('b'), sampleAdded('c'), sampleAdded('d'))
  platform.append({ type: 'withdrawn', itemId: 'a' })
  await time.advance(0)
  expect(inbox.getSnapshot().hasMore).toBe(true)
  await paged({ inbox, time })
  expect([inbox.getSnapshot().length, inbox.getSnapshot().hasMore]).toEqual([3, false])
})
