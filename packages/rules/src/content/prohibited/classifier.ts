import type { TextPart } from '../attempt.ts'

/** The kinds of prohibited content that words can show (MA-13); privacy is the matter of detectors. */
export type ProhibitedKind = 'unlawful' | 'sensitive' | 'pornographic' | 'public-order' | 'rights'

/** What a classifier found in a message. */
export interface Classified {
  readonly kind: ProhibitedKind
  readonly part: TextPart
  /** The words as they stand in the message. */
  readonly excerpt: string
  /** `false`: an operator has to look at it (MA-18), and nothing is refused for it. */
  readonly certain: boolean
}

/**
 * Says of what kind a message's words are. The port of MA-13: another one may ask a model, as long as it answers at once; what takes
 * longer is asked before and handed in as `context.classified`.
 */
export type Classifier = (message: { readonly title: string; readonly content: string }) => readonly Classified[]

/** A classifier that says what all of them say, in their order. */
export function allOf(classifiers: readonly Classifier[]): Classifier {
  return (message) => classifiers.flatMap((classify) => classify(message))
}
