import type { Answer, Note } from '../answer.ts'
import { refusal } from '../error-answer.ts'

/** A record or row that does not exist. `mend` says where the ids are. */
export function missing(what: string, fact: { readonly id: string; readonly mend: string }): Answer {
  const message = `Failed to find ${what} "${fact.id.slice(0, 100)}": there is none. ${fact.mend}`
  return refusal(404, { code: 'not-found', kind: 'control', message })
}

/** Two records would have the same name on a wire. */
export function conflict(message: string): Answer {
  return refusal(409, { code: 'conflict', kind: 'control', message })
}

/** A mutation by an operator. */
export function operated(summary: string, about: Omit<Note, 'kind' | 'summary'> = {}): Note {
  return { kind: 'control', summary, ...about }
}
