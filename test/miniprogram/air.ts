import { browserSocket, webHttp } from '@minibell/adapters/web'
import type { Http, Socket } from '@minibell/ports'

/** Real HTTP and WebSocket of a page, with the air between phone and server in a test's hand. */
export interface Air {
  readonly http: Http
  readonly socket: Socket
  /** Sockets end as a dead line ends, requests fail, until `clear`. */
  cut(): void
  clear(): void
  /** The most requests that were under way at once, and sockets. */
  readonly most: { requests: number; sockets: number }
}

export function airOf(): Air {
  const ends = new Set<() => void>()
  const busy = { requests: 0, sockets: 0 }
  const most = { requests: 0, sockets: 0 }
  let isCut = false
  const begun = (what: 'requests' | 'sockets'): void => {
    busy[what] += 1
    most[what] = Math.max(most[what], busy[what])
  }
  return {
    most,
    cut() {
      isCut = true
      for (const end of [...ends]) end()
    },
    clear() {
      isCut = false
    },
    http(request) {
      if (isCut) return { response: Promise.reject(new Error('no network')), abort() {} }
      begun('requests')
      const exchange = webHttp(request)
      const over = (): void => {
        busy.requests -= 1
      }
      exchange.response.then(over, over)
      return exchange
    },
    socket(url, events) {
      begun('sockets')
      let isOver = false
      const closed = (code: number, reason: string): void => {
        if (isOver) return
        isOver = true
        busy.sockets -= 1
        ends.delete(end)
        events.closed(code, reason)
      }
      const connection = browserSocket(url, { ...events, closed })
      const end = (): void => {
        closed(1006, '')
        connection.close()
      }
      ends.add(end)
      if (isCut) Promise.resolve().then(end)
      return connection
    },
  }
}
