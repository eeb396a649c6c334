import { fold } from '../../text/fold.ts'
import type { Writing } from './writing.ts'

/** As `fold` makes texts, but for `…`. */
export function foldedTerm(term: string): string {
  return fold(term.trim().replaceAll('…', open)).text
}

interface Letters {
  /** Of one character of a word. */
  readonly word: string
  readonly boundary: boolean
}

const lettersOf: Readonly<Record<string, Letters>> = {
  Latin: { word: "[a-z0-9']", boundary: true },
  Arabic: { word: '[\\u0620-\\u06ff]', boundary: true },
  Devanagari: { word: '[\\u0900-\\u097f]', boundary: true },
  Bengali: { word: '[\\u0980-\\u09ff]', boundary: true },
  Ethiopic: { word: '[\\u1200-\\u137f]', boundary: true },
  Han: { word: '[^,.!?。，！？;；:：、\\s]', boundary: false },
}

/** The terms as one pattern, bounded by what ends words in that script. */
export function alternatives(terms: readonly string[], list: Writing): string {
  const letters = lettersOf[list.script] ?? { word: '[a-z0-9]', boundary: true }
  const before = fold(list.before ?? '').text
  const patterns = terms.map((term) => patternOf(term, letters, list))
  if (!letters.boundary) return patterns.join('|')
  return `(?<!${letters.word.replace("'", '')})${before}(?:${patterns.join('|')})(?!${letters.word.replace("'", '')})`
}

/** One term as a pattern over folded texts. */
function patternOf(term: string, { word, boundary }: Letters, list: Writing): string {
  const pattern = withEndings(foldedTerm(term), list)
    .replace(/[.+]/g, '\\$&')
    .replace(/\) ?\*/g, '){0,3}')
    .replace(/\*(?=[|)]|$)/g, boundary ? '*' : '')
    .replace(/\*/g, boundary ? `${word}*` : `${word}{0,4}`)
    .replace(/ \?/g, '(?:SEP)?')
    .replace(/ /g, 'SEP')
    .replaceAll(open, `${word}{0,6}?`)
    .replaceAll('SEP', boundary ? separator : ' ?')
    .replaceAll('AFTER', fold(list.after ?? '').text)
    .replaceAll('BEFORE', fold(list.beforeLong ?? '').text)
  return `(?:${pattern})`
}

/** Words of some length may have an ending; the last syllable of an Ethiopic one changes with it. */
function withEndings(term: string, { script, after, beforeLong }: Writing): string {
  if (beforeLong)
    return withEndings(term.replace(/(^|[(|])(?=[\p{L}\p{M}]{4})/gu, '$1BEFORE'), { script, ...(after && { after }) })
  if (!after) return term
  if (script !== 'Ethiopic') return term.replace(/[\p{L}\p{M}]{4,}(?=[|)]|$)/gu, '$&AFTER')
  return term.replace(/([\u1200-\u137f]{2,})([\u1200-\u137f])(\*?)(?=[|)]|$)/g, (_, stem: string, last: string) => {
    const row = last.charCodeAt(0) & ~7
    return `${stem}[${String.fromCharCode(row)}-${String.fromCharCode(row + 7)}]AFTER`
  })
}

/** Stands for `…` while a term is folded: that would make three dots of it. */
const open = '\ue000'

/** What may stand between the words of a phrase. */
const separator = '[ \'_,/&+*"():-]+'
