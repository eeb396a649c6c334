import type { Connection, Http, HttpRequest, HttpResponse, Socket } from '@minibell/ports'
import type { Thread } from './thread.ts'

/** Where a fake host's requests and sockets really lead: a mock's in-process face, or a test's own. */
export interface FarSide {
  readonly http: Http
  readonly socket: Socket
}

/** A socket as its host sees it, before it is worded. */
export interface Wire {
  onOpen?: () => void
  onText?: (text: string) => void
  onEnd?: (code: number, reason: string) => void
  send(text: string): void
  close(code?: number, reason?: string): void
}

/** The host's requests and sockets: a number at a time, cut when the thread stops. */
export interface Network {
  /** Rejects as a network does; the abort too. */
  request(request: HttpRequest): { readonly answer: Promise<HttpResponse>; abort(): void }
  /** Throws when there are too many. */
  connect(url: string): Wire
  readonly busy: () => number
}

export function createNetwork(
  { http, socket }: FarSide,
  thread: Thread,
  most: { readonly requests: number; readonly sockets: number },
): Network {
  const underWay = new Set<() => void>()
  const wires = new Set<Wire>()
  let why = 'abort'

  thread.onSuspend(() => {
    why = 'interrupted'
    for (const abort of Array.from(underWay)) abort()
    why = 'abort'
    for (const wire of Array.from(wires)) wire.close(1006)
  })

  return {
    busy: () => underWay.size,
    request(request) {
      if (!/^https?:\/\/./.test(request.url)) return { answer: Promise.reject(new Error('invalid url')), abort() {} }
      if (underWay.size >= most.requests)
        return { answer: Promise.reject(new Error('exceed max task count')), abort() {} }
      const exchange = http(request)
      let abort = (): void => {}
      const ended = new Promise<never>((_, reject) => {
        abort = () => {
          exchange.abort()
          reject(new Error(why))
        }
      })
      underWay.add(abort)
      const answer = Promise.race([exchange.response, ended])
      const over = (): void => void underWay.delete(abort)
      answer.then(over, over)
      return { answer, abort }
    },
    connect(url) {
      if (!/^wss?:\/\/./.test(url)) throw new Error('invalid url')
      if (wires.size >= most.sockets) throw new Error('exceed max task count')
      const wire = connectWire(socket, thread, url, () => wires.delete(wire))
      wires.add(wire)
      return wire
    },
  }
}

function connectWire(socket: Socket, thread: Thread, url: string, ended: () => void): Wire {
  let isOver = false
  const end = (code: number, reason: string): void => {
    if (isOver) return
    isOver = true
    ended()
    thread.run(() => wire.onEnd && wire.onEnd(code, reason))
  }
  const wire: Wire = {
    send: (text) => connection.send(text),
    close(code = 1000, reason = '') {
      connection.close(code === 1006 ? 1000 : code, reason)
      Promise.resolve().then(() => end(code, reason))
    },
  }
  const connection: Connection = socket(url, {
    opened: () => thread.run(() => !isOver && wire.onOpen && wire.onOpen()),
    received: (text) => thread.run(() => !isOver && wire.onText && wire.onText(text)),
    closed: end,
  })
  return wire
}
