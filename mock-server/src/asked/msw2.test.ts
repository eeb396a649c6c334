import type { RequestHandler, WebSocketHandler } from 'msw2'
import { setupServer } from 'msw2/node'
import { expect, test, vi } from 'vitest'
import { demoMock } from './asked.ts'
import { contract } from './contract.ts'

vi.mock('msw', () => import('msw2'))

test('X-3: MSW 2.15 in Node, the contract, with the same handlers', async () => {
  const { handlers } = await import('../faces/msw/index.ts')
  const mock = await demoMock()
  // Their types are those of MSW 3; what they are made of is MSW 2, by the mock above.
  const own = handlers(mock) as unknown as (RequestHandler | WebSocketHandler)[]
  const { RequestHandler: Older } = await import('msw2')
  expect(own[0]).toBeInstanceOf(Older)
  const server = setupServer(...own)
  server.listen({ onUnhandledRequest: 'error' })
  await contract({ expect, fetch, origin: 'https://platform.test', WebSocket })
  server.close()
})
