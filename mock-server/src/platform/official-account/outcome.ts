import type { Core } from '../core.ts'
import type { PlatformRule } from '../rulebook/rule.ts'
import { spokenFirst } from '../rulebook/rule-book.ts'
import type { Explanation, Verdict } from '../verdict.ts'

/** What became of an operation; a refusal is data. */
export type Outcome<Result = object> =
  | ({ readonly accepted: true; readonly explanation: Explanation } & Result)
  | { readonly accepted: false; readonly verdict: Verdict; readonly explanation: Explanation }

/** The rules' word on an attempt: the first refusal, and every rule's. */
export function judged<Attempt>(
  core: Core,
  rules: readonly PlatformRule<Attempt>[],
  attempt: Attempt,
): { readonly verdict?: Verdict; readonly explanation: Explanation } {
  const verdict = core.judge.refusal(rules, attempt)
  const explanation = spokenFirst(core.judge.words(rules, attempt), verdict)
  return { ...(verdict && { verdict }), explanation }
}

/** Refused with the verdict, or accepted with what `result` holds. */
export function outcomeOf<Result>(
  { verdict, explanation }: { readonly verdict?: Verdict; readonly explanation: Explanation },
  result: Result,
): Outcome<Result> {
  return verdict ? { accepted: false, verdict, explanation } : { accepted: true, explanation, ...result }
}
