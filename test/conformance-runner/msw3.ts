import { createMockPlatform } from '@minibell/mock'
import { handlers } from '@minibell/mock/msw'
import { setupServer } from 'msw/node'
import type { Opened } from './open-face.ts'
import { webDoors } from './web-doors.ts'

/** The handlers under MSW 3 in Node; a request that no handler takes is an error. */
export async function openMsw3(): Promise<Opened> {
  const mock = await createMockPlatform()
  const server = setupServer(...handlers(mock, { unknownPaths: 'answered' }))
  server.listen({ onUnhandledFrame: 'error' })
  return {
    doors: webDoors('https://platform.test'),
    close: async () => {
      server.close()
      mock.close()
    },
  }
}
