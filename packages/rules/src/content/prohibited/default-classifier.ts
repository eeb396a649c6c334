import { allOf, type Classifier } from './classifier.ts'
import { profanityClassifier } from './profanity.ts'
import type { TermList } from './term-list.ts'
import { wordClassifier } from './word-classifier.ts'

const made = new WeakMap<readonly TermList[], Classifier>()

/** MA-13 without a model: lists of terms and a public list of English profanity. Compiled on first use, once for the same lists. */
export function classifierOf(lists: readonly TermList[]): Classifier {
  const known = made.get(lists)
  if (known) return known
  const classify = allOf([wordClassifier(lists), profanityClassifier()])
  made.set(lists, classify)
  return classify
}
