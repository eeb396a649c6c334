import type { Http, HttpRequest, HttpResponse, Socket, SocketEvents } from '@minibell/ports'
import { bytesFrame } from './fake-wx.ts'

/** A server's end that a test holds in its hand: `http` and `socket` for a fake host, and what to do with them. */
export interface HeldFarSide {
  readonly http: Http
  readonly socket: Socket
  /** Answers from now on; until then everything hangs. */
  serve(answer: (request: HttpRequest) => Promise<HttpResponse>): void
  /** The socket that was opened last. Throws when none was. */
  far(): HeldSocket
}

/** One socket, seen from the server. */
export interface HeldSocket {
  readonly url: string
  readonly heard: readonly string[]
  open(): void
  say(frame: string): void
  sayBytes(): void
  close(code: number, reason: string): void
}

/** Everything hangs until it is told otherwise. */
export function heldFarSide(): HeldFarSide {
  let answer: (request: HttpRequest) => Promise<HttpResponse> = () => new Promise(() => {})
  const sockets: HeldSocket[] = []
  return {
    http: (request) => ({ response: answer(request), abort() {} }),
    socket(url, events) {
      const { held, hear, end } = hold(url, events)
      sockets.push(held)
      return { send: hear, close: (code = 1000, reason = '') => end(code, reason) }
    },
    serve(next) {
      answer = next
    },
    far() {
      const last = sockets[sockets.length - 1]
      if (!last) throw new Error('Failed to find a socket: none was opened. Open one first.')
      return last
    },
  }
}

function hold(url: string, events: SocketEvents) {
  const heard: string[] = []
  let state: 'opening' | 'open' | 'closed' = 'opening'
  const end = (code: number, reason: string): void => {
    if (state !== 'closed') Promise.resolve().then(() => events.closed(code, reason))
    state = 'closed'
  }
  const say = (frame: string): void => {
    if (state === 'open') events.received(frame)
  }
  const held: HeldSocket = {
    url,
    heard,
    say,
    open() {
      if (state !== 'opening') return
      state = 'open'
      events.opened()
    },
    sayBytes: () => say(bytesFrame),
    close: end,
  }
  const hear = (text: string): void => {
    if (state === 'open') heard.push(text)
  }
  return { held, hear, end }
}
