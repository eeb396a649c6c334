import type { RuleBook, RuleFacts } from '../platform.ts'
import type { Explanation, RuleWord, Verdict } from '../verdict.ts'
import type { RuleNumbers } from './numbers.ts'
import type { Finding, PlatformRule } from './rule.ts'

/** The switches of all rules, and what the switched-on ones say of an attempt. */
export interface Judge extends RuleBook {
  enabled(id: string): boolean
  /** The first refusal in the order of `rules`. */
  refusal<Attempt>(rules: readonly PlatformRule<Attempt>[], attempt: Attempt): Verdict | undefined
  /** Every rule's word, in the order of `rules`. */
  words<Attempt>(rules: readonly PlatformRule<Attempt>[], attempt: Attempt): readonly RuleWord[]
  /** The first refusal and every rule's word, the one that decided in front; each rule looks once. */
  judged<Attempt>(rules: readonly PlatformRule<Attempt>[], attempt: Attempt): Judged
}

export interface Judged {
  readonly verdict?: Verdict
  readonly explanation: Explanation
}

export function judge(facts: readonly Omit<RuleFacts, 'enabled'>[]): Judge {
  const known = new Set(facts.map(({ id }) => id))
  const off = new Set<string>()
  const enabled = (id: string): boolean => !off.has(id)

  const words: Judge['words'] = (rules, attempt) =>
    rules.map((rule) => (off.has(rule.id) ? plainWord(rule.id, 'switched-off') : wordOf(rule, attempt)))

  return {
    enabled,
    list: () =>
      facts.map(({ id, source, severity, summary }) => ({ id, source, severity, summary, enabled: enabled(id) })),
    setEnabled(id, on) {
      if (on) off.delete(id)
      else if (known.has(id)) off.add(id)
      return known.has(id)
    },
    refusal(rules, attempt) {
      for (const rule of rules) {
        const found = enabled(rule.id) ? rule.check(attempt) : 'passed'
        if (typeof found === 'object' && refuses(rule, { found, attempt })) return verdictOf(rule, found)
      }
      return undefined
    },
    words,
    judged(rules, attempt) {
      const said = words(rules, attempt)
      const verdict = refusalIn(said)
      return { ...(verdict && { verdict }), explanation: spokenFirst(said, verdict) }
    },
  }
}

/** The first refusal among words. */
export function refusalIn(words: readonly RuleWord[]): Verdict | undefined {
  for (const word of words) if (word.word === 'refused') return word.verdict
  return undefined
}

/** The words with the one that decided in front. */
export function spokenFirst(words: readonly RuleWord[], verdict: Verdict | undefined): readonly RuleWord[] {
  const speaking = verdict && words.find(({ rule }) => rule === verdict.rule)
  return speaking ? [speaking, ...words.filter((word) => word !== speaking)] : words
}

/** MA-20: the revision in force may say another severity than the source. */
function refuses(
  { id, severity }: Pick<RuleFacts, 'id' | 'severity'>,
  { found, attempt }: { readonly found: Finding; readonly attempt: unknown },
): boolean {
  // Attempts of the MiniApp rules carry the numbers in force, others carry none.
  const { numbers } = attempt as { readonly numbers?: Partial<RuleNumbers> }
  return (numbers?.severities?.[id] ?? severity) === 'deny' && !found.note
}

function wordOf<Attempt>(rule: PlatformRule<Attempt>, attempt: Attempt): RuleWord {
  const found = rule.check(attempt)
  if (typeof found === 'string') return plainWord(rule.id, found)
  return {
    rule: rule.id,
    word: refuses(rule, { found, attempt }) ? 'refused' : 'warned',
    verdict: verdictOf(rule, found),
  }
}

type PlainWord = Exclude<RuleWord['word'], 'warned' | 'refused'>

const plainWords: Readonly<Record<PlainWord, Map<string, RuleWord>>> = {
  passed: new Map(),
  'not-checkable': new Map(),
  'switched-off': new Map(),
}

/** The journal keeps these by the hundred thousand, so each is made once. */
function plainWord(rule: string, word: PlainWord): RuleWord {
  const known = plainWords[word].get(rule)
  if (known) return known
  const made = Object.freeze({ rule, word })
  plainWords[word].set(rule, made)
  return made
}

function verdictOf(rule: { readonly id: string; readonly source: string }, { note: _, ...finding }: Finding): Verdict {
  return { rule: rule.id, source: rule.source, ...finding }
}
