import { WebSocket } from 'ws'
import { childOf } from './child.ts'
import { type Size, sendOf } from './world.ts'

/** What one fan-out cost. */
export interface Pushed {
  /** Frames that arrived, for each second of the server's processor. */
  readonly framesPerCpuSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
}

/** Sends `pushes` messages to one person with so many sockets, each after the one before has arrived everywhere. */
export async function push(
  kind: string,
  options: { readonly sockets: number; readonly pushes: number },
): Promise<Pushed> {
  const size: Size = { senders: options.pushes + 20, persons: 1, sessions: options.sockets }
  const child = await childOf(kind, size)
  const crowd = await crowdOf(child.port, options.sockets)
  const url = `http://127.0.0.1:${child.port}/miniapp/v1/messages/send`
  const one = async (at: number): Promise<void> => {
    const all = crowd.all()
    await (await fetch(url, { method: 'POST', body: sendOf(at, size) })).text()
    await all
  }
  for (let at = 0; at < 20; at += 1) await one(at)
  crowd.forget()
  const before = await child.cpuSeconds()
  for (let at = 20; at < 20 + options.pushes; at += 1) await one(at)
  const after = await child.cpuSeconds()
  const times = crowd.times().sort((a, b) => a - b)
  crowd.close()
  child.stop()
  return {
    framesPerCpuSecond: (options.pushes * options.sockets) / (after - before),
    p50Ms: times[times.length >> 1] ?? Number.NaN,
    p99Ms: times[Math.floor(times.length * 0.99)] ?? Number.NaN,
  }
}

interface Crowd {
  /** Resolves when every socket has had one more message. */
  all(): Promise<void>
  times(): number[]
  forget(): void
  close(): void
}

async function crowdOf(port: number, count: number): Promise<Crowd> {
  let times: number[] = []
  let [startedAt, missing] = [0, 0]
  let settle: () => void = () => undefined
  const hear = (text: string): void => {
    if (!text.includes('"batch"') || !text.includes('"added"')) return
    times.push(performance.now() - startedAt)
    missing -= 1
    if (missing === 0) settle()
  }
  const sockets: WebSocket[] = []
  while (sockets.length < count) {
    const some = Array.from({ length: Math.min(100, count - sockets.length) }, (_, at) =>
      socketTo(port, { session: `session-p0-${sockets.length + at}`, hear }),
    )
    sockets.push(...(await Promise.all(some)))
  }
  return {
    all: () =>
      new Promise((resolve) => {
        ;[startedAt, missing, settle] = [performance.now(), count, resolve]
      }),
    times: () => times,
    forget() {
      times = []
    },
    close: () => {
      for (const socket of sockets) socket.terminate()
    },
  }
}

/** A socket that is live: it has said what it has, and was answered. */
function socketTo(
  port: number,
  { session, hear }: { readonly session: string; readonly hear: (text: string) => void },
): Promise<WebSocket> {
  const options = { perMessageDeflate: false, headers: { authorization: `Bearer ${session}` } }
  const socket = new WebSocket(`ws://127.0.0.1:${port}/delivery/v1/socket`, options)
  return new Promise((resolve, reject) => {
    socket.on('error', reject)
    socket.on('message', (data) => {
      const text = String(data)
      if (text === '{"type":"hello"}') return resolve(socket)
      if (text.startsWith('{"type":"hello"')) socket.send('{"type":"resume","epoch":"","offset":0,"deviceId":"bench"}')
      else if (text.startsWith('{"type":"resumed"')) resolve(socket)
      else hear(text)
    })
  })
}
