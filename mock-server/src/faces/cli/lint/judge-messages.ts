import {
  explain,
  miniappContentRules,
  type ProposalContext,
  type RegisteredPage,
  type RuleWord,
  templateReviewRules,
} from '@minibell/rules'
import type { DraftMessage } from './draft-message.ts'
import type { Draft } from './read-messages.ts'

/** What the rules found in one message, worst first. */
export interface LintedMessage {
  readonly message: Draft
  readonly findings: readonly (RuleWord & { readonly finding: NonNullable<RuleWord['finding']> })[]
  readonly word: 'passed' | 'warned' | 'refused'
  /** Rules that a file cannot say enough for: about a recipient, a page or an operator. */
  readonly notCheckable: readonly string[]
}

/** Pages by a sender's id on its wire; a sender that is not named has its pages unchecked. */
export type KnownPages = ReadonlyMap<string, readonly RegisteredPage[]>

/** What drafts are judged by besides the rules. */
export interface LintContext {
  readonly known: KnownPages
  /** Of templates alone. */
  readonly templates: Pick<ProposalContext, 'brands' | 'endings'>
}

export function judgeDraft(message: Draft, { known, templates }: LintContext): LintedMessage {
  const words =
    'isTemplate' in message ? explain(templateReviewRules, message, templates) : wordsOnMessage(message, known)
  const findings = words.flatMap((word) => (word.finding ? [{ ...word, finding: word.finding }] : []))
  const refused = findings.filter(({ word }) => word === 'refused')
  const others = findings.filter(({ word }) => word !== 'refused')
  return {
    message,
    findings: [...refused, ...others],
    word: refused.length > 0 ? 'refused' : others.length > 0 ? 'warned' : 'passed',
    notCheckable: words.filter(({ word }) => word === 'not-checkable').map(({ rule }) => rule),
  }
}

function wordsOnMessage(message: DraftMessage, known: KnownPages): readonly RuleWord[] {
  const { appId = '' } = message
  const pages = known.get(appId)
  return explain(miniappContentRules, message, { appId, sender: appId, ...(pages && { pages }) })
}
