import type { Writing } from '../terms/writing.ts'

/** What a word list looks for, besides what is looked for by detectors. */
export type TermKind = 'unlawful' | 'sensitive' | 'pornographic' | 'publicOrder' | 'rights'

/** The terms of one language, looked for in texts that have a letter of its script. */
export interface TermList extends Writing, Readonly<Record<TermKind, string>> {
  /** ISO 639-1. */
  readonly language: string
  /** In a sentence with one of these, `unlawful` and `rights` are not looked for: it warns of them. */
  readonly advice: string
}
