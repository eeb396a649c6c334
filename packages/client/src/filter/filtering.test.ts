import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { InboxSnapshot } from '../snapshot.ts'
import { createStore } from '../store/store.ts'
import { fakeLog, type NewChange } from '../testing/fake-log.ts'
import { sampleAdded, sampleItem } from '../testing/samples.ts'
import { type Filter, type Filtered, filtering } from './filtering.ts'

const filters: readonly Filter[] = [
  {},
  { sender: 'kijani' },
  { kind: 'unsupported' },
  { state: 'unread' },
  { state: 'read', sender: 'other', kind: 'service' },
]

function truth(snapshot: InboxSnapshot, { sender, kind, state }: Filter): readonly string[] {
  return snapshot
    .slice(0, snapshot.length)
    .filter((item) => !sender || item.sender === sender)
    .filter((item) => !kind || item.message.kind === kind)
    .filter((item) => !state || snapshot.isRead(item) === (state === 'read'))
    .map(({ id }) => id)
}

const ids = (filtered: Filtered) => filtered.slice(0, filtered.length).map(({ id }) => id)

const steps = fc.array(
  fc.record({ do: fc.constantFrom('add', 'add', 'add', 'read', 'readAll', 'withdraw', 'restart'), n: fc.nat(100) }),
  { size: 'max', maxLength: 40 },
)

function changeOf(log: ReturnType<typeof fakeLog>, step: { do: string; n: number }, next: number): NewChange {
  const itemId = log.items()[step.n % 8]?.id ?? 'none'
  if (step.do === 'read') return { type: 'marked', itemIds: [itemId], kind: 'read' }
  if (step.do === 'readAll') return { type: 'markedAll', kind: 'read', upTo: step.n }
  if (step.do === 'withdraw') return { type: 'withdrawn', itemId }
  const message = { kind: 'unsupported', was: 'x', title: 'x' } as const
  return sampleAdded(`i${next}`, {
    sender: step.n % 2 ? 'kijani' : 'other',
    sentAt: next,
    ...(step.n % 3 ? {} : { message }),
  })
}

test('a filter shows what a pass over the whole snapshot would, whatever changed', () => {
  fc.assert(
    fc.property(steps, fc.integer({ min: 2, max: 30 }), (all, keep) => {
      const log = fakeLog()
      const store = createStore(keep)
      store.refill(log.snapshot(50, undefined, 0))
      store.news()
      const asked = filters.map(filtering)
      const kept: { filtered: Filtered; text: string }[] = []
      all.forEach((step, index) => {
        if (step.do === 'restart') {
          log.restart(`e2.${String(index).padStart(3, '0')}`, { empty: step.n % 2 === 0 })
          store.refill(log.snapshot(5, undefined, 0))
        } else {
          const change = log.append(changeOf(log, step, index))
          store.take([change], change.offset)
        }
        store.news()
        const snapshot = store.snapshot()
        asked.forEach((ask, at) => {
          const filtered = ask(snapshot)
          expect(ids(filtered)).toEqual(truth(snapshot, filters[at] ?? {}))
          kept.push({ filtered, text: ids(filtered).join() })
        })
      })
      for (const { filtered, text } of kept) expect(ids(filtered).join()).toBe(text)
    }),
    { numRuns: 300 },
  )
})

test('an arrival costs what has arrived, and the outcome is one object until it changed', () => {
  const log = fakeLog()
  const store = createStore(Number.POSITIVE_INFINITY)
  store.refill(log.snapshot(50, undefined, 0))
  const ask = filtering({ sender: 'kijani', state: 'unread' })
  let looked = 0
  const counted = (snapshot: InboxSnapshot): InboxSnapshot => ({
    ...snapshot,
    slice(from, to) {
      looked += to - from
      return snapshot.slice(from, to)
    },
  })
  let before: Filtered | undefined
  for (let one = 0; one < 1_000; one += 1) {
    const change = log.append(sampleAdded(`i${one}`, { sender: one % 2 ? 'kijani' : 'other' }))
    store.take([change], change.offset)
    store.news()
    const filtered = ask(counted(store.snapshot()))
    expect(filtered === before).toBe(one > 0 && one % 2 === 0)
    before = filtered
  }
  expect([looked < 2_001, before?.length, before?.at(0)?.id, before?.at(500)]).toEqual([true, 500, 'i999', undefined])
})

test('a page of any size is filtered', () => {
  const store = createStore(200_000)
  const items = Array.from({ length: 200_000 }, (_, at) => {
    return { item: sampleItem(`i${at}`, { offset: 200_000 - at }), marks: [] }
  })
  const counts = { total: items.length, unseen: items.length, unread: items.length }
  store.refill({ epoch: 'e1', offset: items.length, items, senders: [], counts, serverAt: 0 })
  const { length, at } = filtering({ state: 'unread' })(store.snapshot())
  expect([length, at(0)?.id, at(length - 1)?.id]).toEqual([200_000, 'i0', 'i199999'])
})
