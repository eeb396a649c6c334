import { explain, miniappContentRules, type RegisteredPage, type RuleWord } from '@minibell/rules'
import type { DraftMessage } from './draft-message.ts'

/** What the rules found in one message, worst first. */
export interface LintedMessage {
  readonly message: DraftMessage
  readonly findings: readonly (RuleWord & { readonly finding: NonNullable<RuleWord['finding']> })[]
  readonly word: 'passed' | 'warned' | 'refused'
}

/** Pages by a sender's id on its wire; a sender that is not named has its pages unchecked. */
export type KnownPages = ReadonlyMap<string, readonly RegisteredPage[]>

export function judgeMessage(message: DraftMessage, known: KnownPages): LintedMessage {
  const { appId = '' } = message
  const pages = known.get(appId)
  const words = explain(miniappContentRules, message, { appId, sender: appId, ...(pages && { pages }) })
  const findings = words.flatMap((word) => (word.finding ? [{ ...word, finding: word.finding }] : []))
  const refused = findings.filter(({ word }) => word === 'refused')
  const others = findings.filter(({ word }) => word !== 'refused')
  return {
    message,
    findings: [...refused, ...others],
    word: refused.length > 0 ? 'refused' : others.length > 0 ? 'warned' : 'passed',
  }
}
