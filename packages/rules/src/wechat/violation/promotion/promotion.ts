import { promotionFinder, type Weights } from './promotion-classifier.ts'
import { readWeights } from './read-weights.ts'
import { writtenWeights } from './weights.ts'

let made: Weights | undefined

/** Read when a template message is first looked at. */
const weights = (): Weights => {
  made ??= readWeights(writtenWeights)
  return made
}

/** WT-11.3 to WT-11.7: sentences that most likely sell, reward sharing, reward an app or announce an activity. */
export const likely = {
  /** Any promotion at all: rules of a narrower kind speak first. */
  selling: promotionFinder('any', weights),
  sharing: promotionFinder('sharing', weights),
  downloading: promotionFinder('downloading', weights),
  activity: promotionFinder('activity', weights),
} as const
