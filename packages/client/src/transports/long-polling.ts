import type { HttpExchange, HttpResponse, Undo } from '@minibell/ports'
import { decodeServerFrame } from '@minibell/protocol'
import { byeOf } from './refusal.ts'
import type { Transport } from './transport.ts'

/**
 * Live changes by HTTP requests that the platform holds back until there is news, `waitMs` (default 25,000) at most. A platform
 * that does not wait is asked every second, then ever more slowly, up to every thirty.
 */
export function longPolling(options: { readonly waitMs?: number } = {}): Transport {
  const { waitMs: longest = 25_000 } = options
  return ({ host, url, token, placed, at, frame, live, closed }) => {
    const { timers } = host
    let over = false
    let asking: HttpExchange | undefined
    let pause: Undo = () => {}
    let pauseMs = 1_000

    const stop = (): void => {
      over = true
      pause()
      if (asking) asking.abort()
    }
    const end = (): void => {
      if (over) return
      stop()
      closed()
    }

    /** False when the rest of what there is comes by pulling. */
    const take = (text: string): boolean => {
      const answer = JSON.parse(text)
      frame(decodeServerFrame({ ...answer, type: 'resumed' }))
      // Time travel is told by sockets as it happens, here with the next answer.
      if (!over && answer.serverAt) frame(decodeServerFrame({ ...answer, type: 'clock' }))
      if (!over) live()
      return !(answer.to < answer.top)
    }

    const heard = ({ status, body }: HttpResponse): boolean => {
      try {
        if (status < 400) return take(body)
        if (status < 500) frame(byeOf(body))
      } catch (error) {
        host.report(error, 'poll')
      }
      end()
      return false
    }

    /** `waitMs` 0 tells soon whether there is a platform at all. */
    const ask = async (waitMs: number): Promise<void> => {
      const { epoch, offset } = at()
      const askedAt = timers.elapsed()
      const mine = host.http({
        method: 'GET',
        url: `${url}/changes?epoch=${encodeURIComponent(epoch)}&after=${offset}&max=1000&waitMs=${waitMs}`,
        headers: { authorization: `Bearer ${token}` },
        timeoutMs: waitMs + 10_000,
      })
      asking = mine
      const answer = await mine.response.catch(() => undefined)
      if (over || asking !== mine) return
      if (!answer) return end()
      const isWhole = heard(answer)
      if (over) return
      const isMoved = at().offset !== offset || at().epoch !== epoch
      if (isWhole && (isMoved || !waitMs || timers.elapsed() - askedAt >= 1_000)) {
        pauseMs = 1_000
        return ask(longest)
      }
      pause = timers.after(pauseMs, () => ask(longest))
      pauseMs = Math.min(2 * pauseMs, 30_000)
    }

    placed.then(() => {
      if (!over) ask(0)
    })
    return {
      stop,
      wake() {
        const before = asking
        if (!before) return
        pause()
        ask(0)
        before.abort()
      },
    }
  }
}
