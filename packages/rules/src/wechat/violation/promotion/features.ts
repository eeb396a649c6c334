import { fold } from '../../../text/fold.ts'
import { wordClasses } from './word-classes.ts'

/** The sentences of a text, folded; a dot within a number ends none. */
export function sentencesOf(folded: string): readonly string[] {
  return folded
    .split(/[.!?。！？;；\n]+(?!\d)/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence))
}

/** Of each sentence of a text what the promotion classifier sees: for training. The sentence is folded. */
export function promotionFeatures(
  text: string,
): readonly { readonly sentence: string; readonly features: readonly string[] }[] {
  return sentencesOf(fold(text).text).map((sentence) => ({ sentence, features: [...featuresOf(sentence)] }))
}

/** What a classifier sees of a folded sentence: stems and pairs of them, Chinese characters by ones, twos and threes, and classes of words. Each once. */
export function featuresOf(sentence: string): ReadonlySet<string> {
  const plain = withoutValues(sentence)
  const features = new Set<string>()
  let before = '^'
  for (const [word] of plain.matchAll(/[a-z']+|[0-9%¤]+/g)) {
    const stem = stemOf(word)
    features.add(stem).add(`${before} ${stem}`)
    before = stem
  }
  for (const [run] of plain.matchAll(/[\p{Script=Han}¤%0]+/gu)) addPieces(Array.from(run), features)
  for (const { name, pattern } of classes) if (pattern.test(plain)) features.add(`+${name}`)
  addPairs(features)
  return features
}

const longest = 3

function addPieces(signs: readonly string[], features: Set<string>): void {
  for (let at = 0; at < signs.length; at += 1)
    for (let length = 1; length <= longest && at + length <= signs.length; length += 1)
      features.add(signs.slice(at, at + length).join(''))
}

/** Two classes in one sentence say more than each alone. */
function addPairs(features: Set<string>): void {
  const found = [...features].filter((feature) => feature.startsWith('+'))
  for (const [at, one] of found.entries()) for (const other of found.slice(at + 1)) features.add(one + other)
}

/** Amounts, shares and other numbers are all alike. */
function withoutValues(sentence: string): string {
  return sentence
    .replace(/\d[\d.,:]*\s?(?:%|percent|折)/g, ' % ')
    .replace(/(?:kes|ksh|usd|rmb|cny|us\$|[$€£¥₦₹])\s?\d[\d.,]*|\d[\d.,]*\s?(?:元|块|shillings|dollars|yuan)/g, ' ¤ ')
    .replace(/\d[\d.,:]*/g, ' 0 ')
}

/** An English word without its endings. */
function stemOf(word: string): string {
  const bare = word.replace(/'(?:s|re|ve|ll)?$/, '')
  if (bare.length < 4) return bare
  const stem = bare.replace(/ies$/, 'y').replace(/(?:ings?|ed|es|s|ly)$/, '')
  return stem.length < 3 ? bare : stem.replace(/([b-df-hj-np-tv-z])\1$/, '$1').replace(/e$/, '')
}

const classes = wordClasses.map(({ name, en, zh }) => ({
  name,
  pattern: new RegExp(`(?<![a-z])(?:${en})(?![a-z])|${fold(zh).text}`, 'u'),
}))
