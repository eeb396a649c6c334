import { termsOf } from '../../content/terms/compile.ts'
import { fold } from '../../text/fold.ts'

/**
 * Chinese terms as one pattern each, over folded texts: `(a|b)` a choice, `…` up to six characters, `a ~ b` both within one sentence
 * and 40 characters in either order, `re:` a regular expression for the rest of its line. Titles are too short for a dictionary of
 * words, so a term is found inside of others too; what it must not be found in is spared by name.
 */
export function hanPatterns(terms: string): readonly RegExp[] {
  return termsOf(terms).map((term) => new RegExp(term.startsWith('re:') ? term.slice(3) : patternOf(term), 'gu'))
}

const inSentence = '(?:[^.!?。！？;]|\\.(?=\\d)){0,40}?'

function patternOf(term: string): string {
  const [first = '', second] = term.split(' ~ ').map(partOf)
  return second === undefined ? first : `(?:${first})${inSentence}(?:${second})|(?:${second})${inSentence}(?:${first})`
}

/** Stands for `…` while a term is folded, which would make dots of it. */
const open = '\ue000'

function partOf(part: string): string {
  return fold(part.trim().replaceAll('…', open))
    .text.replace(/[.+*]/g, '\\$&')
    .replaceAll(open, '[^,.!?。！？;；:：、\\s]{0,6}?')
}
