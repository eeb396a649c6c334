import { createMockPlatform, type MockPlatform } from '@minibell/mock'
import type { Opened } from './open-face.ts'

/** The ports of a client, without a network. */
export async function openInProcess(): Promise<Opened> {
  // A super app at the platform's own address is reached without a network too.
  const mock: MockPlatform = await createMockPlatform({ http: (request) => mock.http(request) })
  return {
    doors: { fetch: mock.fetch, openSocket: mock.socket, baseUrl: 'http://platform.test' },
    close: async () => mock.close(),
  }
}
