import type { Platform } from '../platform/platform.ts'
import type { Answer } from './answer.ts'
import { redacted } from './redact.ts'
import type { Dialect, Route } from './route.ts'

interface Seen {
  readonly dialect: Dialect
  readonly request: Request
  readonly url: URL
  readonly route?: Route | undefined
  readonly json?: unknown
  readonly cors: Readonly<Record<string, string>>
}

/** Turns answers into responses: writes the journal's row first, so that the header can name it. */
export function recorder(platform: Platform): {
  response(answer: Answer, seen: Seen): Response
  failure(error: unknown, seen: Seen): Response
} {
  const rowOf = (answer: Answer, seen: Seen): string => {
    const { note } = answer
    if (!note) return '-'
    const request = note.request === undefined ? seen.json : note.request
    const said = note.answer === undefined ? answer.body : note.answer
    return platform.journal.write({
      ...note,
      method: seen.request.method,
      path: pathOf(seen),
      status: answer.status,
      verdict: answer.verdict,
      ...(request === undefined ? {} : { request: redacted(request) }),
      ...(said === undefined || said === null ? {} : { answer: redacted(said) }),
    })
  }

  const response = (answer: Answer, seen: Seen): Response => {
    const id = rowOf(answer, seen)
    const headers: Record<string, string> = {
      ...seen.cors,
      ...answer.headers,
      'minibell-verdict': `${answer.verdict}; ${id}`,
      'cache-control': 'no-store',
    }
    if (answer.body === null) return new Response(null, { status: answer.status, headers })
    headers['content-type'] ??= 'application/json; charset=utf-8'
    return new Response(JSON.stringify(answer.body), { status: answer.status, headers })
  }

  const failure = (error: unknown, seen: Seen): Response => {
    const fact = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    const message = `Failed to answer: a bug of the mock platform (${fact.slice(0, 200)}). Report it with this row of the journal.`
    try {
      return response(seen.dialect.refuse({ code: 'failed', message }, { request: seen.request, platform }), seen)
    } catch {
      return new Response(message, { status: 500, headers: { 'minibell-verdict': 'failed; -' } })
    }
  }

  return { response, failure }
}

/** The route's pattern where it takes parameters, since one of them may be a token. */
function pathOf({ route, url }: Seen): string {
  return route?.path.includes('/:token') ? route.path : url.pathname.slice(0, 400)
}
