/** What a rule says against one attempt (decision 9). Plain data. */
export interface Verdict {
  /** `MA-3`, `MA-12` … with a part after a dot where a statement has several. */
  readonly rule: string
  readonly source: string
  /** Code of the dialect that asked: 70013, `PARAM_ILLEGAL` … */
  readonly code: string | number
  readonly expected: string
  readonly received: string
  readonly hint: { readonly en: string; readonly zh: string }
  /** How far the clock must go for the same attempt to pass, where time alone mends it. */
  readonly mendAfterMs?: number
}

/** Every rule's word on one attempt. */
export type Explanation = readonly RuleWord[]

/** One rule's word. `verdict` is there when it warned or refused; `not-checkable` when the attempt lacks what it asks about. */
export interface RuleWord {
  readonly rule: string
  readonly word: 'passed' | 'warned' | 'refused' | 'not-checkable' | 'switched-off'
  readonly verdict?: Verdict
}
