import { matchesOf } from '../../text/matches.ts'
import type { Span } from '../terms/compile.ts'

/** The kinds of personal data that the detectors know. */
export type PersonalKind =
  | 'e-mail address'
  | 'phone number'
  | 'card number'
  | 'bank account'
  | 'identity number'
  | 'passport number'

/** A place in a folded text, and what stands there. */
export interface PersonalSpan extends Span {
  readonly kind: PersonalKind
}

/** Every match as a span of one kind. */
export function spans(text: string, pattern: RegExp, kind: PersonalKind): readonly PersonalSpan[] {
  return matchesOf(text, pattern).map((found) => ({
    kind,
    start: found.index,
    end: found.index + found[0].length,
  }))
}
