import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createMockPlatform, type StorePort } from '@minibell/mock'
import { listen, realTimers } from '@minibell/mock/server'
import { ownRedis } from '../tools/redis.ts'
import type { StoreName } from './arguments.ts'
import type { Opened } from './open-face.ts'
import { webDoors } from './web-doors.ts'

/** A real port of this machine, any that is free; what keeps its world, a new folder or a new Redis, goes when it closes. */
export async function openListening(store: StoreName): Promise<Opened> {
  const kept = await kinds[store]?.()
  const mock = await createMockPlatform({ timers: realTimers, ...(kept && { store: kept.store }) })
  const server = await listen(mock, { port: 0 })
  return {
    doors: webDoors(server.url),
    async close() {
      await server.close()
      await kept?.remove()
    },
  }
}

interface Kept {
  readonly store: StorePort
  remove(): Promise<void>
}

async function newRedis(): Promise<Kept> {
  const { openRedisStore } = await import('@minibell/mock/redis')
  const redis = await ownRedis()
  const store = await openRedisStore(redis.url)
  const remove = async (): Promise<void> => {
    await store.close()
    await redis.stop()
  }
  return { store, remove }
}

async function newData(): Promise<Kept> {
  const { openSqliteStore } = await import('@minibell/mock/sqlite')
  const folder = mkdtempSync(join(tmpdir(), 'minibell-conformance-'))
  const store = openSqliteStore(folder)
  const remove = async (): Promise<void> => {
    await store.close()
    rmSync(folder, { recursive: true })
  }
  return { store, remove }
}

const kinds: Readonly<Partial<Record<StoreName, () => Promise<Kept>>>> = { sqlite: newData, redis: newRedis }
