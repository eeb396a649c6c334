import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  aSender,
  aTemplateSend,
  aWorld,
  type BuiltPlatform,
  builtPlatform,
  dayMs,
  hourMs,
  startAt,
} from '../../asked/built-platform.ts'
import { memoryStore } from '../../store/memory.ts'
import { WorldError } from './world-error.ts'

/** A platform in which much has happened. */
async function lived(): Promise<BuiltPlatform> {
  const platform = await builtPlatform()
  const first = await platform.send({ requestId: 'r1' })
  await platform.send({ sender: 'taxi', expiresAt: startAt + 5 * dayMs })
  await platform.sends.sendTemplate(aTemplateSend())
  await platform.sends.sendTemplate(aTemplateSend({ requestId: 'r2', templateCode: 'T_SMS' }))
  await platform.clock.advance(4 * dayMs)
  await platform.send()
  const session = await platform.session()
  const itemId = first.accepted ? first.itemId : ''
  await platform.delivery.receive(session, [{ receiptId: 'a', kind: 'opened', itemId, agoMs: 0 }], 'd1')
  await platform.delivery.receive(session, [{ receiptId: 'b', kind: 'seen', all: { upTo: 5 }, agoMs: 0 }], 'd1')
  await platform.directory.setMuted('ada', 'taxi', true)
  return platform
}

/** The inbox without its epoch. */
async function inboxOf(platform: BuiltPlatform, sender?: string) {
  const session = await platform.session('ada', sender)
  const { epoch: _, ...page } = (await platform.delivery.snapshot(session, { max: 200 })) as { epoch: string }
  return { page, counts: await platform.delivery.counts(session), log: await platform.log(session) }
}

const copy = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value))

test('an export, as JSON, gives another platform the same inbox, log, texts and limits', async () => {
  const platform = await lived()
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
  const platform = await lived()
  const first = await platform.worlds.export()
  const other = await builtPlatform({ world: copy(first) })
  const second = await other.worlds.export()
  expect({ ...second, state: { ...(second.state as object), epoch: '' } }).toEqual({
    ...first,
    state: { ...(first.state as object), epoch: '' },
  })
})

test('an import starts a larger epoch and tells every watch; ids go on without repeats', async () => {
  const platform = await lived()
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
  const platform = await lived()
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

const world = aWorld()
const [bills] = world.senders
const counts = { total: 0, unseen: 0, unread: 0 }
const head = { top: 1, last: 0, counts, seenUpTo: 0, readUpTo: 0, texts: 0 }

test.each([
  ['', null, null],
  ['', [], []],
  ['', 'demo', 'demo'],
  ['format', 'other', { ...world, format: 'other' }],
  ['version', 2, { ...world, version: 2 }],
  ['name', undefined, { ...world, name: undefined }],
  ['seed', 1.5, { ...world, seed: 1.5 }],
  ['clock.running', 'yes', { ...world, clock: { at: 0, running: 'yes' } }],
  ['senders', 'bills', { ...world, senders: 'bills' }],
  ['senders[0].capability', 'sure', { ...world, senders: [{ ...bills, capability: 'sure' }] }],
  ['senders[0].wireId', 'x'.repeat(33), { ...world, senders: [{ ...bills, wireId: 'x'.repeat(33) }] }],
  [
    'senders[0].pages[1].path',
    '',
    {
      ...world,
      senders: [
        {
          ...bills,
          pages: [
            { path: 'a', title: 'A' },
            { path: '', title: 'B' },
          ],
        },
      ],
    },
  ],
  ['senders[3].id', 'bills', { ...world, senders: [...world.senders, { ...bills, wireId: 'other' }] }],
  ['senders[3].wireId', 'miniapp mp_bills', { ...world, senders: [...world.senders, { ...bills, id: 'other' }] }],
  ['persons[0].timeZone', 'Mars/Base', { ...world, persons: [{ ...world.persons[0], timeZone: 'Mars/Base' }] }],
  [
    'persons[1].recipientIds[0]',
    'acme u_ada',
    {
      ...world,
      persons: world.persons.map((person) => ({ ...person, recipientIds: [{ account: 'acme', id: 'u_ada' }] })),
    },
  ],
  ['uses[0].person', 'eve', { ...world, uses: [{ person: 'eve', sender: 'bills', at: 0 }] }],
  ['uses[0].sender', 'none', { ...world, uses: [{ person: 'ada', sender: 'none', at: 0 }] }],
  ['uses[0].at', 'P1M', { ...world, uses: [{ person: 'ada', sender: 'bills', at: 'P1M' }] }],
  ['uses[0].at', '-P', { ...world, uses: [{ person: 'ada', sender: 'bills', at: '-P' }] }],
  ['uses[0].at', '2026-01-01', { ...world, uses: [{ person: 'ada', sender: 'bills', at: '2026-01-01' }] }],
  [
    'uses[0].at',
    '2026-13-01T00:00Z',
    { ...world, uses: [{ person: 'ada', sender: 'bills', at: '2026-13-01T00:00Z' }] },
  ],
  [
    'templates[0].texts.en.title',
    '',
    { ...world, templates: [{ ...world.templates[0], texts: { en: { title: '', content: 'c' } } }] },
  ],
  ['templates[0].texts', {}, { ...world, templates: [{ ...world.templates[0], texts: {} }] }],
  ['sessions[0].scope.kind', 'all', { ...world, sessions: [{ token: 't', person: 'ada', scope: { kind: 'all' } }] }],
  [
    'sessions[0].scope.sender',
    'none',
    { ...world, sessions: [{ token: 't', person: 'ada', scope: { kind: 'sender', sender: 'none' } }] },
  ],
  [
    'state.partitions[0].partition',
    'world',
    {
      ...world,
      state: { epoch: '0'.repeat(13), partitions: [{ partition: 'world', values: [], base: 0, entries: [] }] },
    },
  ],
  [
    'state.partitions[0].entries',
    [],
    {
      ...world,
      state: {
        epoch: '0'.repeat(13),
        partitions: [{ partition: 'person/ada', values: [['head', head]], base: 0, entries: [] }],
      },
    },
  ],
  ['state.epoch', 'z', { ...world, state: { epoch: 'z', partitions: [] } }],
] as const)(
  'a world whose %s is %j is refused, with path, value and mend, and changes nothing',
  async (path, value, bad) => {
    const platform = await lived()
    const before = copy(await platform.worlds.export())
    const epoch = await epochOf(platform)
    const error: unknown = await platform.worlds.import(bad).catch((fault: unknown) => fault)
    expect(error).toBeInstanceOf(WorldError)
    expect(error).toMatchObject({
      path,
      value,
      message: expect.stringMatching(/^Failed to load .+: it is .+\. Give .+\.$/),
    })
    const { sessions: _, ...after } = await platform.worlds.export()
    expect(after).toEqual({ ...before, sessions: undefined })
    expect(await epochOf(platform)).toBe(epoch)
    await expect(builtPlatform({ world: bad })).rejects.toBeInstanceOf(WorldError)
  },
)

test('a world with any one value replaced is taken or refused with its path, and never half', async () => {
  const whole = copy(await (await lived()).worlds.export())
  const strange = fc.oneof(
    fc.constantFrom(null, true, -1, 1e300, '', '\u0000', '__proto__', 'x'.repeat(5_000)),
    fc.jsonValue(),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(50), { minLength: 1, maxLength: 9 }), strange, async (path, value) => {
      const platform = await builtPlatform({ store: memoryStore() })
      const before = copy(await platform.worlds.export())
      try {
        await platform.worlds.import(replaced(whole, path, value))
      } catch (error) {
        expect(error).toBeInstanceOf(WorldError)
        expect(copy(await platform.worlds.export())).toEqual(before)
        return
      }
      await lookAround(platform)
    }),
    { numRuns: 200 },
  )
})

/** Whatever a strange world holds, nobody who asks gets more than an answer or a mistake of their own. */
async function lookAround({ directory, delivery, sends, clock, worlds }: BuiltPlatform): Promise<void> {
  for (const { id } of await directory.persons()) {
    const session = await delivery.openSession({ person: id, scope: { kind: 'host' } })
    await delivery.snapshot(session, { max: 200 })
    const { epoch, base } = await delivery.position(session)
    await delivery.changes(session, { epoch, offset: base, max: 1_000 })
    await delivery.receive(session, [{ receiptId: 'r', kind: 'read', all: { upTo: 3 }, agoMs: 0 }], 'd1')
  }
  for (const { id, platform } of await directory.senders()) {
    const content = { title: 'New', content: 'It is new.', jumpUrl: 'pages/detail' }
    if (platform === 'miniapp')
      await sends.sendService({ sender: id, recipientIds: ['u_ada'], content, requestId: 'r1' })
    else await sends.sendTemplate(aTemplateSend({ sender: id }))
  }
  await clock.advance(dayMs)
  await worlds.export()
}

/** A copy with the member replaced to which the numbers lead; they wrap around, and stop at a leaf. */
function replaced(whole: unknown, [at = 0, ...path]: readonly number[], value: unknown): unknown {
  if (typeof whole !== 'object' || whole === null) return value
  const keys = Object.keys(whole)
  const key = keys[at % Math.max(1, keys.length)]
  if (key === undefined) return value
  const inner: unknown = path.length === 0 ? value : replaced((whole as Record<string, unknown>)[key], path, value)
  return Array.isArray(whole)
    ? whole.map((each: unknown, index) => (String(index) === key ? inner : each))
    : { ...whole, [key]: inner }
}

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
