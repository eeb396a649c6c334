import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  aSender,
  aTemplateSend,
  aWorld,
  type BuiltPlatform,
  builtPlatform,
  dayMs,
  hourMs,
  livedPlatform,
  startAt,
} from '../../asked/built-platform.ts'

/** The inbox without its epoch. */
async function inboxOf(platform: BuiltPlatform, sender?: string) {
  const session = await platform.session('ada', sender)
  const { epoch: _, ...page } = (await platform.delivery.snapshot(session, { max: 200 })) as { epoch: string }
  return { page, counts: await platform.delivery.counts(session), log: await platform.log(session) }
}

const copy = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value))

test('an export, as JSON, gives another platform the same inbox, log, texts and limits', async () => {
  const platform = await livedPlatform()
  const world = copy(await platform.worlds.export())
  const other = await builtPlatform({ world })
  for (const sender of [undefined, 'bills', 'taxi'])
    expect(await inboxOf(other, sender)).toEqual(await inboxOf(platform, sender))
  expect(await other.texts.of('ada')).toEqual(await platform.texts.of('ada'))
  expect(other.clock.now()).toBe(platform.clock.now())
  expect(await other.denial()).toMatchObject({ rule: 'MA-3', mendAfterMs: 3 * dayMs })
  expect(await other.send({ requestId: 'r1' })).toMatchObject({ accepted: true, repeated: true })
  expect(await other.sends.sendTemplate(aTemplateSend())).toMatchObject({ accepted: true, repeated: true })
  await other.clock.advance(dayMs)
  expect((await other.log(await other.session())).at(-1)).toMatchObject({ type: 'expired' })
})

test('what was exported and imported exports the same, but for epoch and sessions', async () => {
  const platform = await livedPlatform()
  const first = await platform.worlds.export()
  const other = await builtPlatform({ world: copy(first) })
  const second = await other.worlds.export()
  expect({ ...second, state: { ...(second.state as object), epoch: '' } }).toEqual({
    ...first,
    state: { ...(first.state as object), epoch: '' },
  })
})

test('an import starts a larger epoch and tells every watch; ids go on without repeats', async () => {
  const platform = await livedPlatform()
  platform.rules.setEnabled('MA-17', false)
  const session = await platform.session()
  const before = await platform.delivery.position(session)
  const news: unknown[] = []
  platform.delivery.watch(session, (each) => news.push(each))
  await platform.worlds.import(copy(await platform.worlds.export()))
  const after = await platform.delivery.position(session)
  expect(after).toMatchObject({ base: before.base, top: before.top })
  expect(after.epoch > before.epoch).toBe(true)
  expect(news).toEqual([{ epoch: after.epoch, from: 0, to: 0, changes: [] }])
  await platform.clock.advance(3 * dayMs)
  await platform.send()
  const ids = (await platform.log(session)).flatMap((change) => (change.type === 'added' ? [change.item.id] : []))
  expect(new Set(ids).size).toBe(ids.length)
  expect(news).toHaveLength(2 + 1)
})

test('a withdrawal finds items that were sent before the import', async () => {
  const platform = await builtPlatform()
  const sent = await platform.send({ sender: 'taxi' })
  const world = copy(await platform.worlds.export())
  const senders = [aSender('aaa'), ...world.senders]
  await platform.worlds.import({ ...world, senders })
  expect(sent.accepted && (await platform.sends.withdraw(sent.itemId))).toBe(true)
})

test('reset brings back world and clock of the start, in an epoch of its own', async () => {
  const platform = await livedPlatform()
  const epochs = [await epochOf(platform)]
  for (let times = 0; times < 3; times += 1) {
    await platform.worlds.reset()
    epochs.push(await epochOf(platform))
  }
  expect([...new Set(epochs)].sort()).toEqual(epochs)
  expect(platform.clock.now()).toBe(startAt)
  expect(await inboxOf(platform)).toMatchObject({ log: [], counts: { total: 0 } })
  expect(await platform.send()).toMatchObject({ accepted: true })
})

async function epochOf(platform: BuiltPlatform): Promise<string> {
  return (await platform.delivery.position(await platform.session())).epoch
}

test('a restart after time travel does not make epochs smaller, and goes on over the same store', async () => {
  const platform = await builtPlatform()
  await platform.clock.advance(31 * dayMs)
  const old = await epochOf(platform)
  await platform.time.advance(1_000)
  const sameStore = await builtPlatform({ store: platform.store, time: platform.time })
  expect(await epochOf(sameStore)).toBe(old)
  expect(sameStore.clock.now()).toBe(platform.clock.now())
  const newStore = await builtPlatform({ time: platform.time })
  expect((await epochOf(newStore)) > old).toBe(true)
})

test('relative instants count from the world’s clock where it has one', async () => {
  const world = { ...aWorld({ people: 0 }), clock: { at: '2030-01-01T00:00:00Z', running: false } }
  const uses = [
    { person: 'ada', sender: 'bills', at: '-P1DT1H' },
    { person: 'ada', sender: 'taxi', at: '2029-12-01T00:00:00+03:00' },
    { person: 'ada', sender: 'shop', at: 5 },
  ]
  const platform = await builtPlatform({ world: { ...world, uses } })
  const at = Date.UTC(2030, 0, 1)
  expect(await platform.directory.lastUsedAt('ada', 'bills')).toBe(at - 25 * hourMs)
  expect(await platform.directory.lastUsedAt('ada', 'taxi')).toBe(Date.UTC(2029, 10, 30, 21))
  expect(await platform.directory.lastUsedAt('ada', 'shop')).toBe(5)
  await platform.time.advance(hourMs)
  expect(platform.clock.now()).toBe(at)
  expect(platform.clock.running()).toBe(false)
  await platform.clock.advance(1)
  expect(platform.clock.now()).toBe(at + 1)
})

test('the demo world is taken', async () => {
  const demo: unknown = JSON.parse(readFileSync(new URL('../../../worlds/demo.json', import.meta.url), 'utf8'))
  const platform = await builtPlatform({ world: demo })
  expect((await platform.directory.senders()).length).toBeGreaterThan(1)
  expect(await platform.delivery.session('demo-host-amina')).toMatchObject({ person: 'amina', scope: { kind: 'host' } })
})

test('without a world there is nobody', async () => {
  const platform = await builtPlatform({ world: undefined })
  expect(await platform.directory.senders()).toEqual([])
  expect(await platform.directory.persons()).toEqual([])
})

test('sends that are under way finish before the world is replaced', async () => {
  const platform = await builtPlatform()
  const before = await epochOf(platform)
  const [sent] = await Promise.all([platform.send(), platform.worlds.reset()])
  expect(sent.accepted && sent.itemId.startsWith(before)).toBe(true)
  expect((await inboxOf(platform)).log).toEqual([])
})

test('a store that another version wrote is not opened', async () => {
  const platform = await builtPlatform()
  const [meta] = await platform.store.read('world', ['meta'])
  await platform.store.commit({
    partition: 'world',
    put: new Map([['meta', { ...(meta?.value as object), format: 2 }]]),
  })
  await expect(builtPlatform({ store: platform.store })).rejects.toThrow('it holds format 2')
})

test('a token of an earlier life is never given to somebody else', async () => {
  const platform = await builtPlatform()
  const before = await platform.session('ada')
  await platform.worlds.reset()
  expect((await platform.session('ada')).token).not.toBe(before.token)
  expect(await platform.delivery.session(before.token)).toBe('unknown')
})
