import type { ControlToken } from './token.ts'

/** The platform's own sentence. */
export class Problem extends Error {
  readonly status: number

  constructor(message: string, status: number) {
    super(message)
    this.name = 'Problem'
    this.status = status
  }
}

/** What a developer's server got. */
export interface SendAnswer {
  readonly status: number
  /** `ok`, or what the header `minibell-verdict` says. */
  readonly verdict: string
  /** The journal's row; absent where there is none. */
  readonly row: string | undefined
  readonly body: unknown
}

/** The platform's address, and its doors. */
export interface Door {
  readonly origin: string
  /** One operation of the control API. Waits for a token where one is needed; rejects with `Problem` when it is refused. */
  call<Answer>(method: string, path: string, body?: unknown): Promise<Answer>
  /** A request as a developer's server sends it; a refusal is an answer. */
  send(path: string, body: unknown): Promise<SendAnswer>
}

export function doorTo(origin: string, token: ControlToken): Door {
  return {
    origin,
    async call<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
      for (;;) {
        const used = token.current()
        const response = await fetch(`${origin}/control/v1${path}`, {
          method,
          headers: { ...token.header(), ...(body === undefined ? {} : json) },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        })
        if (response.status === 401) await token.another(used)
        else return answerOf(response)
      }
    },
    async send(path, body) {
      const response = await fetch(`${origin}${path}`, { method: 'POST', headers: json, body: JSON.stringify(body) })
      const [verdict = '', row] = (response.headers.get('minibell-verdict') ?? '').split('; ')
      return { status: response.status, verdict, row: row === '-' ? undefined : row, body: await response.json() }
    },
  }
}

const json = { 'content-type': 'application/json' }

/** The answer's shape is the control API's word, whose own tests hold it. */
async function answerOf<Answer>(response: Response): Promise<Answer> {
  const answer = await response.json()
  if (!response.ok) throw new Problem(answer.error?.message ?? `HTTP ${response.status}`, response.status)
  return answer
}
