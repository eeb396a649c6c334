import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createMockPlatform } from '@minibell/mock'
import { listen, realTimers } from '@minibell/mock/server'
import type { StoreName } from './arguments.ts'
import type { Opened } from './open-face.ts'
import { webDoors } from './web-doors.ts'

/** A real port of this machine, any that is free; `sqlite` keeps its world in a new folder, which goes when it closes. */
export async function openListening(store: StoreName): Promise<Opened> {
  const kept = store === 'sqlite' ? await newData() : undefined
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

async function newData() {
  const { openSqliteStore } = await import('@minibell/mock/sqlite')
  const folder = mkdtempSync(join(tmpdir(), 'minibell-conformance-'))
  const store = openSqliteStore(folder)
  const remove = async (): Promise<void> => {
    await store.close()
    rmSync(folder, { recursive: true })
  }
  return { store, remove }
}
