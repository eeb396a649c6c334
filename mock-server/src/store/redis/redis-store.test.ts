import fc from 'fast-check'
import { afterAll, afterEach, expect, test } from 'vitest'
import { command, type OwnRedis, ownRedis, redisOnPath } from '../../../../test/tools/redis.ts'
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

function theRedis(): Promise<OwnRedis> {
  redis ??= ownRedis(['--appendonly', 'no'])
  return redis
}

async function open(prefix?: string): Promise<RedisStore> {
  opened += 1
  const store = await openRedisStore(`${(await theRedis()).url}/?prefix=${prefix ?? `t${opened}`}`)
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

on('a log is a stream whose ids are the offsets, and all of a partition is in one slot', async () => {
  const store = await open('ids')
  await store.commit({ partition: 'person/a', put: new Map([['k', 1]]), append: { after: 0, entries: ['x', 'y'] } })
  await store.commit({ partition: 'person/a', append: { after: 2, entries: ['z'] } })
  const own = await theRedis()
  const keys = (await command(own, ['KEYS', 'ids:{person/a}:*'])).split(',').sort()
  expect(keys).toEqual(['ids:{person/a}:0:l', 'ids:{person/a}:0:r', 'ids:{person/a}:0:u'])
  expect(await command(own, ['XRANGE', 'ids:{person/a}:0:l', '-', '+'])).toBe('1-0,e,"x",2-0,e,"y",3-0,e,"z"')
})

on('keys are sorted when somebody asks, however many there are by then, without those that are gone', async () => {
  const store = await open()
  const names = Array.from({ length: 2_500 }, (_, at) => `k${String((at * 7) % 2_500).padStart(4, '0')}`)
  const put = (keys: readonly string[], value: unknown) =>
    store.commit({ partition: 'p', put: new Map(keys.map((key) => [key, value])) })
  await put(names, 1)
  await put(['k0003', 'k0004', 'k0005'], undefined)
  await put(['k0004', 'k9999'], 2)
  const found = async () => (await store.scan('p', { prefix: 'k', max: 9_999 })).map(({ key }) => key)
  const wanted = [...names.filter((name) => name !== 'k0003' && name !== 'k0005'), 'k9999'].sort()
  expect(await found()).toEqual(wanted)
  await put(['k0004'], undefined)
  await put(['k0003'], 3)
  expect(await found()).toEqual([...wanted.filter((name) => name !== 'k0004'), 'k0003'].sort())
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
