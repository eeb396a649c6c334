import { type ProposalRule, sourceText, templateReviewRules } from '@minibell/rules'
import type { ProposalAttempt } from '../../rulebook/official-account/proposal-rules.ts'
import type { PlatformRule } from '../../rulebook/rule.ts'

/** WT-1, WT-5.5 to WT-5.8, WT-7 to WT-10 as the automatic verdict on a proposal. The code is the nearest that the wire has. */
export const reviewRules: readonly PlatformRule<ProposalAttempt>[] = templateReviewRules.map(platformRule)

const code = 43106

function platformRule(rule: ProposalRule): PlatformRule<ProposalAttempt> {
  return {
    id: rule.id,
    source: sourceText(rule.source),
    severity: rule.severity,
    summary: `${rule.summary.en}.`,
    check({ proposal, library, sender, settings }) {
      const found = rule.check(proposal, {
        library,
        brands: [sender.name],
        ...(settings.endings && { endings: settings.endings }),
      })
      return typeof found === 'string' ? found : { code, ...found }
    },
  }
}
