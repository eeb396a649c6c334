import type { OpenOutcome } from '@minibell/client'
import type { ChoiceWords, ListWords } from '../words/words.ts'

/** Why a tap led nowhere, as a sentence (JR-7, JR-9); `undefined` when there is nothing to say. */
export function sentenceOf(
  outcome: OpenOutcome,
  words: ChoiceWords & Pick<ListWords, 'failed' | 'gone'>,
): string | undefined {
  if (outcome.outcome === 'not-found') return words.notFound
  if (outcome.outcome === 'failed') return words.failed
  if (outcome.outcome !== 'gone') return undefined
  return outcome.reason === 'unknown' ? words.gone : words[outcome.reason]
}
