import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Size } from './world.ts'

/** A server in a process of its own. */
export interface Child {
  readonly port: number
  /** Seconds of the processor that it has used. */
  cpuSeconds(): Promise<number>
  /** Bytes of its heap after a collection. */
  heap(): Promise<number>
  /** Sends numbers `(from, to]` in that process. */
  send(from: number, to: number): Promise<void>
  /** Asks the rules on content, and nothing else, of the texts of those numbers. */
  judge(from: number, to: number): Promise<void>
  stop(): void
}

interface Usage {
  readonly cpu: { readonly user: number; readonly system: number }
  readonly heap: number
}

export async function childOf(kind: string, { senders, persons, sessions = 1 }: Size): Promise<Child> {
  const args = [kind, ...[senders, persons, sessions].map(String)]
  const child = fork(fileURLToPath(new URL('served.ts', import.meta.url)), args, {
    execArgv: ['--conditions=minibell-source', '--expose-gc', '--no-warnings'],
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
      const { cpu } = (await ask({})) as Usage
      return (cpu.user + cpu.system) / 1e6
    },
    heap: async () => ((await ask({ collect: true })) as Usage).heap,
    async send(from, to) {
      await ask({ sends: [from, to] })
    },
    async judge(from, to) {
      await ask({ texts: [from, to] })
    },
    stop: () => void child.kill(),
  }
}
