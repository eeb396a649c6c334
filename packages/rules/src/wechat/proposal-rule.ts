import type { Bilingual, Rule, Severity } from '../rule.ts'
import type { ProposalContext, TemplateProposal } from './proposal.ts'
import { sources } from './sources.ts'

/** A rule on a proposed template. */
export type ProposalRule = Rule<TemplateProposal, ProposalContext>

/** A rule whose severity is still to come from a rule set. */
export type UnratedProposalRule = Omit<ProposalRule, 'severity'>

export function proposalRule(
  id: string,
  statement: keyof typeof sources,
  [en, zh]: readonly [en: Bilingual['en'], zh: Bilingual['zh']],
  check: ProposalRule['check'],
): UnratedProposalRule {
  return { id, source: sources[statement], summary: { en, zh }, check }
}

/** By rule id; a rule that is not named denies. */
export const reviewSeverities: Readonly<Record<string, Severity>> = {
  'WT-5.5.important': 'human',
  'WT-9.1.wording': 'human',
  'WT-10.4.breaks': 'warn',
}
