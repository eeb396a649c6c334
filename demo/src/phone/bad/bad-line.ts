import type { Connection, Http, Random, Socket, Timers } from '@minibell/ports'

/** The ports that a line is made of. */
interface Line {
  readonly http: Http
  readonly socket: Socket
  readonly timers: Timers
  readonly random: Random
}

/** One way of 3G: half of 400 ms. */
const wayMs = 200

/** One call of so many is lost, and a socket after so long at the latest. */
const lostOf = 8
const socketMs = 20_000

/**
 * The same ports over a bad line, for as long as `isBad` says so: what goes and what comes takes its time, in order; a call is lost now
 * and then, and a socket does not live long. The client has to make up for all of it.
 */
export function overBadLine<Host extends Line>(host: Host, isBad: () => boolean): Host {
  return { ...host, http: badHttp(host, isBad), socket: badSocket(host, isBad) }
}

function badHttp({ http, timers, random }: Line, isBad: () => boolean): Http {
  return (request) => {
    if (!isBad()) return http(request)
    const exchange = http(request)
    const isLost = random() < 1 / lostOf
    const late = new Promise<void>((resume) => timers.after(2 * wayMs, resume))
    const response = Promise.all([exchange.response, late]).then(([answer]) => {
      if (isLost) throw new Error(`Lost the answer to ${request.method} ${request.url}: the line of this phone is bad.`)
      return answer
    })
    return { response, abort: exchange.abort }
  }
}

function badSocket({ socket, timers, random }: Line, isBad: () => boolean): Socket {
  return (url, events) => {
    if (!isBad()) return socket(url, events)
    let connection: Connection | undefined
    // Timers of one length keep the order.
    const later = (run: () => void): void => void timers.after(wayMs, run)
    const cut = timers.after(socketMs * (0.5 + random() / 2), () => connection?.close())
    connection = socket(url, {
      opened: () => later(events.opened),
      received: (text) => later(() => events.received(text)),
      closed(code, reason) {
        cut()
        later(() => events.closed(code, reason))
      },
    })
    const near = connection
    return { send: (text) => later(() => near.send(text)), close: near.close }
  }
}
