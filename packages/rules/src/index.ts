export type { ContentAttempt, ContentContext, RegisteredPage, Ruling, SentMessage } from './content/attempt.ts'
export type { ContentRule } from './content/content-rule.ts'
export type { PromotionList } from './content/download/promotion-list.ts'
export type { Cues } from './content/link/cues.ts'
export type { DomainEndings } from './content/link/endings.ts'
export type { LinkLists } from './content/link/finder.ts'
export { allOf, type Classified, type Classifier, type ProhibitedKind } from './content/prohibited/classifier.ts'
export { classifierOf } from './content/prohibited/default-classifier.ts'
export type { TermKind, TermList } from './content/prohibited/term-list.ts'
export { type ContentRuleSet, ruleSet } from './content/rule-set.ts'
export { type ContentRuleOptions, contentRules, messageElementRules, miniappContentRules } from './content/rules.ts'
export type { SimilarityNumbers } from './content/similar/similar-messages.ts'
export { type Likeness, likenessOf, type Thresholds } from './content/similar/similarity.ts'
export type { AllowedCharacters } from './content/special/allowed-characters.ts'
export type { Writing } from './content/terms/compile.ts'
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
export { classOfKind, type TemplateClass, type TemplateKind, templateKinds } from './wechat/kinds.ts'
export type { ProposalContext, TemplateProposal } from './wechat/proposal.ts'
export type { ProposalRule } from './wechat/proposal-rule.ts'
export { templateReviewRules } from './wechat/review-rules.ts'
export { promotionFeatures } from './wechat/violation/promotion/features.ts'
export { type PromotionKind, promotionKinds } from './wechat/violation/promotion/promotion-classifier.ts'
export type { SentTemplate } from './wechat/violation/sent-template.ts'
export { sells, templateViolationRules, type ViolationRule } from './wechat/violation/violation-rules.ts'
