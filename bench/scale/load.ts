import { lineTo } from '../server/load.ts'
import type { Size } from '../server/world.ts'
import { sendOf } from './sends.ts'

export interface Sends {
  readonly accepted: number
  readonly asked: number
  readonly p50Ms: number
  readonly p99Ms: number
}

/** Sends the numbers `[from, from + count)`, spread over all ports, so many under way at each of them. */
export async function sendAll(
  ports: readonly number[],
  {
    from,
    count,
    underWay = 64,
    ...size
  }: Size & { readonly from: number; readonly count: number; readonly underWay?: number },
): Promise<Sends> {
  const spans: number[] = []
  let at = from
  let accepted = 0
  const lines = Array.from({ length: underWay * ports.length }, (_, place) => ({
    port: ports[place % ports.length] ?? 0,
  }))
  await Promise.all(
    lines.map(async ({ port }) => {
      const line = lineTo(port)
      while (at < from + count) {
        const body = sendOf(at, size)
        at += 1
        const startedAt = performance.now()
        const head = `POST /miniapp/v1/messages/send HTTP/1.1\r\nhost: localhost:${port}\r\ncontent-type: application/json`
        const answer = await line.exchange(`${head}\r\ncontent-length: ${body.length}\r\n\r\n${body}`)
        spans.push(performance.now() - startedAt)
        if (answer.startsWith('{"code":0')) accepted += 1
      }
      line.close()
    }),
  )
  spans.sort((one, other) => one - other)
  return {
    accepted,
    asked: count,
    p50Ms: spans[Math.floor(count * 0.5)] ?? 0,
    p99Ms: spans[Math.floor(count * 0.99)] ?? 0,
  }
}

export interface Phones {
  /** How many news came so far. */
  heard(): number
  /** Resolves when so many came, or none for five seconds. */
  quiet(wanted: number): Promise<void>
  close(): void
}

/** Some phones of each person, each at one of the ports. */
export async function phonesAt(
  ports: readonly number[],
  { persons, phones }: { readonly persons: number; readonly phones: number },
): Promise<Phones> {
  let heard = 0
  const sockets = await Promise.all(
    Array.from({ length: persons * phones }, async (_, at) => {
      const socket = new WebSocket(`ws://localhost:${ports[at % ports.length]}/delivery/v1/socket`)
      await new Promise<void>((resolve, reject) => {
        socket.addEventListener('close', ({ code, reason }) =>
          reject(new Error(`A phone was cut off: ${code} ${reason}.`)),
        )
        socket.addEventListener('open', () =>
          socket.send(JSON.stringify({ type: 'auth', token: `session-p${at % persons}-0` })),
        )
        socket.addEventListener('message', ({ data }) => {
          const frame = JSON.parse(String(data)) as {
            readonly type: string
            readonly epoch?: string
            readonly top?: number
            readonly changes?: readonly { readonly type: string }[]
          }
          if (frame.type === 'hello')
            socket.send(JSON.stringify({ type: 'resume', epoch: frame.epoch, offset: frame.top, deviceId: 'd' }))
          if (frame.type === 'resumed') resolve()
          if (frame.type === 'batch') heard += (frame.changes ?? []).filter(({ type }) => type === 'added').length
        })
      })
      return socket
    }),
  )
  return {
    heard: () => heard,
    async quiet(wanted) {
      for (let before = -1; heard < wanted && heard !== before; ) {
        before = heard
        for (let looks = 0; looks < 50 && heard < wanted; looks += 1)
          await new Promise((resolve) => {
            setTimeout(resolve, 100)
          })
      }
    },
    close() {
      for (const socket of sockets) socket.close()
    },
  }
}
