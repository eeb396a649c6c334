import type { Severity } from '../rule.ts'
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
  severities: { 'MA-9.content': 'warn' },
}
