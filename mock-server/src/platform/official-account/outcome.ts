import type { Explanation, Verdict } from '../verdict.ts'

/** What became of an operation; a refusal is data. */
export type Outcome<Result = object> =
  | ({ readonly accepted: true; readonly explanation: Explanation } & Result)
  | { readonly accepted: false; readonly verdict: Verdict; readonly explanation: Explanation }

/** Refused with the verdict, or accepted with what `result` holds. */
export function outcomeOf<Result>(
  { verdict, explanation }: { readonly verdict?: Verdict; readonly explanation: Explanation },
  result: Result,
): Outcome<Result> {
  return verdict ? { accepted: false, verdict, explanation } : { accepted: true, explanation, ...result }
}
