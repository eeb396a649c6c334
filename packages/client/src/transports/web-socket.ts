import type { Socket, Undo } from '@minibell/ports'
import { type ClientFrame, decodeServerFrame } from '@minibell/protocol'
import type { Transport } from './transport.ts'

/** Live changes over one WebSocket: `auth`, `resume`, then frames; pinged, and given up when silent for twice `pingMs`. */
export function webSocket(): Transport<{ readonly socket: Socket }> {
  return ({ host, url, token, deviceId, placed, at, frame, live, closed }) => {
    const { timers } = host
    let over = false
    let isLive = false
    let pingMs = 15_000
    let death: Undo = () => {}
    let beat = death

    const say = (word: ClientFrame): void => connection.send(JSON.stringify(word))
    const stop = (): void => {
      over = true
      death()
      beat()
      connection.close()
    }
    const end = (): void => {
      if (over) return
      stop()
      closed()
    }
    const expect = (withinMs: number): void => {
      death()
      death = timers.after(withinMs, end)
    }
    const ping = (): void => {
      beat()
      say({ type: 'ping' })
      beat = timers.after(pingMs, ping)
    }

    const hear = (text: string): void => {
      const heard = decodeServerFrame(JSON.parse(text))
      if (heard.type === 'hello') {
        pingMs = heard.pingMs
        beat()
        beat = timers.after(pingMs, ping)
      }
      if (heard.type === 'resumed') {
        isLive = true
        live()
      }
      // A platform that never heard `resume` answers pings all the same, and tells nothing.
      if (isLive || heard.type === 'hello') expect(2 * pingMs)
      frame(heard)
      if (heard.type === 'bye') end()
    }

    const connection = host.socket(`${url.replace(/^http/, 'ws')}/socket`, {
      opened() {
        say({ type: 'auth', token })
        // Behind it at once where that is known: nobody waits for `hello`.
        placed.then(() => over || say({ type: 'resume', ...at(), deviceId }))
      },
      received(text) {
        if (over) return
        try {
          hear(text)
        } catch (error) {
          host.report(error, 'socket')
          end()
        }
      },
      closed: end,
    })
    expect(2 * pingMs)

    return {
      stop,
      wake() {
        ping()
        expect(5_000)
      },
    }
  }
}
