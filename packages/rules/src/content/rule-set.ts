import type { Severity } from '../rule.ts'
import type { PromotionList } from './download/promotion-list.ts'
import { servedPromotions } from './download/served-promotions.ts'
import { type Cues, servedCues } from './link/cues.ts'
import { type DomainEndings, domainEndings } from './link/endings.ts'
import { servedTerms } from './prohibited/served-terms.ts'
import type { TermList } from './prohibited/term-list.ts'
import type { SimilarityNumbers } from './similar/similar-messages.ts'
import { type AllowedCharacters, servedCharacters } from './special/allowed-characters.ts'
import { type VariableForm, variableForms } from './variable/forms.ts'

/** Every number, list and severity of the content rules, so that a revision of the source is a change of data. */
export interface ContentRuleSet {
  readonly name: string
  readonly version: string
  /** ms since 1970. */
  readonly effectiveAt: number
  /** Code points. */
  readonly title: { readonly max: number }
  /** Code points; `warnAbove` since the source's sentence may mean the content too. */
  readonly content: { readonly warnAbove: number; readonly max: number }
  readonly variables: readonly VariableForm[]
  readonly characters: AllowedCharacters
  /** MA-13; the default classifier is made of them. */
  readonly terms: readonly TermList[]
  /** MA-16: what stands for a domain, and how apps are promoted. */
  readonly links: { readonly endings: DomainEndings; readonly cues: Cues }
  readonly promotions: readonly PromotionList[]
  /** MA-17. */
  readonly similarity: SimilarityNumbers
  /** By rule id; a rule that is not named denies. */
  readonly severities: Readonly<Record<string, Severity>>
}

/** The rule set of source 000, read as the requirements decide. */
export const ruleSet: ContentRuleSet = {
  name: 'miniapp-message-content',
  version: '1',
  // 2024-01-01, the year that the source carries.
  effectiveAt: 1_704_067_200_000,
  title: { max: 80 },
  content: { warnAbove: 80, max: 500 },
  variables: variableForms,
  characters: servedCharacters,
  terms: servedTerms,
  links: { endings: domainEndings, cues: servedCues },
  promotions: servedPromotions,
  similarity: {
    days: 30,
    warnFrom: 2,
    denyFrom: 3,
    message: 0.74,
    title: 0.5,
    content: 0.92,
    related: { content: 0.8, title: 0.3 },
  },
  severities: { 'MA-9.content': 'warn', 'MA-13.privacy': 'warn', 'MA-17.similar': 'warn', 'MA-18.doubtful': 'human' },
}
