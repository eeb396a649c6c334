/** The numbers of the platform's own rules. All of them are data, so that a revision of a source is a change of data. */
export interface RuleNumbers {
  /** MA-5: messages of one mini-program in any window of `perMs`. */
  readonly rate: { readonly messages: number; readonly perMs: number }
  /** MA-3. `rolling`: 24 h a day from the last accepted send; `calendar`: dates in the recipient's time zone. */
  readonly frequency: { readonly mode: 'rolling' | 'calendar'; readonly days: number }
  /** MA-4. `inclusive`: the day number `days` still counts as active. */
  readonly recency: {
    readonly mode: 'rolling' | 'calendar'
    readonly days: number
    readonly boundary: 'inclusive' | 'exclusive'
  }
  /** MA-7: recipients of one send. */
  readonly recipients: number
  /** Code 70005: no sends from `from` to `to`, each `HH:MM`; without `timeZone` by each recipient's own. Default: never. */
  readonly quietHours?: { readonly from: string; readonly to: string; readonly timeZone?: string }
  /** Code 70003: accepted calls of one mini-program in any window of `perMs`. Default: any number. */
  readonly calls?: { readonly calls: number; readonly perMs: number }
  /** Code 70007: whether calls of the message interface are signed. */
  readonly signatures: 'off' | 'when-present' | 'required'
  /** MA-5: recipients of one file, and how many of them get their message in a second. */
  readonly files: { readonly recipients: number; readonly perSecond: number }
  /** MA-9: code points. */
  readonly content: { readonly titleMax: number; readonly warnAbove: number; readonly max: number }
  /** MA-17: of one recipient within `days`: the `warnAt`-th similar message is told, the `refuseAt`-th refused; `threshold` from 0 to 1, what both share of all that either has. */
  readonly similarity: {
    readonly days: number
    readonly threshold: number
    readonly warnAt: number
    readonly refuseAt: number
  }
  readonly governance: GovernanceNumbers
  /** By rule id, where a revision is milder or stricter than the source. */
  readonly severities?: Readonly<Record<string, 'deny' | 'warn' | 'human'>>
}

/** MA-19: what violations weigh and where they lead. */
export interface GovernanceNumbers {
  /** False: an operator takes every step. */
  readonly automatic: boolean
  /** How long a violation counts. */
  readonly windowDays: number
  /** By kind, the content of a violation. */
  readonly weights: Readonly<Record<ViolationKind, number>>
  /** The degree multiplies. */
  readonly degrees: Readonly<Record<Degree, number>>
  /** MA-21: what one recipient's report weighs. */
  readonly reports: Readonly<Record<ReportKind, number>>
  /** Rising points; the highest rung that is reached and was not taken yet is taken. */
  readonly ladder: readonly Rung[]
}

/** A step of the ladder. `days`: how long the capability is disabled. */
export interface Rung {
  readonly points: number
  readonly step: 'warned' | 'disabled' | 'revoked' | 'removed'
  readonly days?: number
}

/** What was violated, by the source's usage standards 1 to 6. */
export type ViolationKind = 'content' | 'repetition' | 'false' | 'promotion' | 'harassment' | 'inappropriate'
/** How bad it was. */
export type Degree = 'minor' | 'serious' | 'grave'
/** MA-21: why a recipient complains. */
export type ReportKind = 'harassing' | 'false' | 'marketing' | 'other'

export const violationKinds = ['content', 'repetition', 'false', 'promotion', 'harassment', 'inappropriate'] as const
export const degrees = ['minor', 'serious', 'grave'] as const
export const reportKinds = ['harassing', 'false', 'marketing', 'other'] as const

/** The sources' numbers, read as the requirements decide; those of governance are ours, since the source names none. */
export const sourceNumbers: RuleNumbers = {
  rate: { messages: 200, perMs: 1_000 },
  frequency: { mode: 'rolling', days: 3 },
  recency: { mode: 'rolling', days: 30, boundary: 'inclusive' },
  recipients: 200,
  signatures: 'off',
  files: { recipients: 500_000, perSecond: 1_700 },
  similarity: { days: 30, threshold: 0.8, warnAt: 2, refuseAt: 3 },
  content: { titleMax: 80, warnAbove: 80, max: 500 },
  governance: {
    automatic: true,
    windowDays: 90,
    weights: { content: 5, repetition: 2, false: 4, promotion: 3, harassment: 2, inappropriate: 2 },
    degrees: { minor: 1, serious: 2, grave: 4 },
    reports: { harassing: 1, false: 1, marketing: 1, other: 0.5 },
    ladder: [
      { points: 3, step: 'warned' },
      { points: 6, step: 'disabled', days: 7 },
      { points: 12, step: 'disabled', days: 30 },
      { points: 20, step: 'revoked' },
      { points: 30, step: 'removed' },
    ],
  },
}

export const dayMs = 86_400_000
