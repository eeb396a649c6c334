import type { JournalEntry } from '../platform/platform.ts'
import type { Streaming } from './streaming.ts'

/** What an operation answers, as data. `null` as body: no body at all. */
export interface Answer {
  readonly status: number
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** The body is this text as it stands, not JSON. */
  readonly type?: string
  /** The body goes on while it is read; then `body` is `null`. */
  readonly stream?: Streaming
  /** `ok`, the id of the rule that spoke, or the dialect's code of a refusal. */
  readonly verdict: string
  /** Absent: nothing worth a row happened (a read that succeeded). */
  readonly note?: Note
}

/** The part of a journal row that only the operation knows. */
export type Note = Pick<JournalEntry, 'kind' | 'summary' | 'request' | 'answer' | 'explanation' | 'person' | 'sender'>

/** A read, or anything else that leaves no row. */
export function read(body: unknown): Answer {
  return { status: 200, body, verdict: 'ok' }
}

/** Something was done; `note` becomes a row. */
export function done(body: unknown, note: Note): Answer {
  return { status: 200, body, verdict: 'ok', note }
}
