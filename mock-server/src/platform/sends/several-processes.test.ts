import { virtualTime } from '@minibell/ports'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import {
  aTemplateSend,
  aWorld,
  type BuiltPlatform,
  builtPlatform,
  memoryStore,
  startAt,
} from '../../asked/built-platform.ts'
import { seeded } from '../index.ts'
import type { StorePort } from '../store.ts'

vi.setConfig({ testTimeout: 60_000 })

/** A store that answers after a while, so that processes get into each other's way. */
function slow(store: StorePort, seed: number): StorePort {
  const random = seeded(seed)
  const wait = async (most = 8): Promise<void> => {
    for (let turns = Math.floor(random() * most); turns > 0; turns -= 1) await Promise.resolve()
  }
  return {
    ...store,
    read: (...asked) => wait().then(() => store.read(...asked)),
    commit: (commit) => wait().then(() => store.commit(commit)),
    tail: (...asked) => wait(200).then(() => store.tail(...asked)),
  }
}

async function processes(seed: number, persons = 1): Promise<readonly BuiltPlatform[]> {
  const time = virtualTime({ startAt })
  const store = memoryStore()
  const first = await builtPlatform({ time, store: slow(store, seed), world: aWorld({ people: persons }) })
  const second = await builtPlatform({ time, store: slow(store, seed + 1) })
  const third = await builtPlatform({ time, store: slow(store, seed + 2) })
  return [first, second, third]
}

const seeds = fc.integer({ min: 1, max: 1_000_000 })
const few = { numRuns: 15 }

test('MA-3: over one store, exactly one of many processes’ sends is accepted', async () => {
  await fc.assert(
    fc.asyncProperty(seeds, async (seed) => {
      const platforms = await processes(seed)
      const outcomes = await Promise.all([...platforms, ...platforms].map((platform) => platform.send()))
      expect(outcomes.filter(({ accepted }) => accepted)).toHaveLength(1)
    }),
    few,
  )
})

test('MA-5: over one store, processes share the rate to the message', async () => {
  await fc.assert(
    fc.asyncProperty(seeds, async (seed) => {
      const platforms = await processes(seed, 210)
      const sends = Array.from({ length: 210 }, (_, index) => platforms[index % 3]?.send({ to: `u_p${index + 1}` }))
      const outcomes = await Promise.all(sends)
      expect(outcomes.filter((outcome) => outcome?.accepted)).toHaveLength(200)
    }),
    { numRuns: 3 },
  )
})

test('MA-5: processes whose clocks differ by some milliseconds share the rate to the message', async () => {
  const store = memoryStore()
  const ahead = await builtPlatform({
    time: virtualTime({ startAt: startAt + 5 }),
    store,
    world: aWorld({ people: 300 }),
  })
  const behind = await builtPlatform({ time: virtualTime({ startAt }), store })
  const outcomes = []
  for (let at = 1; at <= 300; at += 1) outcomes.push(await (at % 2 === 0 ? ahead : behind).send({ to: `u_p${at}` }))
  expect(outcomes.filter(({ accepted }) => accepted)).toHaveLength(200)
})

test('OA-9: over one store, the same request at once is one delivery with one id', async () => {
  await fc.assert(
    fc.asyncProperty(seeds, async (seed) => {
      const platforms = await processes(seed)
      const outcomes = await Promise.all(platforms.map(({ sends }) => sends.sendTemplate(aTemplateSend())))
      const ids = outcomes.map((outcome) => outcome.accepted && outcome.itemId)
      expect(new Set(ids).size).toBe(1)
      const [first] = platforms
      expect(await first?.delivery.counts(await first.session())).toMatchObject({ total: 1 })
    }),
    few,
  )
})

test('MA-7: over one store, the same request at once is one delivery with one id', async () => {
  await fc.assert(
    fc.asyncProperty(seeds, async (seed) => {
      const platforms = await processes(seed)
      for (const { rules } of platforms) for (const rule of ['MA-3', 'MA-17']) rules.setEnabled(rule, false)
      const outcomes = await Promise.all(platforms.map((platform) => platform.send({ requestId: 'r1' })))
      expect(new Set(outcomes.map((outcome) => outcome.accepted && outcome.itemId)).size).toBe(1)
      const [first] = platforms
      expect(await first?.delivery.counts(await first.session())).toMatchObject({ total: 1 })
    }),
    few,
  )
})

test('news are told once and in order, however slowly the log is read', async () => {
  await fc.assert(
    fc.asyncProperty(seeds, async (seed) => {
      const [first, second] = await processes(seed, 0)
      if (!first || !second) throw new Error('There are three.')
      for (const { rules } of [first, second]) for (const rule of ['MA-3', 'MA-17']) rules.setEnabled(rule, false)
      const session = await first.session()
      const news: { from: number; to: number; changes: readonly unknown[] }[] = []
      first.delivery.watch(session, (each) => news.push(each))
      await Promise.all(Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? first : second).send()))
      for (let turns = 0; turns < 50; turns += 1) await first.time.advance(0)
      expect(news.map(({ from }) => from)).toEqual([0, ...news.slice(0, -1).map(({ to }) => to)])
      expect(news.flatMap(({ changes }) => changes)).toEqual(await first.log(session))
    }),
    few,
  )
})

test('OA-9: over one store, of two bodies with one request id one is delivered', async () => {
  await fc.assert(
    fc.asyncProperty(seeds, async (seed) => {
      const platforms = await processes(seed)
      const outcomes = await Promise.all(
        platforms.map(({ sends }, index) =>
          sends.sendTemplate(aTemplateSend({ redirectUrl: `pages/detail?id=${index}` })),
        ),
      )
      const refused = outcomes.filter(({ accepted }) => !accepted)
      expect(refused).toEqual(
        Array(2).fill(expect.objectContaining({ verdict: expect.objectContaining({ rule: 'OA-9.requestId' }) })),
      )
    }),
    few,
  )
})

test('a watch in one process tells of what another sent', async () => {
  const [first, second] = await processes(1)
  if (!first || !second) throw new Error('There are three.')
  const told: number[] = []
  first.delivery.watch(await first.session(), ({ to }) => told.push(to))
  await second.send()
  for (let turns = 0; turns < 50; turns += 1) await first.time.advance(0)
  expect(told).toEqual([2])
})
