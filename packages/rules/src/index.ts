export type { ContentAttempt, ContentContext, RegisteredPage } from './content/attempt.ts'
export { type ContentRuleSet, ruleSet } from './content/rule-set.ts'
export { type ContentRule, contentRules, miniappContentRules } from './content/rules.ts'
export type { AllowedCharacters } from './content/special/allowed-characters.ts'
export type { VariableForm } from './content/variable/forms.ts'
export { explain, firstDenial, type JudgeOptions } from './judge.ts'
export {
  type Bilingual,
  type Fault,
  type Finding,
  type Rule,
  type RuleSource,
  type RuleWord,
  type Severity,
  sourceText,
} from './rule.ts'
