/** One sentence in both languages of the sources. */
export interface Bilingual {
  readonly en: string
  readonly zh: string
}

/** `deny` refuses, `warn` is told, `human` waits for an operator. */
export type Severity = 'deny' | 'warn' | 'human'

/** Where a statement stands. */
export interface RuleSource {
  /** Number of the source document: `000`. */
  readonly document: string
  /** Requirement id: `MA-9`. */
  readonly statement: string
  /** Heading and number inside the document. */
  readonly place: string
  /** The document's own words. */
  readonly quote: string
}

/** One normative statement as data and a pure function. */
export interface Rule<Attempt, Context> {
  /** The requirement id, with a part after a dot where a statement has several: `MA-9.title`. */
  readonly id: string
  readonly source: RuleSource
  readonly severity: Severity
  readonly summary: Bilingual
  /** `not-checkable`: the attempt does not say what this rule asks about. */
  check(attempt: Attempt, context: Context): Fault | 'passed' | 'not-checkable'
}

/** What a check found wrong, with its values. */
export interface Fault {
  readonly expected: string
  readonly received: string
  /** How to mend it. */
  readonly hint: Bilingual
}

/** A fault with the rule that found it; a dialect adds its own code. */
export interface Finding extends Fault {
  readonly rule: string
  /** The rule's source as one line. */
  readonly source: string
}

/** One rule's word on one attempt. `finding` is there when it warned or refused. */
export interface RuleWord {
  readonly rule: string
  readonly word: 'passed' | 'warned' | 'refused' | 'not-checkable' | 'switched-off'
  readonly finding?: Finding
}

/** A source as one line for people. */
export function sourceText({ document, statement, place, quote }: RuleSource): string {
  return `${statement} (${document}, ${place}): "${quote}"`
}
