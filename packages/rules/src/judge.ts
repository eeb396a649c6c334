import { type Fault, type Finding, type Rule, type RuleWord, sourceText } from './rule.ts'

/** Which rules keep silent. */
export interface JudgeOptions {
  /** Ids of rules that are switched off. Default none. */
  readonly disabled?: ReadonlySet<string>
}

/** What the first refusing rule found, in the order of `rules`; `undefined` when none refuses. Warnings never deny. */
export function firstDenial<Attempt, Context>(
  rules: readonly Rule<Attempt, Context>[],
  attempt: Attempt,
  context: Context,
  { disabled }: JudgeOptions = {},
): Finding | undefined {
  for (const rule of rules) {
    if (rule.severity !== 'deny' || disabled?.has(rule.id)) continue
    const found = rule.check(attempt, context)
    if (typeof found === 'object') return findingOf(rule, found)
  }
  return undefined
}

/** Every rule's word, in the order of `rules`: a denial stops none of those after it. */
export function explain<Attempt, Context>(
  rules: readonly Rule<Attempt, Context>[],
  attempt: Attempt,
  context: Context,
  { disabled }: JudgeOptions = {},
): readonly RuleWord[] {
  return rules.map((rule) => {
    if (disabled?.has(rule.id)) return { rule: rule.id, word: 'switched-off' }
    const found = rule.check(attempt, context)
    if (typeof found === 'string') return { rule: rule.id, word: found }
    return { rule: rule.id, word: rule.severity === 'deny' ? 'refused' : 'warned', finding: findingOf(rule, found) }
  })
}

function findingOf(rule: Pick<Rule<never, never>, 'id' | 'source'>, fault: Fault): Finding {
  return { rule: rule.id, source: sourceText(rule.source), ...fault }
}
