import { fold } from '../../../text/fold.ts'
import { featuresOf, sentencesOf } from './features.ts'

/** What a sentence of a template message does besides serving. */
export const promotionKinds = ['selling', 'sharing', 'downloading', 'activity'] as const

/** One of the four that WT-11.3, 11.4, 11.5 and 11.7 tell. */
export type PromotionKind = (typeof promotionKinds)[number]

/** Weights of a feature for each kind, in the order of `promotionKinds`, against a sentence that only serves. */
export type Weights = ReadonlyMap<string, readonly number[]>

/** How likely a sentence is of each kind, from 0 to 1; what is left is service. */
export type Likelihoods = Readonly<Record<PromotionKind, number>>

/** Scores the features of one sentence: a softmax over the kinds and service. */
export function likelihoodsOf(features: ReadonlySet<string>, weights: Weights): Likelihoods {
  const sums = promotionKinds.map((_, kind) => weights.get('')?.[kind] ?? 0)
  for (const feature of features) {
    const own = weights.get(feature)
    if (own) for (const [kind, weight] of own.entries()) sums[kind] = (sums[kind] ?? 0) + weight
  }
  const parts = sums.map(Math.exp)
  const whole = parts.reduce((sum, part) => sum + part, 1)
  const [selling = 0, sharing = 0, downloading = 0, activity = 0] = parts.map((part) => part / whole)
  return { selling, sharing, downloading, activity }
}

/** From how likely on a sentence is told; below it honest sentences would be, too. */
export const threshold = 0.5

/** The first sentence of a text that most likely promotes, and does so by `kind` if one is named. The sentence is folded. */
export function promotionFinder(
  kind: PromotionKind | 'any',
  weights: () => Weights,
): (text: string) => string | undefined {
  return (text) =>
    judged(text.slice(0, mostScanned), weights()).find(({ likelihoods }) => isOf(likelihoods, kind))?.sentence
}

function isOf(likelihoods: Likelihoods, kind: PromotionKind | 'any'): boolean {
  const all = promotionKinds.map((each) => likelihoods[each])
  if (all.reduce((sum, each) => sum + each, 0) <= threshold) return false
  return kind === 'any' || likelihoods[kind] === Math.max(...all)
}

/** As many UTF-16 units are looked at. */
const mostScanned = 2_000

let last: { readonly text: string; readonly sentences: readonly Judged[] } | undefined

interface Judged {
  readonly sentence: string
  readonly likelihoods: Likelihoods
}

/** Several rules ask of one text, one after the other. */
function judged(text: string, weights: Weights): readonly Judged[] {
  if (last?.text === text) return last.sentences
  const sentences = sentencesOf(fold(text).text).map((sentence) => {
    const features = featuresOf(sentence)
    return { sentence, likelihoods: withCry(likelihoodsOf(features, weights), features) }
  })
  last = { text, sentences }
  return sentences
}

/** An activity that is only named is no marketing (WT-11.6 tells where it does not belong); one with prizes, prices or an invitation is. */
function withCry(likelihoods: Likelihoods, features: ReadonlySet<string>): Likelihoods {
  return crying.some((name) => features.has(`+${name}`)) ? likelihoods : { ...likelihoods, activity: 0 }
}

const crying = ['cheap', 'gift', 'gain', 'invite', 'buy', 'all', 'urge']
