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
