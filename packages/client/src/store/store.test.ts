import { isMarked, type Snapshot } from '@minibell/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type FakeLog, fakeLog, type NewChange } from '../testing/fake-log.ts'
import { sampleAdded, sampleItem } from '../testing/samples.ts'
import { createStore, type Store } from './store.ts'

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
const senders = ['kijani', 'other']

/** Ids are added once, in any order; everything else may meet ids that are not there. */
const changes: fc.Arbitrary<readonly NewChange[]> = fc
  .array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record({
          type: fc.constant('added' as const),
          sender: fc.constantFrom(...senders),
          bubble: fc.boolean(),
        }),
      },
      fc.record({ type: fc.constantFrom('withdrawn' as const, 'expired' as const), itemId: fc.constantFrom(...ids) }),
      fc.record({
        type: fc.constant('marked' as const),
        itemIds: fc.subarray(ids),
        kind: fc.constantFrom('seen' as const, 'read' as const, 'opened' as const, 'dismissed' as const),
      }),
      fc.record({
        type: fc.constant('markedAll' as const),
        kind: fc.constantFrom('seen' as const, 'read' as const),
        upTo: fc.nat(12),
      }),
      fc.record({
        type: fc.constant('markedAll' as const),
        kind: fc.constantFrom('seen' as const, 'read' as const),
        upTo: fc.nat(12),
        sender: fc.constantFrom(...senders),
      }),
      fc.record({
        type: fc.constant('senderChanged' as const),
        sender: fc.record({
          id: fc.constantFrom(...senders),
          name: fc.constant('n'),
          status: fc.constant('available' as const),
          muted: fc.boolean(),
        }),
      }),
    ),
    { size: 'max', maxLength: 40 },
  )
  .map((drawn) => {
    let next = 0
    return drawn.flatMap((one): NewChange[] => {
      if (one.type !== 'added') return [one]
      const id = ids[next]
      next += 1
      return id
        ? [sampleAdded(id, { sender: one.sender, placement: one.bubble && next % 3 === 0 ? 'bubble' : 'list' })]
        : []
    })
  })

function started(log: FakeLog, keep = 1000): Store {
  const store = createStore(keep)
  store.refill(log.snapshot(50, undefined, 0))
  store.news()
  return store
}

function step(store: Store, log: FakeLog, change: NewChange) {
  const next = log.append(change)
  store.take([next], next.offset)
  return store.news()
}

function shown(store: Store) {
  const snapshot = store.snapshot()
  const { total, unseen, unread } = snapshot
  const rows = snapshot.slice(0, snapshot.length).map((item) => [item.id, snapshot.isSeen(item), snapshot.isRead(item)])
  return { rows, counts: { total, unseen, unread } }
}

function truth(log: FakeLog, most = 1000) {
  const rows = log.items().map(({ id }) => [id, isMarked(log.marks(id), 'seen'), isMarked(log.marks(id), 'read')])
  return { rows: rows.slice(0, most), counts: log.counts() }
}

test('DL-5: following every change ends where the platform is, counts included', () => {
  fc.assert(
    fc.property(changes, fc.nat(20), (all, first) => {
      const log = fakeLog()
      for (const change of all.slice(0, first)) log.append(change)
      const store = started(log)
      for (const change of all.slice(first)) {
        const news = step(store, log, change)
        expect(news.isDoubtful).toBe(false)
        expect(shown(store)).toEqual(truth(log))
      }
    }),
    { numRuns: 500 },
  )
})

test('counts stay exact with few items in memory, or a snapshot is asked for', () => {
  fc.assert(
    fc.property(changes, fc.nat(20), fc.integer({ min: 1, max: 4 }), (all, first, keep) => {
      const log = fakeLog()
      for (const change of all.slice(0, first)) log.append(change)
      const store = started(log, keep)
      for (const change of all.slice(first)) {
        if (step(store, log, change).isDoubtful) store.refill(log.snapshot(50, undefined, 0))
        store.news()
        expect(shown(store).counts).toEqual(log.counts())
        const { rows } = shown(store)
        expect(rows).toEqual(truth(log, rows.length).rows)
      }
    }),
    { numRuns: 500 },
  )
})

test('a snapshot stays as it was, whatever comes after', () => {
  fc.assert(
    fc.property(changes, fc.integer({ min: 1, max: 8 }), (all, keep) => {
      const log = fakeLog()
      const store = started(log, keep)
      const kept = all.map((change) => {
        step(store, log, change)
        return { snapshot: store.snapshot(), text: frozenText(store) }
      })
      for (const { snapshot, text } of kept) expect(frozenText({ snapshot: () => snapshot })).toBe(text)
    }),
    { numRuns: 200 },
  )
})

function frozenText(store: Pick<Store, 'snapshot'>): string {
  const snapshot = store.snapshot()
  const rows = Array.from({ length: snapshot.length }, (_, index) => snapshot.at(index))
  const marks = rows.map(
    (item) => item && [item.id, snapshot.indexOf(item.id), snapshot.isRead(item), snapshot.isSeen(item)],
  )
  return JSON.stringify([marks, snapshot.total, snapshot.unseen, snapshot.unread, snapshot.senders, snapshot.position])
}

test('the snapshot is one object until something changed', () => {
  const store = started(fakeLog())
  expect(store.snapshot()).toBe(store.snapshot())
})

test('an arrival copies neither rows nor marks', () => {
  const log = fakeLog()
  const store = started(log, 100)
  for (let one = 0; one < 10; one += 1) step(store, log, sampleAdded(`i${one}`))
  const copied = copiesDuring(() => {
    for (let one = 10; one < 1_010; one += 1) {
      step(store, log, sampleAdded(`i${one}`))
      store.snapshot()
    }
  })
  // A hundred rows are copied, a few times, for every hundred that left; of the rest, the one item that is told.
  expect(copied).toBeLessThan(5 * 1_000)
})

/** Elements that arrays gave away by copying, while `run` ran. */
function copiesDuring(run: () => void): number {
  let copied = 0
  const { slice, filter } = Array.prototype
  const counted = (real: (...given: never[]) => unknown[]) =>
    function (this: unknown[], ...given: never[]) {
      const result = real.apply(this, given)
      copied += result.length
      return result
    }
  // The fakes of this test use both as well, on lists that are short here.
  Object.assign(Array.prototype, { slice: counted(slice), filter: counted(filter) })
  run()
  Object.assign(Array.prototype, { slice, filter })
  return copied
}

test('DL-4: a snapshot of a new epoch keeps what is the same and tells what is new', () => {
  const log = fakeLog()
  for (const id of ['a', 'b', 'c']) log.append(sampleAdded(id))
  const store = started(log)
  const b = store.find('b')
  log.append({ type: 'withdrawn', itemId: 'c' })
  log.restart('e2')
  log.append(sampleAdded('d', { sentAt: 1 }))
  store.refill(log.snapshot(50, undefined, 0))
  expect(store.news().told).toMatchObject([['received', [{ id: 'd' }]]])
  expect(store.find('c')).toBeUndefined()
  expect(store.find('b')).toEqual(b)
  expect(shown(store)).toEqual(truth(log))
})

test('a snapshot of the same epoch gives the very objects that were held', () => {
  const log = fakeLog()
  log.append(sampleAdded('a'))
  const store = started(log)
  const a = store.snapshot().at(0)
  store.refill(JSON.parse(JSON.stringify(log.snapshot(50, undefined, 0))) as Snapshot)
  expect(store.news().told).toEqual([])
  expect(store.snapshot().at(0)).toBe(a)
})

test('an item that came and went in one batch is not told as received', () => {
  const log = fakeLog()
  const store = started(log)
  const both = [log.append(sampleAdded('a')), log.append({ type: 'withdrawn', itemId: 'a' })]
  store.take(both, 2)
  expect(store.news().told.map(([name]) => name)).toEqual(['removed'])
})

test('an unknown sender is named by its id', () => {
  const store = started(fakeLog())
  expect(store.snapshot().sender('x')).toEqual({ id: 'x', name: 'x', status: 'available', muted: false })
})

test('slice and at stay inside', () => {
  const log = fakeLog()
  for (const id of ['a', 'b', 'c']) log.append(sampleAdded(id))
  const snapshot = started(log, 2).snapshot()
  expect(snapshot.slice(0, 9).map(({ id }) => id)).toEqual(['c', 'b'])
  expect(snapshot.slice(1, 2).map(({ id }) => id)).toEqual(['b'])
  expect(snapshot.slice(5, 9)).toEqual([])
  expect([snapshot.at(-1), snapshot.at(2), snapshot.at(1)?.id]).toEqual([undefined, undefined, 'b'])
  expect([snapshot.indexOf('c'), snapshot.indexOf('a')]).toEqual([0, -1])
  expect(snapshot.hasMore).toBe(true)
})

test('a bubble-only item is found and told, and is in no list and no count', () => {
  const log = fakeLog()
  const store = started(log)
  const news = step(store, log, { type: 'added', item: sampleItem('p', { placement: 'bubble' }) })
  expect(news.told).toMatchObject([['received', [{ id: 'p' }]]])
  expect([store.find('p')?.id, store.snapshot().length, store.snapshot().total]).toEqual(['p', 0, 0])
})

test('a batch larger than what is kept is told whole', () => {
  const log = fakeLog()
  const store = started(log, 2)
  store.take(
    ids.map((id) => log.append(sampleAdded(id))),
    ids.length,
  )
  expect(store.news().told).toMatchObject([['received', ids.map((id) => ({ id }))]])
  expect(store.snapshot().length).toBe(2)
})

test('DL-4: of a new epoch nothing is news when older items had left memory and nothing that was held is met', () => {
  const log = fakeLog()
  for (const id of ['a', 'b', 'c']) log.append(sampleAdded(id))
  const store = started(log, 2)
  log.append({ type: 'withdrawn', itemId: 'b' })
  log.append({ type: 'withdrawn', itemId: 'c' })
  log.restart('e2')
  store.refill(log.snapshot(50, undefined, 0))
  expect(store.news().told).toEqual([])
  expect(shown(store)).toEqual(truth(log))
})
