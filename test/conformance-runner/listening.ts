import { createMockPlatform } from '@minibell/mock'
import { listen, realTimers } from '@minibell/mock/server'
import type { Opened } from './open-face.ts'
import { webDoors } from './web-doors.ts'

/** A real port of this machine, any that is free. */
export async function openListening(): Promise<Opened> {
  const mock = await createMockPlatform({ timers: realTimers })
  const server = await listen(mock, { port: 0 })
  return { doors: webDoors(server.url), close: () => server.close() }
}
