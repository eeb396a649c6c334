import { createServer, type Socket } from 'node:net'
import { afterAll, expect, test, vi } from 'vitest'
import { command, ownRedis, redisOnPath } from '../../../../test/tools/redis.ts'
import { openRedisStore } from './index.ts'

vi.setConfig({ testTimeout: 30_000 })

const on = redisOnPath() === undefined ? test.skip : test
const ends: (() => unknown)[] = []
afterAll(async () => {
  for (const end of ends) await end()
})

const opened = (url: string): Promise<unknown> =>
  openRedisStore(url).then(
    (store) => store.close(),
    (error: unknown) => error,
  )

test.each([
  ['localhost:6379', 'is no URL such as redis://localhost:6379'],
  ['http://localhost:6379', 'is no URL'],
  ['redis://', 'is no URL'],
  ['redis://a b', 'names no host and port by "a b"'],
  ['redis://localhost:99999', 'names no host and port by "localhost:99999"'],
  ['redis://localhost,', 'names no host and port by ""'],
  ['redis://:%zz@localhost', 'has a "%" without two hexadecimal digits'],
  ['redis://localhost?prefix=a{b}', 'has a prefix that is not'],
  ['redis://localhost?ttl=1', 'has a part "ttl" that is not known'],
])('%s is refused in one sentence', async (url, says) => {
  const error = await opened(url)
  expect(error).toMatchObject({ name: 'EngineError', code: 'wrong-url' })
  expect(String(error)).toContain(says)
})

test('a port where nobody answers is told, and no password with it', async () => {
  const error = await opened('redis://me:secret@127.0.0.1:1')
  expect(error).toMatchObject({ code: 'unreachable' })
  expect(String(error)).toMatch(/Failed to keep data in redis:\/\/me:\*\*\*@127\.0\.0\.1:1: nothing answers there/)
  expect(String(error)).not.toContain('secret')
})

test('a version before 7 is told', async () => {
  const old = createServer((socket: Socket) => {
    socket.on('data', (data) => {
      for (const line of String(data).match(/\*\d+\r\n(?:\$\d+\r\n[^\r]*\r\n)+/g) ?? [])
        socket.write(/INFO/.test(line) ? '$19\r\nredis_version:6.2.1\r\n' : '+OK\r\n')
    })
    socket.on('error', () => undefined)
  })
  await new Promise<void>((resolve) => old.listen(0, '127.0.0.1', resolve))
  ends.push(() => old.close())
  // A bound TCP server has an address of this kind.
  const { port } = old.address() as { port: number }
  const error = await opened(`redis://127.0.0.1:${port}`)
  expect(error).toMatchObject({ code: 'too-old' })
  expect(String(error)).toContain('its version is 6.2.1, and 7 or newer is needed')
})

on('a wrong password and a missing permission are told', async () => {
  const redis = await ownRedis()
  ends.push(redis.stop)
  await command(redis, ['ACL', 'SETUSER', 'reader', 'on', '>word', '~*', '&*', '+@read', '+info', '+@connection'])
  const at = redis.url.replace('//', '//reader:wrong@')
  expect(await opened(at)).toMatchObject({ code: 'refused' })
  const error = await opened(redis.url.replace('//', '//reader:word@'))
  expect(error).toMatchObject({ code: 'forbidden' })
  expect(String(error)).toMatch(/its user lacks a permission \(NOPERM[^)]*\)\. Give it/)
})

/** As the sentence about a missing permission says it. */
const advised = ['~minibell:*', '&minibell:*', '+@all', '-@admin', '-@dangerous', '+info']

on('a user with the permissions that are advised can do all there is', async () => {
  const redis = await ownRedis()
  ends.push(redis.stop)
  await command(redis, ['ACL', 'SETUSER', 'server', 'on', '>word', ...advised, '+cluster|info'])
  const store = await openRedisStore(redis.url.replace('//', '//server:word@'))
  ends.unshift(store.close)
  await store.import([{ partition: 'p', values: [['k', 1]], base: 0, entries: ['a'] }])
  const told: number[] = []
  store.watch('p', ({ to }) => told.push(to))
  await store.commit({ partition: 'p', append: { after: 1, entries: ['b'] }, put: new Map([['k', undefined]]) })
  await store.trim('p', 1)
  expect(await store.export()).toMatchObject([{ partition: 'p', values: [], base: 1, entries: ['b'] }])
  expect(told).toEqual([2])
})

on.each(['xadd', 'zadd', 'spublish', 'hdel', 'xtrim', 'ssubscribe'])(
  'a user that may do everything but %s is refused at the start, and nothing half done is left',
  async (missing) => {
    const redis = await ownRedis()
    ends.push(redis.stop)
    await command(redis, ['ACL', 'SETUSER', 'server', 'on', '>word', ...advised, `-${missing}`])
    const error = await opened(redis.url.replace('//', '//server:word@'))
    expect(error).toMatchObject({ code: 'forbidden' })
    expect(String(error)).toContain('its user lacks a permission')
    expect(await command(redis, ['DBSIZE'])).toBe('0')
  },
)

on('a full engine refuses a commit, keeps nothing of it, and goes on when it has room', async () => {
  const redis = await ownRedis()
  ends.push(redis.stop)
  const store = await openRedisStore(redis.url)
  ends.unshift(store.close)
  await command(redis, ['CONFIG', 'SET', 'maxmemory', '1'])
  const put = new Map([['k', 1]])
  await expect(store.commit({ partition: 'p', put, append: { after: 0, entries: ['a'] } })).rejects.toMatchObject({
    code: 'full',
  })
  await command(redis, ['CONFIG', 'SET', 'maxmemory', '0'])
  await vi.waitFor(async () => expect(await store.read('p', ['k'])).toEqual([undefined]), { timeout: 15_000 })
  expect((await store.tail('p', { after: 0, max: 9 })).top).toBe(0)
  expect(await store.commit({ partition: 'p', put })).toBe('ok')
})

on('an engine that goes away refuses at once, and all is there when it is back', async () => {
  const redis = await ownRedis()
  ends.push(redis.stop)
  const store = await openRedisStore(redis.url)
  ends.unshift(store.close)
  await store.commit({ partition: 'p', put: new Map([['k', 1]]), append: { after: 0, entries: ['a'] } })
  await redis.kill()
  await expect(store.read('p', ['k'])).rejects.toMatchObject({ code: 'away' })
  await redis.start()
  await vi.waitFor(async () => expect((await store.read('p', ['k']))[0]?.value).toBe(1), { timeout: 20_000 })
  expect(await store.tail('p', { after: 0, max: 9 })).toEqual({ base: 0, top: 1, entries: ['a'] })
})
