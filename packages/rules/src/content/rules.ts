import type { ContentRule } from './content-rule.ts'
import { elementRules } from './element-rules.ts'
import type { Classifier } from './prohibited/classifier.ts'
import { classifierOf } from './prohibited/default-classifier.ts'
import { type ContentRuleSet, ruleSet } from './rule-set.ts'
import { usageRules } from './usage-rules.ts'

/** What the rules ask besides their data. */
export interface ContentRuleOptions {
  /** MA-13: says what kind of content a message has. Default: by the terms of the rule set. */
  readonly classify?: Classifier
}

/** MA-8 to MA-18 in the order in which they speak, with the numbers and lists of one rule set. */
export function contentRules(set: ContentRuleSet, options: ContentRuleOptions = {}): readonly ContentRule[] {
  const { classify = classifierOf(set.terms) } = options
  return [...elementRules(set), ...usageRules(set, classify)].map((each) => ruled(each, set))
}

/** MA-8 to MA-12 alone: what a message is made of, whatever it says. */
export const messageElementRules: readonly ContentRule[] = elementRules(ruleSet).map((each) => ruled(each, ruleSet))

/** The rules of source 000 as they stand today. */
export const miniappContentRules: readonly ContentRule[] = contentRules(ruleSet)

function ruled(rule: Omit<ContentRule, 'severity'>, set: ContentRuleSet): ContentRule {
  return { ...rule, severity: set.severities[rule.id] ?? 'deny' }
}
