import type { Platform } from '../../platform/platform.ts'
import type { Answer } from '../answer.ts'
import { statusOf } from '../error-answer.ts'
import type { Problem } from '../problem.ts'
import { type Dialect, type Head, isSend, type PlainAnswer, type Route } from '../route.ts'
import { isStoreFault } from '../store-fault.ts'
import { redacted } from './redact.ts'

interface Seen {
  readonly head: Head
  readonly url: URL
  readonly route?: Route
  readonly json?: unknown
  readonly cors: Readonly<Record<string, string>>
}

/** Turns answers into what leaves: writes the journal's row first, so that the verdict header can name it. */
export function recorder(platform: Platform): {
  answer(answer: Answer, seen: Seen): PlainAnswer
  failure(error: unknown, seen: Seen & { readonly dialect: Dialect }): Promise<PlainAnswer>
} {
  const rowOf = (answer: Answer, seen: Seen): string => {
    const { note } = answer
    if (!note) return '-'
    const request = note.request === undefined ? seen.json : note.request
    const said = note.answer === undefined ? answer.body : note.answer
    return platform.journal.write({
      ...note,
      method: seen.head.method,
      path: pathOf(seen),
      status: answer.status,
      verdict: answer.verdict,
      ...(isSend(seen.route) && { isSend: true }),
      ...(request === undefined || request === null ? {} : { request: redacted(request) }),
      ...(said === undefined || said === null ? {} : { answer: redacted(said) }),
    })
  }

  const plain = (answer: Answer, seen: Seen): PlainAnswer => {
    const id = rowOf(answer, seen)
    const type = answer.body === null ? {} : { 'content-type': answer.type ?? 'application/json; charset=utf-8' }
    const headers = {
      ...type,
      ...seen.cors,
      ...answer.headers,
      'minibell-verdict': `${answer.verdict}; ${id}`,
      'cache-control': 'no-store',
    }
    const { status, stream } = answer
    return { status, headers, body: textOf(answer), ...(stream && { stream }) }
  }

  return {
    answer: plain,
    async failure(error, { dialect, ...seen }) {
      const problem = problemOf(error)
      try {
        const asked = { request: seen.head, url: seen.url, platform }
        return plain(await dialect.refuse(problem, asked), seen)
      } catch {
        return {
          status: statusOf(problem),
          headers: { 'minibell-verdict': `${problem.code}; -` },
          body: problem.message,
        }
      }
    },
  }
}

/** Of a store that says itself what is wrong, or of our own making. */
function problemOf(error: unknown): Problem {
  if (isStoreFault(error)) return { code: 'unavailable', message: error.message }
  const fact = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  const message = `Failed to answer: a bug of the mock platform (${fact.slice(0, 200)}). Report it with this row of the journal.`
  return { code: 'failed', message }
}

/** The route's pattern where one of its parameters is a secret. */
function pathOf({ route, url }: Seen): string {
  return route?.path.includes('/:token') ? route.path : url.pathname.slice(0, 400)
}

function textOf({ type, body }: Answer): string | null {
  if (body === null) return null
  return type === undefined ? JSON.stringify(body) : String(body)
}
