import type { Connection, Socket, SocketEvents } from '@minibell/ports'
import type { Routes } from '../../api/routes.ts'

/** Where the protocol's socket is; any other path closes with 1006, as a server's refusal looks to a client. */
const path = '/delivery/v1/socket'

/** The `Socket` port onto routes in the same process: each step takes one microtask, in the order it was taken. */
export function inProcessSocket(routes: Pick<Routes, 'attach'>): Socket {
  return (url, events) => {
    const pair = wirePair(url, events)
    if (pathOf(url) === path) later(() => pair.open(routes))
    else later(() => pair.fail())
    return pair.client
  }
}

interface Pair {
  readonly client: Connection
  open(routes: Pick<Routes, 'attach'>): void
  fail(): void
}

function wirePair(url: string, events: SocketEvents): Pair {
  let state: 'connecting' | 'open' | 'closed' = 'connecting'
  let told = false
  let hear: (data: unknown) => void = () => undefined
  let left: () => void = () => undefined

  const tellClosed = (code: number, reason: string): void => {
    if (told) return
    told = true
    events.closed(code, reason)
  }
  const close = (code: number, reason: string): void => {
    if (state === 'closed') return
    state = 'closed'
    later(() => tellClosed(code, reason))
    later(() => left())
  }

  return {
    client: {
      send(text) {
        if (state === 'open') later(() => hear(text))
      },
      close: (code = 1000, reason = '') => close(code, reason),
    },
    open(routes) {
      if (state === 'closed') return
      state = 'open'
      events.opened()
      routes.attach({
        url,
        send(text) {
          if (state === 'open') later(() => told || events.received(text))
        },
        close,
        onMessage(listener) {
          hear = listener
        },
        onClose(listener) {
          left = listener
        },
      })
    },
    fail: () => close(1006, ''),
  }
}

function later(step: () => unknown): void {
  Promise.resolve().then(step)
}

function pathOf(url: string): string {
  return url.replace(/^wss?:\/\/[^/]*/i, '').replace(/[?#].*$/s, '')
}
