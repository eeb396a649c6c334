import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import {
  aTemplateSend,
  aWorld,
  type BuiltPlatform,
  builtPlatform,
  dayMs,
  livedPlatform,
} from '../../asked/built-platform.ts'
import { WorldError } from './world-error.ts'

vi.setConfig({ testTimeout: 60_000 })

const copy = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value))

async function epochOf(platform: BuiltPlatform): Promise<string> {
  return (await platform.delivery.position(await platform.session())).epoch
}

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
    const platform = await livedPlatform()
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
  const whole = copy(await (await livedPlatform()).worlds.export())
  const strange = fc.oneof(
    fc.constantFrom(null, true, -1, 1e300, '', '\u0000', '__proto__', 'x'.repeat(5_000)),
    fc.jsonValue(),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(50), { minLength: 1, maxLength: 9 }), strange, async (path, value) => {
      const platform = await builtPlatform()
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
