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
}

/** The sources' numbers, read as the requirements decide. */
export const sourceNumbers: RuleNumbers = {
  rate: { messages: 200, perMs: 1_000 },
  frequency: { mode: 'rolling', days: 3 },
  recency: { mode: 'rolling', days: 30, boundary: 'inclusive' },
  recipients: 200,
}

export const dayMs = 86_400_000
