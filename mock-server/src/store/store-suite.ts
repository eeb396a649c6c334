import type { StorePort } from '../platform/store.ts'
import { storeModel } from './store-model.ts'
import { takeSteps } from './store-steps.ts'

/** What the suite needs of a runner. */
export interface StoreSuite {
  /** Of the implementation, for titles. */
  readonly name: string
  /** A new, empty store. */
  readonly open: () => Promise<StorePort>
  readonly test: (title: string, run: () => Promise<void>) => void
  /** `equal` throws when the two are not deeply equal. */
  readonly equal: (received: unknown, expected: unknown) => void
  /** Runs the check for many lists of whole numbers and shrinks a failing one. */
  readonly forLists: (check: (numbers: readonly number[]) => Promise<void>) => Promise<void>
}

/** Every store passes it. */
export function storeSuite(suite: StoreSuite): void {
  values(suite)
  logs(suite)
  watches(suite)
  whole(suite)
  suite.test(`${suite.name}: does as the model does, whatever the steps`, () =>
    suite.forLists(async (numbers) =>
      takeSteps(await suite.open(), { model: storeModel(), numbers, equal: suite.equal }),
    ),
  )
}

const partition = 'person/a'

function values({ name, open, test, equal }: StoreSuite): void {
  test(`${name}: reads what was put, in the order of the keys asked for`, async () => {
    const store = await open()
    await store.commit({
      partition,
      put: new Map<string, unknown>([
        ['b', 2],
        ['a', { deep: ['x', null, true] }],
      ]),
    })
    const rows = await store.read(partition, ['a', 'none', 'b'])
    equal(
      rows.map((row) => row?.value),
      [{ deep: ['x', null, true] }, undefined, 2],
    )
  })

  test(`${name}: a commit that expects an old version changes nothing`, async () => {
    const store = await open()
    await store.commit({ partition, put: new Map([['a', 1]]) })
    const [old] = await store.read(partition, ['a'])
    await store.commit({ partition, put: new Map([['a', 2]]) })
    const put = new Map([
      ['a', 3],
      ['b', 3],
    ])
    const late = { partition, expect: new Map([['a', old?.version ?? 0]]), put, append: { after: 0, entries: [1] } }
    equal(await store.commit(late), 'conflict')
    equal(
      (await store.read(partition, ['a', 'b'])).map((row) => row?.value),
      [2, undefined],
    )
    equal((await store.tail(partition, { after: 0, max: 9 })).top, 0)
  })

  test(`${name}: a key that was removed and put again has a new version`, async () => {
    const store = await open()
    await store.commit({ partition, put: new Map([['a', 1]]) })
    const [old] = await store.read(partition, ['a'])
    await store.commit({ partition, put: new Map([['a', undefined]]) })
    await store.commit({ partition, put: new Map([['a', 1]]) })
    const late = { partition, expect: new Map([['a', old?.version ?? 0]]), put: new Map([['a', 2]]) }
    equal(await store.commit(late), 'conflict')
  })

  test(`${name}: what is put is copied, what is read cannot be changed`, async () => {
    const store = await open()
    const value = { list: [1] }
    await store.commit({ partition, put: new Map([['a', value]]) })
    value.list.push(2)
    const [row] = await store.read(partition, ['a'])
    equal(row?.value, { list: [1] })
    equal(Object.isFrozen(row?.value), true)
  })

  test(`${name}: keys such as __proto__ are keys like any other`, async () => {
    const store = await open()
    const value: unknown = JSON.parse('{"__proto__": {"bad": 1}, "constructor": 2}')
    await store.commit({ partition: '__proto__', put: new Map([['__proto__', value]]) })
    const [row] = await store.read('__proto__', ['__proto__'])
    equal(JSON.stringify(row?.value), '{"__proto__":{"bad":1},"constructor":2}')
  })

  test(`${name}: of two that expect the same version one wins`, async () => {
    const store = await open()
    const expect = new Map([['a', 0]])
    const both = [1, 2].map((value) => store.commit({ partition, expect, put: new Map([['a', value]]) }))
    equal((await Promise.all(both)).sort(), ['conflict', 'ok'])
  })

  test(`${name}: refuses what JSON cannot say, and keeps nothing of that commit`, async () => {
    const store = await open()
    for (const bad of [Number.NaN, () => 1, new Map(), 1n]) {
      const put = new Map<string, unknown>([
        ['a', 1],
        ['b', bad],
      ])
      equal(await store.commit({ partition, put }).catch((error: unknown) => error instanceof TypeError), true)
    }
    equal(await store.read(partition, ['a', 'b']), [undefined, undefined])
  })

  test(`${name}: scans nothing between a key and itself, or from a later key to an earlier`, async () => {
    const store = await open()
    await store.commit({ partition, put: new Map([['item/1', 1]]) })
    for (const after of ['item/1', 'item/2'])
      equal(await store.scan(partition, { prefix: '', max: 9, after, before: 'item/1' }), [])
  })

  test(`${name}: scans a prefix forwards and backwards, between two keys`, async () => {
    const store = await open()
    const keys = Array.from({ length: 2_000 }, (_, index) => `item/${String(index).padStart(4, '0')}`)
    for (const key of ['a', 'item0', 'itez/1', ...[...keys].reverse()])
      await store.commit({ partition, put: new Map([[key, 1]]) })
    const scan = async (range: object) =>
      (await store.scan(partition, { prefix: 'item/', max: 3, ...range })).map(({ key }) => key)
    equal(await scan({}), ['item/0000', 'item/0001', 'item/0002'])
    equal(await scan({ reverse: true }), ['item/1999', 'item/1998', 'item/1997'])
    equal(await scan({ after: 'item/0511' }), ['item/0512', 'item/0513', 'item/0514'])
    equal(await scan({ before: 'item/1024', reverse: true }), ['item/1023', 'item/1022', 'item/1021'])
    equal(await scan({ after: 'item/1998' }), ['item/1999'])
    equal(await scan({ after: 'item/10', before: 'item/1001' }), ['item/1000'])
    equal((await store.scan(partition, { prefix: 'item/', max: 9_999 })).length, 2_000)
  })
}

function logs({ name, open, test, equal }: StoreSuite): void {
  const appending = (after: number, ...entries: readonly unknown[]) => ({ partition, append: { after, entries } })

  test(`${name}: a log gives offsets without holes and refuses another top`, async () => {
    const store = await open()
    equal(await store.commit(appending(0, 'a', 'b')), 'ok')
    equal(await store.commit(appending(1, 'c')), 'conflict')
    equal(await store.commit(appending(3, 'c')), 'conflict')
    equal(await store.commit(appending(2, 'c')), 'ok')
    equal(await store.tail(partition, { after: 1, max: 9 }), { base: 0, top: 3, entries: ['b', 'c'] })
    equal(await store.tail(partition, { after: 0, max: 1 }), { base: 0, top: 3, entries: ['a'] })
    equal(await store.tail(partition, { after: 3, max: 9 }), { base: 0, top: 3, entries: [] })
  })

  test(`${name}: a trimmed log goes on at its top`, async () => {
    const store = await open()
    await store.commit(appending(0, 'a', 'b', 'c'))
    await store.trim(partition, 2)
    await store.trim(partition, 1)
    equal(await store.tail(partition, { after: 0, max: 9 }), { base: 2, top: 3, entries: ['c'] })
    await store.trim(partition, 99)
    equal(await store.tail(partition, { after: 0, max: 9 }), { base: 3, top: 3, entries: [] })
    equal(await store.commit(appending(3, 'd')), 'ok')
    equal(await store.tail(partition, { after: 3, max: 9 }), { base: 3, top: 4, entries: ['d'] })
  })
}

function watches({ name, open, test, equal }: StoreSuite): void {
  test(`${name}: tells of each append to a partition, in order, until it is undone`, async () => {
    const store = await open()
    const told: unknown[] = []
    const stop = store.watch(partition, (range) => told.push(range))
    await store.commit({ partition, append: { after: 0, entries: ['a', 'b'] } })
    await store.commit({ partition, put: new Map([['a', 1]]) })
    await store.commit({ partition: 'person/b', append: { after: 0, entries: ['x'] } })
    await store.commit({ partition, append: { after: 9, entries: ['x'] } })
    await store.commit({ partition, append: { after: 2, entries: ['c'] } })
    stop()
    stop()
    await store.commit({ partition, append: { after: 3, entries: ['d'] } })
    equal(told, [
      { from: 0, to: 2 },
      { from: 2, to: 3 },
    ])
  })

  test(`${name}: the same listener twice is two watches`, async () => {
    const store = await open()
    let calls = 0
    const listener = (): void => {
      calls += 1
    }
    const stop = store.watch(partition, listener)
    store.watch(partition, listener)
    stop()
    await store.commit({ partition, append: { after: 0, entries: ['a'] } })
    equal(calls, 1)
  })
}

function whole({ name, open, test, equal }: StoreSuite): void {
  test(`${name}: an export is JSON and brings another store to the same`, async () => {
    const store = await open()
    await store.commit({ partition: 'b', put: new Map([['k', { v: 1 }]]), append: { after: 0, entries: [1, 2, 3] } })
    await store.commit({
      partition: 'a',
      put: new Map([
        ['z', 1],
        ['k', 2],
      ]),
    })
    await store.trim('b', 1)
    const dump = JSON.parse(JSON.stringify(await store.export()))
    const other = await open()
    await other.commit({ partition: 'c', put: new Map([['gone', 1]]) })
    await other.import(dump)
    equal(await other.export(), [
      {
        partition: 'a',
        values: [
          ['k', 2],
          ['z', 1],
        ],
        base: 0,
        entries: [],
      },
      { partition: 'b', values: [['k', { v: 1 }]], base: 1, entries: [2, 3] },
    ])
  })

  test(`${name}: versions read before an import never match again`, async () => {
    const store = await open()
    await store.commit({ partition, put: new Map([['a', 1]]) })
    const [old] = await store.read(partition, ['a'])
    await store.import(await store.export())
    const late = { partition, expect: new Map([['a', old?.version ?? 0]]), put: new Map([['a', 2]]) }
    equal(await store.commit(late), 'conflict')
  })
}
