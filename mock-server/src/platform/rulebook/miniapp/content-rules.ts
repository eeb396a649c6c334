import { type ContentAttempt, type ContentRule, miniappContentRules, sourceText } from '@minibell/rules'
import type { SenderRecord } from '../../world.ts'
import type { PlatformRule } from '../rule.ts'

/** Content that a mini-program wants to send. */
export interface ContentCheck extends ContentAttempt {
  readonly sender: SenderRecord
}

/** MA-8 to MA-12 with the code of this dialect: the message cannot be registered. */
export const contentRules: readonly PlatformRule<ContentCheck>[] = miniappContentRules.map(platformRule)

function platformRule(rule: ContentRule): PlatformRule<ContentCheck> {
  return {
    id: rule.id,
    source: sourceText(rule.source),
    severity: rule.severity,
    summary: rule.summary.en,
    check({ sender, ...attempt }) {
      const found = rule.check(attempt, { appId: sender.wireId, sender: sender.id, pages: sender.pages })
      return typeof found === 'string' ? found : { code: 70002, ...found }
    },
  }
}
