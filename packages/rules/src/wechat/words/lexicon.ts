import { allMatches, type Span, termFinder, type Writing } from '../../content/terms/compile.ts'
import { excerptOf, type Folded, fold } from '../../text/fold.ts'
import { spelledWhole, unmasked } from '../../text/views.ts'
import { hanPatterns } from './han-terms.ts'

/** Terms in both languages of the templates: English as `content/terms/compile.ts` reads them, Chinese as `hanPatterns` does. */
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

const english: Writing = { script: 'Latin', after: "(?:'?s|es)?" }

/** As many UTF-16 units are looked at. */
const mostScanned = 2_000

/** Finds the first term of a lexicon; compiled on first use. */
export function wordFinder({ terms, spares }: SparingLexicon): WordFinder {
  const finders = [termFinder(english, terms.en), hanFinder(terms.zh)]
  const spared = [allMatches(english, spares.en), hanMatches(spares.zh)]
  return (source) => {
    const text = source.slice(0, mostScanned)
    for (const view of viewsOf(text)) {
      // Most texts have none of the terms, and what is spared adds none.
      if (!finders.some((find) => find(view.text))) continue
      const masked = masking(view.text, spared)
      for (const find of finders) {
        const span = find(masked)
        if (span) return excerptOf(text, view, span.start, span.end).trim()
      }
    }
    return undefined
  }
}

let last: { readonly text: string; readonly views: readonly Folded[] } | undefined

/** The text as it is and as who evades rules means it: `c o u p o n`, `disc0unt`, `红 包`. Many finders look at one text, one after the other. */
function viewsOf(text: string): readonly Folded[] {
  if (last?.text === text) return last.views
  const folded = fold(text)
  const views = [...new Set([folded, spelledWhole(folded), unmasked(folded), joinedHan(folded)])]
  last = { text, views }
  return views
}

/** Chinese characters without what stands between two of them: `优·惠·券`. */
function joinedHan(folded: Folded): Folded {
  const { text, from } = folded
  let joined = ''
  const places: number[] = []
  let at = 0
  for (const { 0: gap, index } of text.matchAll(/(?<=\p{Script=Han})[ .·*_-]{1,3}(?=\p{Script=Han})/gu)) {
    joined += text.slice(at, index)
    places.push(...from.slice(at, index))
    at = index + gap.length
  }
  return at === 0 ? folded : { text: joined + text.slice(at), from: [...places, ...from.slice(at)] }
}

/** Terms that never mean anything else. */
export const plainFinder = (terms: Lexicon): WordFinder => wordFinder({ terms, spares: { en: '', zh: '' } })

function hanMatches(terms: string): (text: string) => readonly Span[] {
  let patterns: readonly RegExp[] | undefined
  return (text) => {
    if (!/\p{Script=Han}/u.test(text)) return []
    patterns ??= hanPatterns(terms)
    return patterns.flatMap((pattern) =>
      Array.from(text.matchAll(pattern), (found) => ({ start: found.index, end: found.index + found[0].length })),
    )
  }
}

function hanFinder(terms: string): (text: string) => Span | undefined {
  let pattern: RegExp | undefined
  return (text) => {
    if (terms === '' || !/\p{Script=Han}/u.test(text)) return undefined
    pattern ??= new RegExp(
      hanPatterns(terms)
        .map(({ source }) => source)
        .join('|'),
      'u',
    )
    const found = pattern.exec(text)
    return found ? { start: found.index, end: found.index + found[0].length } : undefined
  }
}

/** Spared phrases become a sign that no term has and that ends no sentence. */
function masking(text: string, spared: readonly ((text: string) => readonly Span[])[]): string {
  let masked = text
  for (const find of spared)
    for (const { start, end } of find(text))
      masked = masked.slice(0, start) + '¦'.repeat(end - start) + masked.slice(end)
  return masked
}
