import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createPlatform, memoryStore } from '@minibell/mock'
import { listen, realClock, realTimers } from '@minibell/mock/server'
import { root } from '../../tools/files.ts'
import { builtDemo } from './built-demo.ts'

/** A listening platform with the demo's world and the demo at `/demo/`, as `npm start` makes it, on a free port. */
export interface ServedDemo {
  /** Without a slash at the end. */
  readonly url: string
  /** Any call of an API: the decoded body. Throws when it was no success. */
  call(method: string, path: string, body?: unknown): Promise<unknown>
  close(): Promise<void>
}

export async function servedDemo(): Promise<ServedDemo> {
  const world: unknown = JSON.parse(readFileSync(join(root, 'mock-server/worlds/demo.json'), 'utf8'))
  const platform = await createPlatform({ store: memoryStore(), clock: realClock, timers: realTimers, world })
  const listening = await listen(platform, { port: 0, demoDir: builtDemo() })
  const { url } = listening
  return {
    url,
    close: () => listening.close(),
    async call(method, path, body) {
      const json = { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
      const response = await fetch(`${url}${path}`, { method, ...(body === undefined ? {} : json) })
      const text = await response.text()
      if (!response.ok) throw new Error(`Failed to ${method} ${path}: ${response.status} ${text}`)
      return JSON.parse(text)
    },
  }
}
