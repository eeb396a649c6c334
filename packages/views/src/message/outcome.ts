import type { OpenOutcome } from '@minibell/client'
import type { BubbleWords } from '../words/words.ts'

/** The sentence for a tap that led nowhere (JR-7, JR-9); `undefined` when there is nothing to say. */
export function sentenceOf(outcome: OpenOutcome, words: Pick<BubbleWords, 'outcomes'>): string | undefined {
  const { outcomes } = words
  if (outcome.outcome === 'gone') return outcomes[outcome.reason]
  if (outcome.outcome === 'not-found') return outcomes.notFound
  return outcome.outcome === 'failed' ? outcomes.failed : undefined
}
