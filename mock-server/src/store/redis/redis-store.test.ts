import fc from 'fast-check'
import { afterAll, afterEach, expect, test } from 'vitest'
import { type OwnRedis, ownRedis, redisOnPath } from '../../../../test/tools/redis.ts'
import { storeSuite } from '../store-suite.ts'
import { openRedisStore, type RedisStore } from './index.ts'

const noRedis = redisOnPath() === undefined && 'there is no redis-server on the PATH; npm run test:scale brings one'
const stores: RedisStore[] = []
let redis: Promise<OwnRedis> | undefined
let opened = 0

afterEach(async () => {
  for (const store of stores.splice(0)) await store.close()
})

afterAll(async () => (await redis)?.stop())

async function open(prefix?: string): Promise<RedisStore> {
  redis ??= ownRedis(['--appendonly', 'no'])
  opened += 1
  const store = await openRedisStore(`${(await redis).url}/?prefix=${prefix ?? `t${opened}`}`)
  stores.push(store)
  return store
}

const on = noRedis ? test.skip : test

storeSuite({
  name: 'redis',
  open,
  test: (title, run) => void on(noRedis ? `${title} (skipped: ${noRedis})` : title, run, 60_000),
  equal: (received, expected) => expect(received).toEqual(expected),
  forLists: (check) =>
    fc.assert(fc.asyncProperty(fc.array(fc.nat(9_999), { size: 'max', maxLength: 200 }), check), { numRuns: 10 }),
})

on('an announcement waits for who fails to look, until it has', async () => {
  const [one, other] = [await open('looks'), await open('looks')]
  const looks: string[] = []
  other.shared.onAnnounced(async (adopt) => {
    looks.push(looks.length === 0 ? 'failed' : 'looked')
    if (looks.length === 1) throw new Error('no')
    adopt()
  })
  await one.shared.announce()
  expect(looks).toEqual(['failed', 'looked'])
  await one.import([{ partition: 'p', values: [['k', 1]], base: 0, entries: [] }])
  expect((await other.read('p', ['k']))[0]?.value).toBe(1)
})

on('one process at a time has the turn, and a dead one’s is given on', async () => {
  const [one, other] = [await open('turns'), await open('turns')]
  const said: string[] = []
  const first = held()
  const [begun, waiting] = [one.shared.alone(() => first.work('first', said)), first.started]
  await waiting
  const second = other.shared.alone(async () => said.push('second'))
  first.end()
  await Promise.all([begun, second])
  expect(said).toEqual(['first', 'second'])
  const endless = held()
  void one.shared.alone(() => endless.work('endless', said))
  await endless.started
  await one.close()
  await other.shared.alone(async () => said.push('third'))
  expect(said).toEqual(['first', 'second', 'third'])
})

/** A work that goes on until it is told to end. */
function held() {
  let [start, end] = [() => {}, () => {}]
  const started = new Promise<void>((resolve) => {
    start = resolve
  })
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  return {
    started,
    end: () => end(),
    async work(name: string, said: string[]) {
      start()
      await ended
      said.push(name)
    },
  }
}
