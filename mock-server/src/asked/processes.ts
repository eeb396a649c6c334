import type { Http } from '@minibell/ports'
import { afterAll, afterEach, test, vi } from 'vitest'
import { type OwnRedis, ownRedis, redisOnPath } from '../../../test/tools/redis.ts'
import { realTimers } from '../faces/server/index.ts'
import { createMockPlatform, type MockPlatform } from '../index.ts'
import { openRedisStore, type RedisStore } from '../store/redis/index.ts'
import { manyWorld } from './load.ts'

vi.setConfig({ testTimeout: 60_000 })

/** A test that is skipped where there is no Redis on the PATH. */
export const on = redisOnPath() === undefined ? test.skip : test
export const clock = { now: () => Date.now() }
export const many = { ...(manyWorld({ senders: 2, persons: 250 }) as object) }
export const message = { title: 'A message', content: 'Number 1.', jumpUrl: 'pages/home/index' }

let redis: Promise<OwnRedis> | undefined
let prefixes = 0
const opened: (readonly [MockPlatform, RedisStore])[] = []

afterEach(async () => {
  for (const [mock, store] of opened.splice(0)) {
    mock.close()
    await store.close()
  }
})

afterAll(async () => (await redis)?.stop())

/** The one that all processes of a file are on. */
export function theRedis(): Promise<OwnRedis> {
  redis ??= ownRedis()
  return redis
}

/** Processes, as far as the store can tell: each has connections, locks and a name of its own. */
export async function processes(count: number, world: unknown = many): Promise<readonly MockPlatform[]> {
  const url = await freshUrl()
  return Promise.all(Array.from({ length: count }, () => processAt(url, { world })))
}

/** Where nothing is yet. */
export async function freshUrl(): Promise<string> {
  prefixes += 1
  return `${(await theRedis()).url}/?prefix=several${prefixes}`
}

/** `over`: what the platform sees of the store. */
export async function processAt(
  url: string,
  {
    world = many,
    http,
    over = (store) => store,
  }: { readonly world?: unknown; readonly http?: Http; readonly over?: (store: RedisStore) => RedisStore },
): Promise<MockPlatform> {
  const store = await openRedisStore(url)
  const mock = await createMockPlatform({
    store: over(store),
    clock,
    timers: realTimers,
    world,
    ...(http && { http }),
  })
  opened.push([mock, store])
  return mock
}

/** It does nothing more, and the others count it as dead. */
export async function kill(mock: MockPlatform): Promise<void> {
  mock.close()
  await opened.find(([one]) => one === mock)?.[1].close()
}

/** Members of the answers that are looked at. */
interface Answered {
  readonly epoch: string
  readonly at: number
  readonly code: number
  readonly rules: readonly { readonly id: string }[]
  readonly faults: unknown
  readonly rows: unknown
  readonly accepted: unknown
  readonly data?: { readonly results: readonly { readonly itemId: string }[] }
}

export async function ask(
  mock: MockPlatform | undefined,
  line: string,
  body?: unknown,
): Promise<{ status: number; json: Answered }> {
  const [method = 'GET', path = ''] = line.split(' ')
  const headers = { authorization: 'Bearer session-p0' }
  const url = `http://platform.test${path}`
  const answer = await mock?.fetch(url, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: answer?.status ?? 0, json: (await answer?.json()) as Answered }
}

export const send = (mock: MockPlatform | undefined, to: string, more = {}) =>
  ask(mock, 'POST /miniapp/v1/messages/send', { miniappId: 'm0', uniqueIds: [to], message, ...more })
