import { expect, test } from 'vitest'
import { outbox } from '../receipts/outbox.ts'
import { memoryStorage } from '../testing/memory-storage.ts'
import { rig } from '../testing/rig.ts'
import { sampleAdded } from '../testing/samples.ts'
import { cache } from './cache.ts'

async function signedIn(storage = memoryStorage()) {
  const made = rig({ outbox: outbox(storage), cache: cache(storage) })
  made.platform.append(sampleAdded('a'), sampleAdded('b'))
  made.inbox.start()
  await made.time.advance(3_000)
  return { ...made, storage }
}

test('signing out empties the snapshot and the badge, and leaves nothing of the person on the device', async () => {
  const { inbox, platform, storage, time } = await signedIn()
  const scoped = rig({
    platform,
    time,
    outbox: outbox(storage),
    cache: cache(storage),
    session: { scope: { kind: 'sender', sender: 'kijani' } },
  })
  const stop = scoped.inbox.start()
  await time.advance(3_000)
  stop()
  platform.levers.before = () => Promise.reject(new Error('offline'))
  inbox.markRead(['a'])
  await time.advance(0)
  let badge = -1
  inbox.subscribe(() => {
    badge = inbox.getSnapshot().unseen
  })
  await inbox.signOut()
  const { length, total, unseen, unread, position, status } = inbox.getSnapshot()
  expect([length, total, unseen, unread, position, status.phase, badge]).toEqual([0, 0, 0, 0, undefined, 'offline', 0])
  expect([...storage.entries.keys()]).toEqual(['minibell/device'])
  await time.advance(60_000)
  expect([[...storage.entries.keys()], time.waiting()]).toEqual([['minibell/device'], 0])
})

test.each(['/snapshot', '/changes', '/receipts'])(
  'a sign-out while %s is under way shows and sends nothing more of the person',
  async (path) => {
    const { inbox, platform, storage, time, of } = await signedIn()
    let release = () => {}
    platform.levers.before = ({ url }) =>
      url.includes(path)
        ? new Promise((resolve) => {
            release = () => resolve(undefined)
          })
        : undefined
    platform.append(sampleAdded('c'))
    inbox.markRead(['a'])
    if (path === '/snapshot') platform.log.restart('e2')
    inbox.retry()
    await time.advance(600)
    const before = [of('received').flat().length, platform.requests.length]
    await inbox.signOut()
    release()
    await time.advance(60_000)
    expect([of('received').flat().length, platform.requests.length]).toEqual(before)
    expect([inbox.getSnapshot().length, inbox.find('a'), [...storage.entries.keys()]]).toEqual([
      0,
      undefined,
      ['minibell/device'],
    ])
  },
)

test('a sign-out while the token is asked for sends no request with it', async () => {
  let give = (_: string) => {}
  const storage = memoryStorage()
  const { inbox, platform, time } = rig({
    outbox: outbox(storage),
    cache: cache(storage),
    session: {
      getToken: () =>
        new Promise<string>((resolve) => {
          give = resolve
        }),
    },
  })
  inbox.start()
  await time.advance(0)
  await inbox.signOut()
  give('late')
  await time.advance(10_000)
  expect([platform.requests, platform.connections]).toEqual([[], []])
})

test('a sign-out while the storage is read shows nothing of the person', async () => {
  const { storage, platform, time, inbox: before } = await signedIn()
  before.start()()
  await time.advance(0)
  let release = () => {}
  const { keys } = storage
  storage.keys = (prefix) =>
    new Promise((resolve) => {
      const last = release
      release = () => {
        last()
        resolve(keys(prefix))
      }
    })
  const { inbox } = rig({ platform, time, outbox: outbox(storage), cache: cache(storage) })
  inbox.start()
  const out = inbox.signOut()
  await time.advance(0)
  storage.keys = keys
  release()
  await out
  await time.advance(10_000)
  expect([inbox.getSnapshot().length, [...storage.entries.keys()]]).toEqual([0, ['minibell/device']])
})

test('the next person on the same device sees and tells nothing of the former', async () => {
  const { inbox, platform, storage, time } = await signedIn()
  platform.levers.before = ({ url }) => (url.endsWith('/receipts') ? { status: 503, body: '' } : undefined)
  inbox.markRead(['a', 'b'])
  await time.advance(700)
  await inbox.signOut()
  delete platform.levers.before
  const told = platform.receipts.length
  const next = rig({ time, outbox: outbox(storage), cache: cache(storage), session: { person: 'brian' } })
  next.inbox.start()
  await time.advance(10_000)
  expect([next.inbox.getSnapshot().length, next.platform.receipts, platform.receipts.length]).toEqual([0, [], told])
})

test('a storage that fails while signing out is reported, and the inbox is empty all the same', async () => {
  const { inbox, storage, reported } = await signedIn()
  storage.failure = new Error('gone')
  await inbox.signOut()
  expect([inbox.getSnapshot().length, reported.map(([, context]) => context).sort()]).toEqual([0, ['cache', 'outbox']])
})
