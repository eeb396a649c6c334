import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Pushed } from 'co-wechat'

/** A developer's server that is up. */
export interface Developer {
  /** An address of its own, and what came there. */
  desk(): { readonly url: string; readonly got: readonly Pushed[] }
  close(): void
}

interface Line {
  readonly port?: number
  readonly path?: string
  readonly message?: Pushed
}

/** `token`: its own idea of the account's token. */
export async function hire(token?: string): Promise<Developer> {
  const file = new URL('developer.ts', import.meta.url).pathname
  const child = spawn(process.execPath, [file, ...(token === undefined ? [] : [token])], {
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const desks = new Map<string, Pushed[]>()
  const port = await new Promise<number>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`Failed to start the developer's server: it ended with ${code}.`)))
    createInterface({ input: child.stdout }).on('line', (text) => {
      // `developer.ts` writes nothing else.
      const line = JSON.parse(text) as Line
      if (line.port !== undefined) resolve(line.port)
      if (line.message) desks.get(line.path ?? '')?.push(line.message)
    })
  })
  return {
    desk() {
      const got: Pushed[] = []
      const path = `/wechat/${desks.size}`
      desks.set(path, got)
      return { url: `http://127.0.0.1:${port}${path}`, got }
    },
    close: () => child.stdin.end(),
  }
}
