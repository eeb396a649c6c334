import { createMockPlatform } from '@minibell/mock'
import type { Opened } from './open-face.ts'

/** The ports of a client, without a network. */
export async function openInProcess(): Promise<Opened> {
  const mock = await createMockPlatform()
  return {
    doors: { fetch: mock.fetch, openSocket: mock.socket, baseUrl: 'http://platform.test' },
    close: async () => mock.close(),
  }
}
