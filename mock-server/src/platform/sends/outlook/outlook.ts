import type { Verdict } from '../../verdict.ts'
import type { PersonId, SenderId } from '../../world.ts'

/** A span of time that a rule looks at for one person and one sender. */
export interface OutlookWindow {
  /**
   * `active`: since the last use, while MA-4 lets messages through. `spacing`: since the last accepted message, until MA-3 allows the
   * next. `often`: messages that count against OA-8.frequency. `reply`: what an action of the user opened (CS-2 to CS-4).
   */
  readonly kind: 'active' | 'spacing' | 'often' | 'reply'
  readonly rule: string
  readonly from: number
  /** The first instant at which it is over. */
  readonly until: number
  /** Messages that are left in it; absent: it counts none, or any number. */
  readonly left?: number
  /** Of `reply`: what the user did. */
  readonly scene?: string
}

/** How one sender stands towards one person, as far as person and time decide; words and rates are for `explain`. */
export interface SenderOutlook {
  readonly sender: SenderId
  /** A message would be let through now. */
  readonly open: boolean
  /** What speaks against it. */
  readonly verdict?: Verdict
  /** When time alone ends what speaks against it; absent where it is open, or time does not. */
  readonly opensAt?: number
  /** Those that count now, the first to be over first. */
  readonly windows: readonly OutlookWindow[]
}

/** One thing that will be different by time alone. */
export interface Turn {
  /** `rules-change`: a revision takes effect (MA-20). `account-switches`: an account gets the windows of 2023 (CS-6). */
  readonly kind: 'opens' | 'becomes-inactive' | 'comes-back' | 'reply-ends' | 'rules-change' | 'account-switches'
  readonly at: number
  readonly rule: string
  readonly sender?: SenderId
  readonly person?: PersonId
  /** Of `reply-ends`: what the user had done. Of `rules-change`: name and version. */
  readonly about?: string
}
