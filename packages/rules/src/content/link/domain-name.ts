import type { Folded } from '../../text/fold.ts'
import { matchesOf } from '../../text/matches.ts'
import type { Span } from '../terms/compile.ts'
import { type Candidate, isDomain, type LinkData } from './domain.ts'

/** A text to look for names in, of one length with `view`. */
export interface Surroundings {
  readonly text: string
  readonly view: Folded
  readonly source: string
}

const name =
  /(?<![a-z0-9@._-])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,5}(?:[a-z]{2,24}|xn--[a-z0-9-]{2,40})(?![a-z0-9-])/g

/** MA-16: the first domain in Latin letters. */
export function findDomain(surroundings: Surroundings, data: LinkData): Span | undefined {
  for (const found of matchesOf(surroundings.text, name)) {
    const span = { start: found.index, end: found.index + found[0].length }
    if (isDomain(candidateOf(found[0], span, surroundings), data)) return span
  }
  return undefined
}

function candidateOf(found: string, { start, end }: Span, { text, view, source }: Surroundings): Candidate {
  const before = text.slice(Math.max(0, start - 40), start)
  const after = text.slice(end, end + 40)
  const letters = (before.slice(-24) + after.slice(0, 24)).match(/\p{L}/gu) ?? []
  const latin = letters.filter((letter) => /[a-z]/.test(letter)).length
  return {
    labels: found.split('.'),
    path: /^(?::\d{2,5})?[/?#][a-z0-9?#%_-]/.test(after) || /^:\d{2,5}(?!\d)/.test(after),
    sentence: isSentence(found, start, view, source),
    wordBefore: lastWord(before),
    wordAfter: after.match(/^[^\p{L}]*([\p{L}\p{M}']+)/u)?.[1] ?? '',
    foreign: latin < letters.length && latin * 3 < letters.length,
  }
}

/** The last word of a text, or nothing. */
export function lastWord(text: string): string {
  return text.match(/[\p{L}\p{M}']+(?=[^\p{L}]*$)/u)?.[0] ?? ''
}

/** `ready.Pay`: a capital right after the dot and a small letter right before it and behind it. */
function isSentence(found: string, start: number, { from }: Folded, source: string): boolean {
  const dot = start + found.lastIndexOf('.')
  const isCapital = (at: number): boolean => /\p{Lu}/u.test(source.charAt(from[at] ?? 0))
  return isCapital(dot + 1) && !isCapital(dot - 1) && !isCapital(dot + 2)
}
