import type { EventSourceLike, Undo } from '@minibell/ports'
import { decodeServerFrame } from '@minibell/protocol'
import { byeOf } from './refusal.ts'
import type { Transport } from './transport.ts'

/**
 * Live changes over one event stream, for networks that let no socket through: HTTP alone, nothing is said after the request.
 * Given up when silent for twice `pingMs`; receipts go by HTTP as ever.
 */
export function serverSentEvents(): Transport<{ readonly eventSource: EventSourceLike }> {
  return ({ host, url, token, placed, at, frame, live, closed }) => {
    const { timers, eventSource, report } = host
    let over = false
    let pingMs = 15_000
    let heardAt = timers.elapsed()
    let death: Undo = () => {}
    let shut = death

    const stop = (): void => {
      over = true
      death()
      shut()
    }
    const end = (): void => {
      if (over) return
      stop()
      closed()
    }
    const expect = (): void => {
      heardAt = timers.elapsed()
      death()
      death = timers.after(2 * pingMs, end)
    }
    const hear = (data: string): void => {
      const heard = decodeServerFrame(JSON.parse(data))
      if (heard.type === 'hello') pingMs = heard.pingMs
      expect()
      if (heard.type === 'resumed') live()
      frame(heard)
      if (heard.type === 'bye') end()
    }
    const guarded = (act: () => void): void => {
      if (over) return
      try {
        act()
      } catch (error) {
        report(error, 'stream')
        end()
      }
    }

    const open = (): void => {
      const { epoch, offset } = at()
      expect()
      const opened = eventSource(
        `${url}/stream?epoch=${encodeURIComponent(epoch)}&after=${offset}`,
        { authorization: `Bearer ${token}` },
        {
          opened() {},
          received: (data) => guarded(() => hear(data)),
          closed(reason) {
            // The answer of a refusal; anything else is the network's.
            if (!over && reason[0] === '{') guarded(() => frame(byeOf(reason)))
            end()
          },
        },
      )
      shut = opened
      if (over) shut()
    }

    placed.then(() => guarded(open))

    return {
      stop,
      wake() {
        // Nothing can be asked of a stream; one that should have beaten meanwhile is gone.
        if (timers.elapsed() - heardAt > pingMs + 5_000) end()
      },
    }
  }
}
