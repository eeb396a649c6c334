import { allMatches, termFinder, type Writing } from '../../content/terms/compile.ts'
import { excerptOf, fold } from '../../text/fold.ts'

/** Terms in both languages of the templates, as `content/terms/compile.ts` reads them. */
export interface Lexicon {
  readonly en: string
  readonly zh: string
}

/** Terms, and phrases in which they mean something else; those may not have `~`. */
export interface SparingLexicon {
  readonly terms: Lexicon
  readonly spares: Lexicon
}

/** What a lexicon says of a text: the words that it found, as they stand there. */
export type WordFinder = (text: string) => string | undefined

const writings: Readonly<Record<keyof Lexicon, Writing>> = {
  en: { script: 'Latin', after: "(?:'?s|es)?" },
  zh: { script: 'Han' },
}

/** As many UTF-16 units are looked at. */
const mostScanned = 2_000

/** Finds the first term of a lexicon; compiled on first use. */
export function wordFinder({ terms, spares }: SparingLexicon): WordFinder {
  const finders = [termFinder(writings.en, terms.en), termFinder(writings.zh, terms.zh)]
  const spared = [allMatches(writings.en, spares.en), allMatches(writings.zh, spares.zh)]
  return (source) => {
    const text = source.slice(0, mostScanned)
    const folded = fold(text)
    const masked = masking(folded.text, spared)
    for (const find of finders) {
      const span = find(masked)
      if (span) return excerptOf(text, folded, span.start, span.end).trim()
    }
    return undefined
  }
}

/** Terms that never mean anything else. */
export const plainFinder = (terms: Lexicon): WordFinder => wordFinder({ terms, spares: { en: '', zh: '' } })

/** Spared phrases become a sign that no term has and that ends no sentence. */
function masking(text: string, spared: readonly ReturnType<typeof allMatches>[]): string {
  let masked = text
  for (const find of spared)
    for (const { start, end } of find(text))
      masked = masked.slice(0, start) + '¦'.repeat(end - start) + masked.slice(end)
  return masked
}
