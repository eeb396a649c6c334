import { registerHooks } from 'node:module'
import type { RequestHandler, WebSocketHandler } from 'msw2'
import { setupServer } from 'msw2/node'
import type { Opened } from './open-face.ts'
import { webDoors } from './web-doors.ts'

/** The same handlers under MSW 2.15: whoever asks for `msw` in this process gets the older copy. */
export async function openMsw2(): Promise<Opened> {
  registerHooks({
    resolve: (specifier, context, next) => next(specifier.replace(/^msw(?=\/|$)/, 'msw2'), context),
  })
  const { createMockPlatform } = await import('@minibell/mock')
  const { handlers } = await import('@minibell/mock/msw')
  const mock = await createMockPlatform()
  // Their types are those of MSW 3; what they are made of is MSW 2, by the hook above.
  const own = handlers(mock, { unknownPaths: 'answered' }) as unknown as (RequestHandler | WebSocketHandler)[]
  const server = setupServer(...own)
  server.listen({ onUnhandledRequest: 'error' })
  return {
    doors: webDoors('https://platform.test'),
    close: async () => {
      server.close()
      mock.close()
    },
  }
}
