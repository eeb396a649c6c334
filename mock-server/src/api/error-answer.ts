import type { JournalEntry } from '../platform/platform.ts'
import type { Answer } from './answer.ts'
import type { Problem } from './problem.ts'

const statuses = {
  'not-found': 404,
  'method-not-allowed': 405,
  'too-large': 413,
  malformed: 400,
  'foreign-origin': 403,
  unavailable: 503,
  failed: 500,
} as const

/** HTTP status of a problem in the dialects that use statuses. */
export function statusOf(problem: Problem): number {
  return statuses[problem.code]
}

/** `Allow`, where the method was wrong. */
export function headersOf(problem: Problem): Readonly<Record<string, string>> {
  return problem.code === 'method-not-allowed' ? { allow: [...new Set(problem.allow)].join(', ') } : {}
}

/** `{error: {code, message}}`, the shape of delivery and control. */
export function errorAnswer(problem: Problem, note: { readonly kind: JournalEntry['kind'] }): Answer {
  const { code, message } = problem
  return {
    status: statusOf(problem),
    headers: headersOf(problem),
    body: { error: { code, message } },
    verdict: code,
    note: { kind: note.kind, summary: message },
  }
}

/** A refusal that only the operation can know: 404 of a record, 409 of a conflict, 401 of a token. */
export function refusal(
  status: number,
  fact: { readonly code: string; readonly message: string; readonly kind: JournalEntry['kind'] },
): Answer {
  const { code, message, kind } = fact
  return { status, body: { error: { code, message } }, verdict: code, note: { kind, summary: message } }
}
