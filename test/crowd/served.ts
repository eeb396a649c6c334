import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** The platform under the crowd. */
export interface Served {
  readonly url: string
  /** Bytes that it holds after a collection, buffers outside its heap included. */
  bytes(): Promise<number>
  /** One number of its metrics. */
  metric(name: string): Promise<number>
  /** A send to a person, of about 1,500 bytes on the wire. */
  send(person: string, number: number): Promise<void>
  stop(): void
}

const long = '消息内容'.repeat(120)

export async function served(): Promise<Served> {
  const child = fork(fileURLToPath(new URL('server.ts', import.meta.url)), [], {
    execArgv: ['--no-warnings', '--conditions=minibell-source', '--expose-gc'],
  })
  const ended = once(child, 'exit').then(() =>
    Promise.reject(new Error('Failed to serve the crowd: the server ended.')),
  )
  ended.catch(() => undefined)
  const heard = async (): Promise<unknown> => (await Promise.race([once(child, 'message'), ended]))[0]
  // The child says nothing but this.
  const { url } = (await heard()) as { readonly url: string }
  // What spaces messages to one person out is not what is asked here.
  for (const rule of ['MA-3', 'MA-5', 'MA-17'])
    await fetch(`${url}/control/v1/rules/${rule}`, { method: 'PUT', body: '{"enabled":false}' })
  return {
    url,
    async bytes() {
      const told = heard()
      child.send({})
      return ((await told) as { readonly bytes: number }).bytes
    },
    async metric(name) {
      const text = await (await fetch(`${url}/metrics`)).text()
      return Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(text)?.[1])
    },
    async send(person, number) {
      const message = { title: `Number ${number}`, content: long, jumpUrl: 'pages/home/index' }
      const body = JSON.stringify({ miniappId: 'crowd', uniqueIds: [person], message })
      const answer = await fetch(`${url}/miniapp/v1/messages/send`, { method: 'POST', body })
      const { code, message: why } = (await answer.json()) as { readonly code: number; readonly message: string }
      if (code !== 0) throw new Error(`A send was refused with ${code}: ${why}`)
    },
    stop: () => void child.kill('SIGKILL'),
  }
}
