import {
  type ContentAttempt,
  type ContentRule,
  contentRules as contentRulesOf,
  messageElementRules,
  ruleSet,
  sourceText,
} from '@minibell/rules'
import type { SenderRecord } from '../../world.ts'
import type { RuleNumbers } from '../numbers.ts'
import type { PlatformRule } from '../rule.ts'
import { topic } from './topic.ts'

/** Content that a mini-program wants to send. */
export interface ContentCheck extends ContentAttempt {
  readonly sender: SenderRecord
  readonly numbers: RuleNumbers
  /** MA-15: what the sender says that the message is about. */
  readonly topic?: string
}

/** Rules on content with the code of this dialect: the message cannot be registered. */
export const contentRules: readonly PlatformRule<ContentCheck>[] = [...messageElementRules.map(platformRule), topic]

function platformRule(rule: ContentRule): PlatformRule<ContentCheck> {
  return {
    id: rule.id,
    source: sourceText(rule.source),
    severity: rule.severity,
    summary: rule.summary.en,
    check({ sender, numbers, topic: _, ...attempt }) {
      const { check } = revised(numbers.content).get(rule.id) ?? rule
      const found = check(attempt, { appId: sender.wireId, sender: sender.id, pages: sender.pages })
      return typeof found === 'string' ? found : { code: 70002, ...found }
    },
  }
}

const revisions = new Map<string, ReadonlyMap<string, ContentRule>>()

/** The rules with the numbers of a revision (MA-20). */
function revised({ titleMax, warnAbove, max }: RuleNumbers['content']): ReadonlyMap<string, ContentRule> {
  const name = `${titleMax} ${warnAbove} ${max}`
  const made = revisions.get(name)
  if (made) return made
  const rules = contentRulesOf({ ...ruleSet, title: { max: titleMax }, content: { warnAbove, max } })
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  revisions.set(name, byId)
  return byId
}
