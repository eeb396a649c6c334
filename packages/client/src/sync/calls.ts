import type { HttpExchange } from '@minibell/ports'
import { type DeliveryProblem, decodeDeliveryProblem } from '@minibell/protocol'
import { MinibellError } from '../error.ts'
import type { InboxHost } from '../host.ts'
import type { InboxSession } from '../session.ts'

/** Requests to the delivery paths, and the token that they share with the sockets. */
export interface Calls {
  /** Base of the delivery paths. */
  readonly url: string
  token(): Promise<string>
  /** That token ran out: the next `token()` asks the session for another, once for all who used it (DL-2). */
  forget(used: Promise<string>): void
  /** POSTs where there is a `body`. Rejects with `MinibellError` when the platform refused, with another error when no answer came. */
  call<Answer>(path: string, decode: (answer: unknown) => Answer, body?: unknown): Promise<Answer>
  /** Gives up what is under way. */
  abort(): void
}

export function createCalls({ http, report }: InboxHost, session: InboxSession): Calls {
  const url = `${session.url.replace(/\/$/, '')}/delivery/v1`
  let known: Promise<string> | undefined
  let exchange: HttpExchange | undefined

  const forget = (used: Promise<string>): void => {
    if (known === used) known = undefined
  }

  const token = (): Promise<string> => {
    if (!known) {
      const asked = (async () => session.getToken())()
      asked.catch((error) => {
        report(error, 'getToken')
        forget(asked)
      })
      known = asked
    }
    return known
  }

  const call = async <Answer>(
    path: string,
    decode: (answer: unknown) => Answer,
    body?: unknown,
    tries = 2,
  ): Promise<Answer> => {
    const used = token()
    const headers = { authorization: `Bearer ${await used}`, 'content-type': 'application/json' }
    const request = { method: 'GET', url: url + path, headers } as const
    exchange = http(body ? { ...request, method: 'POST', body: JSON.stringify(body) } : request)
    const { status, body: text } = await exchange.response
    if (status < 400) return decode(JSON.parse(text))
    const problem = refusal(status, text)
    if (status === 401) forget(used)
    if (problem.code !== 'expired' || tries < 2) throw problem
    return call(path, decode, body, 1)
  }

  return { url, token, forget, call, abort: () => exchange?.abort() }
}

/** 4xx is fatal but for what time or a new token mends. A body that is not the platform's is some proxy's. */
function refusal(status: number, body: string): MinibellError {
  let told: Partial<DeliveryProblem['error']> = {}
  try {
    told = decodeDeliveryProblem(JSON.parse(body)).error
  } catch {}
  const { code = `http-${status}`, message = `Got ${status}. Is session.url right?`, retryAfterMs } = told
  return new MinibellError(code, message, status < 500 && status !== 429 && code !== 'expired', retryAfterMs)
}
