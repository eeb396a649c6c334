import type { Bilingual, Rule } from '../rule.ts'
import type { ContentAttempt, ContentContext } from './attempt.ts'
import { sources } from './sources.ts'

/** A rule on the content of a service message. */
export interface ContentRule extends Rule<ContentAttempt, ContentContext> {
  /** `recipient`: looks at what one recipient got, so it is asked once for each; `message`: once for a message. */
  readonly about: 'message' | 'recipient'
}

/** A rule whose severity is still to come from a rule set. */
export type UnratedRule = Omit<ContentRule, 'severity'>

/** A rule on the message by itself. */
export function messageRule(
  id: string,
  statement: keyof typeof sources,
  [en, zh]: readonly [en: Bilingual['en'], zh: Bilingual['zh']],
  check: ContentRule['check'],
): UnratedRule {
  return { id, source: sources[statement], summary: { en, zh }, about: 'message', check }
}
