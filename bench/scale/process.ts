import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Size } from '../server/world.ts'

/** A process of ours that is measured. */
export interface Measured {
  readonly port: number
  cpuSeconds(): Promise<number>
  /** Appends so many entries by itself, of so many bytes each; without it of those of a send. */
  append(count: number, bytes?: number): Promise<void>
  stop(): Promise<void>
}

/** What `served.ts` can be. */
export type Kind = 'memory' | 'redis' | 'appends' | 'served'

export async function measured(kind: Kind, url: string, size: Size): Promise<Measured> {
  const args = [kind, url, String(size.senders), String(size.persons)]
  const child = fork(fileURLToPath(new URL('served.ts', import.meta.url)), args, {
    execArgv: ['--conditions=minibell-source', '--no-warnings'],
  })
  const ended = once(child, 'exit').then(() => Promise.reject(new Error(`Failed to serve ${kind}: its process ended.`)))
  ended.catch(() => undefined)
  const ask = async (message?: object): Promise<unknown> => {
    const said = once(child, 'message')
    if (message) child.send(message)
    const [answer] = await Promise.race([said, ended])
    return answer
  }
  // The child says nothing but this.
  const { port } = (await ask()) as { readonly port: number }
  return {
    port,
    async cpuSeconds() {
      const { cpu } = (await ask({})) as { readonly cpu: { readonly user: number; readonly system: number } }
      return (cpu.user + cpu.system) / 1e6
    },
    async append(count, bytes) {
      await ask({ appends: count, bytes })
    },
    async stop() {
      const gone = once(child, 'exit')
      child.kill()
      await gone
    },
  }
}
