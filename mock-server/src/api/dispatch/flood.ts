import type { Answer } from '../answer.ts'
import type { Asked, Dialect } from '../route.ts'

/** A client asks more often than a face lets it. */
export interface Flood {
  /** One sentence with the numbers. */
  readonly message: string
  readonly retryAfterMs: number
  /** The client was let in before; those that follow at once leave no rows, so that a flood cannot wash the journal away. */
  readonly isFirst: boolean
}

/** In the dialect's own words for a limit of rates; 429 where it has none. Nothing of the request was read. */
export function floodAnswer(dialect: Dialect, { flood, ...asked }: Asked & { readonly flood: Flood }): Answer {
  const { message, retryAfterMs, isFirst } = flood
  const own = dialect.faulty?.('rate-limit', asked)
  const { status, body, headers } = own ?? {
    status: 429,
    body: { error: { code: 'flood', message }, retryAfterMs },
    headers: {},
  }
  return {
    status,
    body,
    headers: { ...headers, 'retry-after': String(Math.max(1, Math.ceil(retryAfterMs / 1_000))) },
    verdict: 'flood',
    ...(isFirst && { note: { kind: 'request', summary: message } }),
  }
}
