import { connect } from 'node:net'
import { type Size, sendOf } from './world.ts'

/** Requests over kept connections, one after another on each, with as little work of our own as can be. */
export interface Load {
  /** Sends until `untilMs` (of `performance.now`) and answers what came back. */
  run(untilMs: number): Promise<{ readonly asked: number; readonly accepted: number }>
  close(): void
}

const accepted = '{"code":0'

export function loadOn(port: number, { connections, ...size }: Size & { readonly connections: number }): Load {
  let number = 0
  const request = (): string => {
    const body = sendOf(number, size)
    number += 1
    return `POST /miniapp/v1/messages/send HTTP/1.1\r\nhost: localhost:${port}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`
  }
  const lines = Array.from({ length: connections }, () => lineTo(port))
  return {
    async run(untilMs) {
      const counts = { asked: 0, accepted: 0 }
      const worker = async (line: Line): Promise<void> => {
        while (performance.now() < untilMs) {
          const body = await line.exchange(request())
          counts.asked += 1
          if (body.startsWith(accepted)) counts.accepted += 1
        }
      }
      await Promise.all(lines.map(worker))
      return counts
    },
    close: () => {
      for (const line of lines) line.close()
    },
  }
}

/** One kept connection to a server. */
export interface Line {
  exchange(request: string): Promise<string>
  close(): void
}

/** One kept connection; answers must tell their length. */
export function lineTo(port: number): Line {
  const socket = connect(port, '127.0.0.1').setNoDelay()
  let came = ''
  let settle: ((body: string) => void) | undefined
  socket.setEncoding('latin1').on('data', (text: string) => {
    came += text
    const end = came.indexOf('\r\n\r\n')
    if (end < 0) return
    const chunked = /transfer-encoding: chunked/i.test(came.slice(0, end))
    const length = Number(/content-length: (\d+)/i.exec(came.slice(0, end))?.[1] ?? '0')
    if (chunked ? !came.endsWith('0\r\n\r\n') : came.length < end + 4 + length) return
    const body = chunked ? came.slice(came.indexOf('\r\n', end + 4) + 2) : came.slice(end + 4)
    came = ''
    settle?.(body)
  })
  return {
    exchange: (request) =>
      new Promise((resolve) => {
        settle = resolve
        socket.write(request)
      }),
    close: () => void socket.destroy(),
  }
}
