import { expect, test } from 'vitest'
import { createInbox } from './create-inbox.ts'
import { liveRig, rig } from './testing/rig.ts'
import { sampleAdded } from './testing/samples.ts'
import { polling } from './transports/polling.ts'
import { webSocket } from './transports/web-socket.ts'

test('DL-3: starts with a snapshot, then is live', async () => {
  const { inbox, platform, time, told } = rig()
  platform.append(sampleAdded('a'), sampleAdded('b'))
  expect(inbox.getSnapshot().status).toEqual({ phase: 'loading' })
  inbox.start()
  await time.advance(0)
  const snapshot = inbox.getSnapshot()
  expect(snapshot.status).toEqual({ phase: 'live' })
  expect(snapshot.slice(0, 10).map(({ id }) => id)).toEqual(['b', 'a'])
  expect([snapshot.total, snapshot.unseen, snapshot.unread, snapshot.position]).toEqual([
    2,
    2,
    2,
    { epoch: 'e1', offset: 2 },
  ])
  expect(told).toEqual([])
})

test('tells new items after store and position hold them, a batch at once', async () => {
  const { inbox, platform, time } = await liveRig()
  const seen: unknown[] = []
  inbox.on('received', (items) =>
    seen.push([items.map(({ id }) => id), inbox.getSnapshot().length, inbox.getSnapshot().position?.offset]),
  )
  platform.append(sampleAdded('a'), sampleAdded('b'))
  await time.advance(0)
  expect(seen).toEqual([[['a', 'b'], 2, 2]])
})

test('X-5: resumes where it was after a cut', async () => {
  const { inbox, platform, time, of } = await liveRig()
  platform.append(sampleAdded('a'))
  await time.advance(0)
  platform.connections[0]?.cut()
  await time.advance(0)
  expect(inbox.getSnapshot().status.phase).toBe('connecting')
  platform.append(sampleAdded('b'), sampleAdded('c'))
  await time.advance(250)
  expect(inbox.getSnapshot().status.phase).toBe('live')
  expect(of('received').flat()).toMatchObject([{ id: 'a' }, { id: 'b' }, { id: 'c' }])
  expect(platform.requests.filter(({ url }) => url.includes('/snapshot'))).toHaveLength(1)
})

test('polls where there is no socket', async () => {
  const { inbox, platform, time, of } = await liveRig({ transports: [polling({ everyMs: 5_000 })] })
  expect(inbox.getSnapshot().status.phase).toBe('live')
  platform.append(sampleAdded('a'))
  await time.advance(5_000)
  expect(of('received').flat()).toMatchObject([{ id: 'a' }])
})

test('stop leaves no timer and no socket', async () => {
  const { inbox, platform, time } = rig()
  const stop = inbox.start()
  await time.advance(0)
  stop()
  await time.advance(0)
  expect([time.waiting(), platform.connections[0]?.isOpen()]).toEqual([0, false])
})

test('without an outbox marks are this inbox’s own and nothing is told to the platform', async () => {
  const { platform, time, host, session } = await liveRig()
  const inbox = createInbox({ host, session, transports: [webSocket()] })
  const stop = inbox.start()
  platform.append(sampleAdded('a'), sampleAdded('b'))
  await time.advance(2_000)
  const before = platform.receipts.length
  inbox.markRead(['a'])
  inbox.markAll('seen')
  await time.advance(2_000)
  const { unseen, unread } = inbox.getSnapshot()
  expect([unseen, unread, platform.receipts.length]).toEqual([0, 1, before])
  stop()
})

test('without paged history a snapshot says that there is no more', async () => {
  const { platform, time, host, session } = await liveRig()
  for (let one = 0; one < 60; one += 1) platform.append(sampleAdded(`i${one}`))
  const inbox = createInbox({ host, session, transports: [webSocket()] })
  const stop = inbox.start()
  await time.advance(0)
  await inbox.history()
  const { length, hasMore, total } = inbox.getSnapshot()
  expect([length, hasMore, total]).toEqual([50, false, 60])
  stop()
})
