import { matchesOf } from '../../text/matches.ts'
import { isBetweenWords } from '../../text/word-edges.ts'
import { anchorsOf, longestAnchor } from './anchors.ts'
import { alternatives, foldedTerm } from './pattern.ts'
import { ask, present } from './presence.ts'
import type { Writing } from './writing.ts'

export type { Writing } from './writing.ts'

/** A place in a folded text. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Finds the first term of a list in a folded text. */
export type TermFinder = (text: string) => Span | undefined

/**
 * Compiles a list of terms on first use. Terms stand in one text, apart by commas or lines: `a b` is a phrase, `(a|b)` a choice,
 * `(a|b)*` up to three of them, `x*` leaves the rest of the word open, `…` up to six characters, `a ~ b` needs both within one sentence and 40 characters, in
 * either order, and a line that starts with `re:` is a regular expression; `re(ab|cd):` says what a text needs for it. Terms are folded like the texts.
 */
export function termFinder(writing: Writing, terms: string): TermFinder {
  let find: TermFinder | undefined
  return (text) => {
    find ??= once(`${keyOf(writing)}\n${terms}`, () => compile(writing, terms))
    return find(text)
  }
}

/** The same list is compiled once, whatever rule set it is in. */
const compiled = new Map<string, TermFinder>()

function once(key: string, make: () => TermFinder): TermFinder {
  const made = compiled.get(key) ?? make()
  compiled.set(key, made)
  return made
}

const keyOf = ({ script, before, beforeLong, after }: Writing): string => [script, before, beforeLong, after].join('\n')

/** Finds every place of terms in a folded text; no term may have `~`. Compiled on first use. */
export function allMatches(writing: Writing, terms: string): (text: string) => readonly Span[] {
  let made: { readonly patterns: readonly RegExp[]; readonly has: (text: string) => boolean } | undefined
  return (text) => {
    made ??= { patterns: patternsOf(writing, termsOf(terms)), has: anyOf(termsOf(terms), writing) }
    if (!made.has(text)) return []
    return made.patterns.flatMap((pattern) => matchesOf(text, pattern).map(spanOf))
  }
}

/** Whether one of the terms may be in a text. */
function anyOf(terms: readonly string[], writing: Writing): (text: string) => boolean {
  const needs = terms.map((term) => needsOf(term, writing))
  if (!needs.every((each) => each.length > 0)) return () => true
  const asked = ask(needs.flat())
  return (text) => present(text, asked).length > 0
}

function patternsOf(writing: Writing, terms: readonly string[]): readonly RegExp[] {
  const whole = terms.filter((term) => !isRaw(term))
  const raw = terms.filter(isRaw).map((term) => new RegExp(term.replace(rawStart, ''), 'gu'))
  return whole.length > 0 ? [new RegExp(alternatives(whole, writing), 'gu'), ...raw] : raw
}

const rawStart = /^re(?:\(([^)]*)\))?:/

const isRaw = (term: string): boolean => rawStart.test(term)

/** The terms of a text as it stands in a list: apart by commas or lines; a regular expression takes its whole line. */
export function termsOf(text: string): readonly string[] {
  return text
    .split('\n')
    .flatMap((line) => {
      const trimmed = line.trim().replace(/,$/, '')
      return isRaw(trimmed) ? [trimmed] : trimmed.split(',').map((term) => term.trim())
    })
    .filter((term) => term !== '')
}

function compile(list: Writing, text: string): TermFinder {
  const entries = termsOf(text).map((term) => entryOf(term, list))
  const always = entries.filter(({ needs }) => needs.length === 0)
  const others = entries.filter(({ needs }) => needs.length > 0)
  const asked = ask(others.flatMap(({ needs }) => needs))
  const owners = others.flatMap((entry) => entry.needs.map(() => entry))
  return (folded) => {
    const numbers = present(folded, asked)
    return firstSpan(numbers.length > 0 ? whole(owners, numbers, asked.from) : [], folded) ?? firstSpan(always, folded)
  }
}

/** The terms of which a text has a bit of every part, in the order of the list. */
function whole(owners: readonly Entry[], numbers: readonly number[], from: number): readonly Entry[] {
  const counts = new Map<Entry, number>()
  const found: Entry[] = []
  for (const number of numbers) {
    const owner = owners[number - from]
    if (!owner) continue
    const count = (counts.get(owner) ?? 0) + 1
    if (count === owner.needs.length) found.push(owner)
    else counts.set(owner, count)
  }
  return found
}

function firstSpan(entries: readonly Entry[], text: string): Span | undefined {
  for (const { find } of entries) {
    const span = find(text)
    if (span) return span
  }
  return undefined
}

/** A term is made a pattern when a text first has what it cannot do without. */
interface Entry {
  /** Anchors of its parts. */
  readonly needs: readonly (readonly string[])[]
  readonly find: TermFinder
}

function entryOf(term: string, list: Writing): Entry {
  let made: TermFinder | undefined
  const make = (): TermFinder => {
    if (isRaw(term)) return single(term.replace(rawStart, ''), list)
    return term.includes(' ~ ') ? together(term, list) : single(alternatives([term], list), list)
  }
  return {
    needs: needsOf(term, list),
    find(text) {
      made ??= make()
      return made(text)
    },
  }
}

function needsOf(term: string, { script, after }: Writing): readonly (readonly string[])[] {
  const raw = rawStart.exec(term)
  if (raw) return raw[1] === undefined ? [] : [raw[1].split('|').map((anchor) => anchor.slice(0, longestAnchor))]
  const bends = script === 'Ethiopic' && after !== undefined
  return term
    .split(' ~ ')
    .map((part) => anchorsOf(foldedTerm(part), { bends }))
    .filter((anchors) => anchors !== undefined)
}

function single(pattern: string, list: Writing): TermFinder {
  const compiled = new RegExp(pattern, 'gu')
  return (text) => {
    for (const found of matchesOf(text, compiled)) {
      const span = spanOf(found)
      if (isWhole(text, span, list)) return span
    }
    return undefined
  }
}

const spanOf = (found: RegExpExecArray): Span => ({ start: found.index, end: found.index + found[0].length })

/** Patterns bound words where blanks do; in Han texts a dictionary does. */
const isWhole = (text: string, span: Span, { script }: Writing): boolean =>
  script !== 'Han' || isBetweenWords(text, span)

/** `a ~ b ~ c`: each part once, within a sentence, each at most 40 characters from the one found before it. */
function together(term: string, list: Writing): TermFinder {
  const parts = term.split(' ~ ').map((part) => new RegExp(alternatives([part.trim()], list), 'gu'))
  return (text) => {
    const [first, ...others] = parts
    if (!first) return undefined
    for (const found of matchesOf(text, first)) {
      let span: Span | undefined = isWhole(text, spanOf(found), list) ? spanOf(found) : undefined
      for (const other of others) span = span && reach(text, span, other)
      if (span) return span
    }
    return undefined
  }
}

const gap = 40

/** The span widened to the nearest match of `pattern` beside it. */
function reach(text: string, span: Span, pattern: RegExp): Span | undefined {
  for (const found of matchesOf(text, pattern)) {
    const end = found.index + found[0].length
    const between = found.index >= span.end ? text.slice(span.end, found.index) : text.slice(end, span.start)
    const apart = found.index >= span.end || end <= span.start
    if (apart && between.length <= gap && !/[.!?。！？।۔؟።](?!\d)/.test(between))
      return { start: Math.min(span.start, found.index), end: Math.max(span.end, end) }
  }
  return undefined
}
