import * as v from 'valibot'
import type { Malformed } from './problem.ts'

/** Decodes an unknown value once; afterwards it is trusted. */
export interface Reader<Value> {
  (input: unknown): Read<Value>
  /** What documents tell of the value: one of these. Absent: nothing is known of it. */
  readonly schemas?: readonly v.GenericSchema[]
}

export type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Malformed }

/** A reader for a valibot schema; the first issue speaks. `what`: `body`, `query` … */
export function reader<Value>(schema: v.GenericSchema<unknown, Value>, what = 'body'): Reader<Value> {
  const read = (input: unknown): Read<Value> => {
    const result = v.safeParse(schema, input, { abortEarly: true })
    return result.success
      ? { ok: true, value: result.output }
      : { ok: false, problem: problemOf(result.issues[0], what) }
  }
  return Object.assign(read, { schemas: [schema] })
}

/** A reader of one's own for values that others read. */
export function like<Value>(readers: readonly Reader<unknown>[], read: (input: unknown) => Read<Value>): Reader<Value> {
  return Object.assign(read, { schemas: readers.flatMap(({ schemas = [] }) => schemas) })
}

/** *What failed: the fact with its values. What to do.* */
export function malformed(fact: {
  readonly what?: string
  readonly field?: string
  readonly expected: string
  readonly received: string
}): Malformed {
  const { what = 'body', field, expected, received } = fact
  const place = field === undefined ? `the ${what}` : `"${field}" of the ${what}`
  return {
    code: 'malformed',
    message: `Failed to read ${place}: it is ${received}. Send ${expected}.`,
    ...(field === undefined ? {} : { field }),
    expected,
    received,
  }
}

/** 1 … `max` UTF-16 units, as the wire's tables count. */
export function text(max: number): v.GenericSchema<string, string> {
  return v.pipe(
    v.string('a string'),
    v.minLength(1, 'a string that is not empty'),
    v.maxLength(max, `at most ${max} UTF-16 units`),
  )
}

function problemOf(issue: v.BaseIssue<unknown>, what: string): Malformed {
  const field = v.getDotPath(issue) ?? undefined
  const missing = issue.input === undefined
  const expected = missing ? 'it' : issue.kind === 'schema' && issue.type !== 'string' ? wanted(issue) : issue.message
  return malformed({ what, expected, received: missing ? 'missing' : receivedOf(issue), ...(field ? { field } : {}) })
}

/** Schemas with a message of their own say it; valibot's own default starts with "Invalid". */
function wanted(issue: v.BaseIssue<unknown>): string {
  return issue.message.startsWith('Invalid') ? (issue.expected ?? 'another value') : issue.message
}

/** Never the value of a string: it may be a secret. */
function receivedOf(issue: v.BaseIssue<unknown>): string {
  const { input } = issue
  if (input === null) return 'null'
  if (Array.isArray(input)) return `an array of ${input.length}`
  if (typeof input === 'string')
    return input.length === 0 ? 'an empty string' : `a string of ${input.length} UTF-16 units`
  return typeof input === 'object' ? 'an object' : `the ${typeof input} ${String(input).slice(0, 40)}`
}
