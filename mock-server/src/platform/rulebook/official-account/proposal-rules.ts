import type { ProposedTemplate } from '../../official-account/proposals/proposal.ts'
import type { LibraryEntry } from '../../official-account/records.ts'
import { reviewRules } from '../../official-account/review/review-rules.ts'
import type { PlatformRule } from '../rule.ts'
import type { AccountAttempt } from './account-attempt.ts'

/** WT-3, WT-7 to WT-10: all that the review of a proposal looks at. */
export interface ProposalAttempt extends AccountAttempt {
  readonly proposal: ProposedTemplate
  /** Entries of the same industry (WT-9.6). */
  readonly library: readonly LibraryEntry[]
}

const rulesRead: PlatformRule<ProposalAttempt> = {
  id: 'WT-3.rules',
  source: '002, opening: templates that are missing may be proposed after reading the rules',
  severity: 'deny',
  summary: 'A template is proposed after the rules were read.',
  check: ({ proposal }) =>
    proposal.rulesRead
      ? 'passed'
      : {
          code: 40037,
          expected: 'rulesRead: true',
          received: 'false',
          hint: { en: 'Read the rules for completing templates first.', zh: '请先阅读模板填写规则。' },
        },
}

const proposedIndustry: PlatformRule<ProposalAttempt> = {
  id: 'WT-3.proposed',
  source: '002, opening: only templates of the account’s own industries',
  severity: 'deny',
  summary: 'A template is proposed for one of the account’s two industries.',
  check({ proposal, account }) {
    if (account.industries?.includes(proposal.industry)) return 'passed'
    return {
      code: 45027,
      expected: account.industries
        ? `one of ${account.industries.join(' and ')}`
        : 'an account that chose its industries',
      received: `industry ${proposal.industry}`,
      hint: { en: 'Propose it for one of your industries.', zh: '请为所属行业申请模板。' },
    }
  },
}

/** In the order in which they speak. */
export const proposalRules: readonly PlatformRule<ProposalAttempt>[] = [rulesRead, proposedIndustry, ...reviewRules]
