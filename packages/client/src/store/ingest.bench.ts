import type { Change } from '@minibell/protocol'
import { test } from 'vitest'
import { sampleItem } from '../testing/samples.ts'
import { createStore, type Store } from './store.ts'

const many = 100_000
const changes = Array.from({ length: many }, (_, index): readonly [Change] => {
  const offset = index + 1
  return [{ type: 'added', offset, item: sampleItem(`i${offset}`, { offset }) }]
})

function empty(keep: number): Store {
  const store = createStore(keep)
  const counts = { total: 0, unseen: 0, unread: 0 }
  store.refill({ epoch: 'e1', offset: 0, items: [], senders: [], counts, serverAt: 0 })
  store.news()
  return store
}

/** Each arrival is a step of its own whose snapshot is read, as a page that shows every one would. */
function arrive(store: Store): Store {
  for (const change of changes) {
    store.take(change, change[0].offset)
    store.news()
    store.snapshot()
  }
  return store
}

test('100,000 single arrivals; the goal is 1 s', async ({ bench }) => {
  const once = { iterations: 5, warmup: false }
  await bench.compare(
    bench('keeping 1,000', () => void arrive(empty(1_000))),
    bench('keeping all', () => void arrive(empty(many))),
    once,
  )
})

test('mark all read of 100,000; the goal is 0.1 ms', async ({ bench }) => {
  const store = arrive(empty(many))
  let upTo = many
  await bench('by one watermark', () => {
    upTo += 1
    store.markAll('read', upTo)
    store.news()
    store.snapshot()
  }).run()
})
