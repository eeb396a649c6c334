import { expect, test } from 'vitest'
import { outbox } from '../receipts/outbox.ts'
import { type MemoryStorage, memoryStorage } from '../testing/memory-storage.ts'
import { rig } from '../testing/rig.ts'
import { sampleAdded } from '../testing/samples.ts'
import { cache } from './cache.ts'

type Options = NonNullable<Parameters<typeof rig>[0]>

/** An inbox on a device whose storage is given, not started. */
function onDevice(storage: MemoryStorage, options: Options = {}) {
  return rig({ outbox: outbox(storage), cache: cache(storage), ...options })
}

/** A device that has seen `count` items and was closed. */
async function visited(count: number, options: Options = {}) {
  const storage = memoryStorage()
  const first = onDevice(storage, options)
  for (let one = 0; one < count; one += 1) first.platform.append(sampleAdded(`i${one}`))
  const stop = first.inbox.start()
  await first.time.advance(2_000)
  const { platform, time } = first
  return { storage, platform, time, first, stop }
}

const names = (storage: MemoryStorage) =>
  [...storage.entries.keys()].filter((key) => key.startsWith('minibell.inbox/')).map((key) => key.split('/').pop())

test('the inbox is on screen before the network answers, and goes on from where it was', async () => {
  const { storage, platform, time, stop } = await visited(3)
  stop()
  await time.advance(0)
  platform.append(sampleAdded('new'))
  const asked = platform.requests.length
  let release = () => {}
  platform.levers.noSockets = true
  platform.levers.before = () =>
    new Promise((resolve) => {
      release = () => resolve(undefined)
    })
  const { inbox, of } = onDevice(storage, { platform, time })
  inbox.start()
  await time.advance(0)
  const { length, total, unseen, status } = inbox.getSnapshot()
  expect([length, total, unseen, status.phase]).toEqual([3, 3, 3, 'connecting'])
  delete platform.levers.before
  release()
  await time.advance(1_000)
  expect([of('received').flat(), inbox.getSnapshot().length]).toMatchObject([[{ id: 'new' }], 4])
  const paths = platform.requests.slice(asked).map(({ url }) => url.replace(/.*v1|\?.*/g, ''))
  expect(paths.filter((path) => path === '/snapshot')).toEqual([])
  // Delivered is told for what is new alone.
  expect(platform.receipts.map((one) => 'itemId' in one && one.itemId)).toEqual(['i2', 'i1', 'i0', 'new'])
})

test('a change costs one page and the head', async () => {
  const { storage, platform, time } = await visited(100)
  await platform.log.position()
  const written: string[][] = []
  const { set } = storage
  storage.set = (entries) => {
    const own = Object.keys(entries).filter((key) => key.startsWith('minibell.inbox/'))
    if (own[0]) written.push(own.map((key) => key.split('/').pop() ?? '').sort())
    return set(entries)
  }
  platform.append(sampleAdded('new'))
  await time.advance(1_100)
  platform.append({ type: 'marked', itemIds: ['i60'], kind: 'read' })
  await time.advance(2_000)
  expect(written).toEqual([
    ['1', 'head'],
    ['0', 'head'],
  ])
})

test('marks made offline hold after a restart, and reach the platform', async () => {
  const { storage, platform, time, first, stop } = await visited(3)
  platform.levers.noSockets = true
  platform.levers.before = () => Promise.reject(new Error('offline'))
  first.inbox.markRead(['i0'])
  first.inbox.dismiss(['i1'])
  await time.advance(0)
  stop()
  await time.advance(0)
  const { inbox } = onDevice(storage, { platform, time })
  inbox.start()
  await time.advance(0)
  const shown = () => {
    const { length, total, unread } = inbox.getSnapshot()
    return { length, total, unread }
  }
  expect(shown()).toEqual({ length: 2, total: 2, unread: 1 })
  platform.levers.noSockets = false
  delete platform.levers.before
  await time.advance(60_000)
  expect(shown()).toEqual({ length: 2, total: 2, unread: 1 })
  expect(platform.log.counts()).toMatchObject({ total: 2, unread: 1 })
})

test('what waited when it was kept is shown at first, and not believed where no storage kept the receipts', async () => {
  const { storage, platform, time, first, stop } = await visited(3, { outbox: outbox() })
  platform.levers.noSockets = true
  platform.levers.before = () => Promise.reject(new Error('offline'))
  first.inbox.markRead(['i0'])
  stop()
  await time.advance(0)
  const { inbox } = onDevice(storage, { platform, time, outbox: outbox() })
  inbox.start()
  await time.advance(0)
  expect(inbox.getSnapshot().unread).toBe(2)
  platform.levers.noSockets = false
  delete platform.levers.before
  await time.advance(60_000)
  expect([inbox.getSnapshot().unread, platform.log.counts().unread]).toEqual([3, 3])
})

test('an inbox that was closed in doubt of its counts asks for them when it is opened', async () => {
  const { storage, platform, time, first, stop } = await visited(6, { keep: 2 })
  platform.levers.before = () => Promise.reject(new Error('offline'))
  platform.append({ type: 'marked', itemIds: ['i0'], kind: 'read' })
  await time.advance(0)
  expect(first.inbox.getSnapshot().unread).toBe(6)
  stop()
  await time.advance(0)
  delete platform.levers.before
  const { inbox } = onDevice(storage, { platform, time, keep: 2 })
  inbox.start()
  await time.advance(2_000)
  expect(inbox.getSnapshot().unread).toBe(5)
})

test('a new epoch met after a restart replaces what was kept', async () => {
  const { storage, platform, time, stop } = await visited(3)
  stop()
  platform.log.restart('e2', { empty: true })
  platform.append(sampleAdded('other', { sentAt: 1 }))
  const { inbox } = onDevice(storage, { platform, time })
  inbox.start()
  await time.advance(2_000)
  const again = onDevice(storage, { platform, time })
  again.inbox.start()
  await time.advance(0)
  for (const one of [inbox, again.inbox])
    expect(
      one
        .getSnapshot()
        .slice(0, 9)
        .map(({ id }) => id),
    ).toEqual(['other'])
  expect(names(storage).sort()).toEqual(['0', 'head'])
})

test.each<readonly [string, (storage: MemoryStorage, key: string) => void]>([
  ['a text that is cut', (storage, key) => storage.entries.set(key, (storage.entries.get(key) ?? '').slice(0, -9))],
  ['a page that is gone', (storage, key) => key.endsWith('/0') && storage.entries.delete(key)],
  ['another version', (storage, key) => key.endsWith('head') && storage.entries.set(key, '{"v":99}')],
  [
    'an item without an id',
    (storage, key) => key.endsWith('/0') && storage.entries.set(key, '[{"item":{},"marks":[]}]'),
  ],
])('%s is reported, thrown away and fetched anew', async (_, spoil) => {
  const { storage, platform, time, stop } = await visited(3)
  stop()
  await time.advance(0)
  for (const key of [...storage.entries.keys()]) if (key.startsWith('minibell.inbox/')) spoil(storage, key)
  const { inbox, reported } = onDevice(storage, { platform, time })
  inbox.start()
  await time.advance(2_000)
  expect([inbox.getSnapshot().length, inbox.getSnapshot().status.phase]).toEqual([3, 'live'])
  expect(reported.map(([, context]) => context)).toEqual(['cache'])
  expect(names(storage).sort()).toEqual(['0', 'head'])
})

test('a storage that is full keeps the newest that fit, and one that fails altogether costs nothing', async () => {
  const storage = memoryStorage()
  const { set } = storage
  storage.set = (entries) => {
    const room = Object.values(entries).reduce((sum, text) => sum + (text ?? '').length, 0)
    return room > 12_000 ? Promise.reject(new Error('quota')) : set(entries)
  }
  const { inbox, platform, time, reported } = onDevice(storage)
  for (let one = 0; one < 50; one += 1) platform.append(sampleAdded(`i${one}`))
  inbox.start()
  await time.advance(2_000)
  expect([inbox.getSnapshot().length, reported.map(([, context]) => context)]).toEqual([50, ['cache']])
  const second = onDevice(storage, { platform, time })
  second.inbox.start()
  platform.levers.before = () => Promise.reject(new Error('offline'))
  await time.advance(0)
  const { length, total, hasMore, at } = second.inbox.getSnapshot()
  expect([length, total, hasMore, at(0)?.id]).toEqual([25, 50, true, 'i49'])
  delete platform.levers.before
  storage.failure = new Error('private mode')
  const third = onDevice(storage, { platform, time })
  third.inbox.start()
  await time.advance(5_000)
  expect([third.inbox.getSnapshot().length, third.inbox.getSnapshot().status.phase]).toEqual([50, 'live'])
})

test('what is kept stays within its length', async () => {
  const storage = memoryStorage()
  const { platform, time, inbox } = onDevice(storage, { cache: cache(storage, { maxLength: 9_000 }) })
  for (let one = 0; one < 50; one += 1) platform.append(sampleAdded(`i${one}`))
  inbox.start()
  await time.advance(2_000)
  const lengths = [...storage.entries]
    .filter(([key]) => key.startsWith('minibell.inbox/'))
    .map(([, text]) => text.length)
  const sum = lengths.reduce((all, one) => all + one, 0)
  expect([sum > 6_000, sum <= 9_000]).toEqual([true, true])
})

test('persons and scopes are kept apart, whatever they are called', async () => {
  const { storage, platform, time, stop } = await visited(3)
  stop()
  await time.advance(0)
  platform.levers.before = () => Promise.reject(new Error('offline'))
  const held = async (session: NonNullable<Options['session']>) => {
    const { inbox } = onDevice(storage, { platform, time, session })
    inbox.start()
    await time.advance(0)
    return inbox.getSnapshot().length
  }
  expect(await held({ person: 'brian' })).toBe(0)
  expect(await held({ person: 'amina/' })).toBe(0)
  expect(await held({ scope: { kind: 'sender', sender: 'kijani' } })).toBe(0)
  expect(await held({})).toBe(3)
})

test('being hidden keeps what is there at once', async () => {
  let visible = true
  const listeners: (() => void)[] = []
  const lifecycle = {
    visible: () => visible,
    online: () => true,
    on(listener: () => void) {
      listeners.push(listener)
      return () => undefined
    },
  }
  const storage = memoryStorage()
  const { inbox, platform, time } = onDevice(storage, { host: { lifecycle } })
  inbox.start()
  platform.append(sampleAdded('a'))
  await time.advance(0)
  expect(names(storage)).toEqual([])
  visible = false
  for (const listener of listeners) listener()
  await time.advance(0)
  expect(names(storage).sort()).toEqual(['0', 'head'])
})

test('an inbox that pauses keeps what comes after', async () => {
  const { storage, platform, time, first, stop } = await visited(3)
  stop()
  await time.advance(0)
  const again = first.inbox.start()
  await time.advance(1_000)
  platform.append(sampleAdded('later'))
  await time.advance(2_000)
  expect(storage.entries.get('minibell.inbox/amina//0')).toContain('later')
  again()
  await time.advance(2_000)
  platform.levers.before = () => Promise.reject(new Error('offline'))
  const { inbox } = onDevice(storage, { platform, time })
  inbox.start()
  await time.advance(0)
  expect(inbox.getSnapshot().length).toBe(4)
})

test('a host is listened to no longer than the inbox runs', async () => {
  const listeners = new Set<() => void>()
  const lifecycle = {
    visible: () => true,
    online: () => true,
    on(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
  const storage = memoryStorage()
  const { inbox, time } = onDevice(storage, { host: { lifecycle } })
  for (let round = 0; round < 3; round += 1) {
    const stop = inbox.start()
    await time.advance(100)
    stop()
    await time.advance(100)
  }
  await inbox.signOut()
  expect(listeners.size).toBe(0)
})
