/** Calls one operation of the control API. The answer's shape is that API's word, whose own tests hold it. */
export type Call = <Answer>(method: string, path: string, body?: unknown) => Promise<Answer>

/** The platform's own sentence. */
export class ControlProblem extends Error {
  readonly status: number

  constructor(message: string, status: number) {
    super(message)
    this.name = 'ControlProblem'
    this.status = status
  }
}

/** Rejects with `ControlProblem` when the platform refuses. */
export function caller(base: string): Call {
  return async (method, path, body) => {
    const response = await fetch(`${base}${path}`, { method, ...(body === undefined ? {} : json(body)) })
    const answer = await response.json()
    if (!response.ok) throw new ControlProblem(answer.error?.message ?? `HTTP ${response.status}`, response.status)
    return answer
  }
}

export function json(body: unknown): RequestInit {
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}
