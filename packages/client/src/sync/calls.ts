import type { HttpExchange } from '@minibell/ports'
import { type DeliveryProblem, decodeDeliveryProblem } from '@minibell/protocol'
import { MinibellError } from '../error.ts'
import type { InboxHost } from '../host.ts'
import type { InboxSession } from '../session.ts'

type Decode<Answer> = (answer: unknown) => Answer

/** Requests to the delivery paths, and the token that they share with the sockets. */
export interface Calls {
  /** Base of the delivery paths. */
  readonly url: string
  token(): Promise<string>
  /** That token ran out: the next `token()` asks the session for another, once for all who used it (DL-2). */
  forget(used: Promise<string>): void
  /** POSTs where there is a `body`. Rejects with `MinibellError` when the platform refused, with another error when no answer came. */
  call<Answer>(path: string, decode: Decode<Answer>, body?: unknown): Promise<Answer>
  /** Gives up what is under way. */
  abort(): void
}

export function createCalls(host: InboxHost, session: InboxSession): Calls {
  const url = `${session.url.replace(/\/$/, '')}/delivery/v1`
  const open = new Set<HttpExchange>()
  let known: Promise<string> | undefined

  const forget = (used: Promise<string> | undefined): void => {
    if (known === used) known = undefined
  }

  const token = (): Promise<string> => {
    if (known) return known
    const asked = Promise.resolve().then(() => session.getToken())
    asked.catch(() => forget(asked))
    known = asked
    return asked
  }

  const request = async <Answer>(
    bearer: string,
    path: string,
    decode: Decode<Answer>,
    body: unknown,
  ): Promise<Answer> => {
    const headers = { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' }
    const exchange = host.http({
      method: body ? 'POST' : 'GET',
      url: url + path,
      headers,
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    open.add(exchange)
    try {
      const { status, body: answer } = await exchange.response
      if (status > 399) throw refusal(status, answer)
      return decode(JSON.parse(answer))
    } finally {
      open.delete(exchange)
    }
  }

  return {
    url,
    token,
    forget,
    abort() {
      for (const exchange of open) exchange.abort()
    },
    async call(path, decode, body) {
      for (let renewed = false; ; renewed = true) {
        const used = token()
        try {
          return await request(await used, path, decode, body)
        } catch (error) {
          // A rejection may be anything; only a refusal has this code.
          if ((error as Partial<MinibellError>)?.code !== 'expired') throw error
          forget(used)
          if (renewed) throw error
        }
      }
    },
  }
}

/** 4xx is fatal but for what time or a new token mends. A body that is not the platform's is some proxy's. */
function refusal(status: number, body: string): MinibellError {
  let told: Partial<DeliveryProblem['error']> = {}
  try {
    told = decodeDeliveryProblem(JSON.parse(body)).error
  } catch {}
  const {
    code = `http-${status}`,
    message = `The platform answered ${status}. Is session.url right?`,
    retryAfterMs,
  } = told
  const fatal = status < 500 && status !== 408 && status !== 429 && code !== 'expired'
  return new MinibellError(code, message, { fatal, retryAfterMs })
}
