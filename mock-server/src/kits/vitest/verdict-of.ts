import type { MockPlatform } from '../../faces/in-process/mock-platform.ts'
import type { JournalRow } from '../../platform/platform.ts'
import type { Verdict } from '../../platform/verdict.ts'
import { rowOf } from './live.ts'

/** What the platform said of an attempt: `ok`, a rule, or nothing that can be found. */
export interface Heard {
  readonly verdict?: string
  readonly why?: Verdict
}

/** Reads a `Response`, an answer of the `Http` port, or an outcome of `platform.sends`. */
export function heardOf(received: unknown): Heard {
  if (typeof received !== 'object' || received === null) return {}
  if ('headers' in received) return heardOfHeader(headerOf(received.headers))
  if ('whole' in received) return ofVerdict(received.whole)
  if ('verdict' in received) return ofVerdict(received.verdict)
  return 'accepted' in received ? { verdict: 'ok' } : {}
}

function heardOfHeader(header: string | null | undefined): Heard {
  const [verdict, id] = header?.split('; ') ?? []
  if (verdict === undefined) return {}
  const row = id === undefined ? undefined : rowOf(id)
  return { verdict, ...whyOf(row, verdict) }
}

/** A `Headers`, or a record with names in lower case. */
function headerOf(headers: unknown): string | null | undefined {
  const name = 'minibell-verdict'
  if (headers instanceof Headers) return headers.get(name)
  const value: unknown = typeof headers === 'object' && headers !== null ? Reflect.get(headers, name) : undefined
  return typeof value === 'string' ? value : undefined
}

function ofVerdict(verdict: unknown): Heard {
  // Outcomes of sends carry a whole verdict under these names.
  if (typeof verdict !== 'object' || verdict === null || !('rule' in verdict)) return {}
  const why = verdict as Verdict
  return { verdict: why.rule, why }
}

/** The newest refusal in the journal. */
export function lastRefusal({ platform }: MockPlatform): Heard | undefined {
  const rows = platform.journal.read({ max: 100 })
  const row = rows.findLast(({ verdict, explanation }) => verdict !== undefined && verdict !== 'ok' && explanation)
  return row?.verdict === undefined ? undefined : { verdict: row.verdict, ...whyOf(row, row.verdict) }
}

function whyOf(row: JournalRow | undefined, rule: string): { readonly why?: Verdict } {
  const why = row?.explanation?.find((word) => word.rule === rule)?.verdict
  return why ? { why } : {}
}

/** Verdict and hint, for people. */
export function wordsOf({ verdict, why }: Heard): string {
  if (!why) return `${verdict}`
  return [
    `${why.rule}: ${why.source}`,
    `  expected  ${why.expected}`,
    `  received  ${why.received}`,
    `  hint      ${why.hint.en}`,
  ].join('\n')
}
