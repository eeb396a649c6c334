import type { HttpExchange, HttpRequest } from '@minibell/ports'
import { adviceOn, MinibellError } from '../error.ts'
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
  ask<Answer>(path: string, decode: (answer: unknown) => Answer, body?: unknown): Promise<Answer>
  /** Gives up what is under way, whatever comes of it. */
  abort(): void
}

export function createCalls({ http, report }: InboxHost, session: InboxSession): Calls {
  const url = `${session.url.replace(/\/$/, '')}/delivery/v1`
  let known: Promise<string> | undefined
  let exchange: HttpExchange | undefined
  let life = 0

  const forget = (used: Promise<string>): void => {
    if (known === used) known = undefined
  }

  const token = (): Promise<string> => {
    if (known) return known
    const asked = (async () => session.getToken())()
    asked.catch((error) => {
      report(error, 'getToken')
      forget(asked)
    })
    known = asked
    return asked
  }

  const ask = async <Answer>(
    path: string,
    decode: (answer: unknown) => Answer,
    body?: unknown,
    tries = 2,
  ): Promise<Answer> => {
    const mine = life
    // Whoever waited for a token or an answer may be signed out by then.
    const live = <T>(got: T): T => {
      if (mine === life) return got
      throw new Error('The inbox stopped.')
    }
    const used = token()
    const headers = { authorization: `Bearer ${live(await used)}`, 'content-type': 'application/json' }
    const request = { method: body ? 'POST' : 'GET', url: url + path, headers, body: body && JSON.stringify(body) }
    exchange = http(request as HttpRequest) // where there is no body it is undefined
    const { status, body: text } = live(await exchange.response)
    if (status < 400) return decode(JSON.parse(text))
    if (status === 401) forget(used)
    const { code = `http-${status}`, message = adviceOn(code), retryAfterMs } = problem(text)
    if (code === 'expired' && tries > 1) return ask(path, decode, body, 1)
    // 4xx is fatal but for what time or a new token mends.
    throw new MinibellError(code, message, status < 500 && status !== 429 && code !== 'expired', retryAfterMs)
  }

  const abort = (): void => {
    life += 1
    if (exchange) exchange.abort()
  }

  return { url, token, forget, ask, abort }
}

/** `{error}` of a refusal. A body that is not the platform's is some proxy's, and says nothing. */
function problem(body: string): { readonly code?: string; readonly message?: string; readonly retryAfterMs?: number } {
  try {
    return Object(JSON.parse(body).error)
  } catch {
    return {}
  }
}
