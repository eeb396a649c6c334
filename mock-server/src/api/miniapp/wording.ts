import type { Verdict } from '../../platform/verdict.ts'
import type { Answer, Note } from '../answer.ts'
import type { Problem } from '../problem.ts'
import { meaning } from './codes.ts'

/** A verdict without the code, which stands beside it on this wire. */
export type WireDenial = Omit<Verdict, 'code'>

/** `{code, message, data?}` with status 200: what the platform answers to anything it understood. */
export function business(
  code: number,
  said: { readonly message: string; readonly data?: unknown; readonly verdict: string; readonly note: Note },
): Answer {
  const { message, data, verdict, note } = said
  return { status: 200, body: { code, message, ...(data === undefined ? {} : { data }) }, verdict, note }
}

export function denialOf({ code: _, ...denial }: Verdict): WireDenial {
  return denial
}

/** What was wrong with the request itself, as a verdict of the rule that describes the interface (MA-7). */
export function requestVerdict(fact: {
  readonly rule?: string
  readonly expected: string
  readonly received: string
  readonly field?: string
}): Verdict {
  const { field, expected, received } = fact
  const where = field === undefined ? 'the request' : `"${field}"`
  return {
    rule: fact.rule ?? 'MA-7',
    source: 'MiniApp service messages: message interface',
    code: 70009,
    expected: field === undefined ? expected : `${field}: ${expected}`,
    received,
    hint: {
      en: `Send ${where} as ${expected}.`,
      zh: `请检查${field === undefined ? '请求' : `字段 "${field}"`}：${expected}`,
    },
  }
}

export function problemVerdict(problem: Problem): Verdict {
  return problem.code === 'malformed'
    ? requestVerdict(problem)
    : requestVerdict({ expected: 'a request of the message interface', received: problem.code })
}

/** A refusal by a rule: its code, and why. */
export function refused(verdict: Verdict, note: Note): Answer {
  const code = Number(verdict.code)
  return business(code, { message: meaning(code), data: { denial: denialOf(verdict) }, verdict: verdict.rule, note })
}
