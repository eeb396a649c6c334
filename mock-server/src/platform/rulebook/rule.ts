import type { Verdict } from '../verdict.ts'

/** One statement of a source as a check of an attempt. Pure: everything it looks at is in the attempt. */
export interface PlatformRule<Attempt> {
  readonly id: string
  /** Where the statement stands, for people. */
  readonly source: string
  readonly severity: 'deny' | 'warn' | 'human'
  readonly summary: string
  /** `not-checkable`: the attempt does not say what this rule asks about. */
  check(attempt: Attempt): Finding | 'passed' | 'not-checkable'
}

/** What a rule found. It refuses, unless `note` says that it is only worth telling. */
export interface Finding extends Omit<Verdict, 'rule' | 'source'> {
  readonly note?: true
}
