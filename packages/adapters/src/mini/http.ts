import type { Http, HttpRequest, HttpResponse, Undo } from '@minibell/ports'
import { type Ends, errorOf } from './ask.ts'

declare function setTimeout(run: () => void, afterMs: number): number
declare function clearTimeout(timer: number): void

/** One request by the host's own function; the undo aborts it, where the host can. */
export type Send = (request: HttpRequest & { readonly timeoutMs: number }, ends: Ends<HttpResponse>) => Undo

/** Sends at most `atOnce` at a time; what exceeds that waits in order, and its time runs out as that of the others does. */
export function queuedHttp(send: Send, atOnce: number): Http {
  const waiting: Undo[] = []
  let busy = 0

  const next = (): void => {
    const start = busy < atOnce && waiting.shift()
    if (start) start()
  }

  return (request) => {
    const { timeoutMs = 30_000 } = request
    let giveUp: (why: string) => void = () => {}
    const response = new Promise<HttpResponse>((resolve, reject) => {
      let isOver = false
      let cancel: Undo = () => {}
      const timer = setTimeout(() => giveUp(`none within ${timeoutMs} ms`), timeoutMs)
      const end = (): void => {
        isOver = true
        clearTimeout(timer)
      }
      giveUp = (why) => {
        if (isOver) return
        end()
        reject(new Error(`Failed to get an answer of ${request.url}: ${why}. Ask again.`))
        cancel()
      }
      waiting.push(() => {
        if (isOver) return next()
        let isMine = 1
        const free = (): void => {
          busy -= isMine
          isMine = 0
          end()
          next()
        }
        const success = (answer: HttpResponse): void => {
          resolve(answer)
          free()
        }
        const fail = (failure: unknown): void => {
          reject(errorOf(failure))
          free()
        }
        busy += 1
        try {
          cancel = send({ ...request, timeoutMs }, { success, fail })
        } catch (error) {
          fail(error)
        }
      })
      next()
    })
    return { response, abort: () => giveUp('aborted') }
  }
}

/** An answer as hosts give it: WeChat writes `statusCode` and `header`, Alipay `status` and `headers`, and both. */
export interface RawAnswer {
  readonly statusCode?: number
  readonly status?: number
  readonly header?: object
  readonly headers?: object
  readonly data?: unknown
}

/** Hosts that read JSON although text was asked for get it written again. */
export function responseOf({ statusCode, status, header, headers, data }: RawAnswer): HttpResponse {
  const given: Record<string, unknown> = Object(header || headers)
  const lower: Record<string, string> = {}
  for (const name of Object.keys(given)) lower[name.toLowerCase()] = String(given[name])
  const body = typeof data === 'string' ? data : data == null ? '' : JSON.stringify(data)
  return { status: statusCode || status || 0, headers: lower, body }
}
