import { type Folded, fold } from '../../text/fold.ts'
import { spelledWhole, unmasked } from '../../text/views.ts'
import { isCalendarWord } from './calendar-words.ts'
import { type LooseWords, looseLikeness, looseWords } from './loose-words.ts'

/** From 0, nothing in common, to 1, the same. */
export type Likeness = number

/** How like two texts must be, as data. */
export interface Thresholds {
  /** Title and content together. */
  readonly message: Likeness
  /** The titles then need at least this. */
  readonly title: Likeness
  /** The content alone, whatever the title. */
  readonly content: Likeness
  /** The content, where the titles have something in common. */
  readonly related: { readonly content: Likeness; readonly title: Likeness }
}

interface Written {
  readonly title: string
  readonly content: string
}

/** MA-17: whether one message is the other but for numbers, dates, order, spelling, signs and emoji. Symmetric. */
export function isSimilar(one: Written, other: Written, thresholds: Thresholds): boolean {
  const [a, b] = [printOf(one), printOf(other)]
  const content = likeness(a.content, b.content)
  if (content >= thresholds.content) return true
  const title = likeness(a.title, b.title)
  if (content >= thresholds.related.content && title >= thresholds.related.title) return true
  return title >= thresholds.title && likeness(a.whole, b.whole) >= thresholds.message
}

/** How like two texts are, by their words, by their letters or by words that are nearly the same, whichever is most. */
export function likenessOf(one: string, other: string): Likeness {
  return likeness(textPrint(one), textPrint(other))
}

/** A text without what near-duplicates change: its words and the pairs and triples of its letters, with how often each occurs. */
interface Print {
  readonly words: ReadonlyMap<string, number>
  readonly letters: ReadonlyMap<string, number>
  readonly loose: LooseWords
}

interface MessagePrint {
  readonly title: Print
  readonly content: Print
  readonly whole: Print
}

function printOf({ title, content }: Written): MessagePrint {
  return { title: textPrint(title), content: textPrint(content), whole: textPrint(`${title} ${content}`) }
}

/** As many characters are compared; longer texts are refused by MA-9. */
const most = 1_000

/** One message goes to many who got the same ones before. */
const known = new Map<string, Print>()
const mostKnown = 256

function textPrint(text: string): Print {
  const seen = known.get(text)
  if (seen) return seen
  const words = wordsOf(unmasked(spelledWhole(fold(text.slice(0, most)))))
  const made = { words: counted(words), letters: counted(gramsOf(words.join(''))), loose: looseWords(words) }
  if (known.size >= mostKnown) known.clear()
  known.set(text, made)
  return made
}

/** Words without numbers and dates; in scripts without blanks the signs one by one. */
function wordsOf({ text }: Folded): readonly string[] {
  return (text.match(/\p{Script=Han}|[\p{L}\p{M}'](?:[\p{L}\p{M}'-](?!\p{Script=Han}))*/gu) ?? [])
    .map((word) => word.replace(/['-]/g, ''))
    .filter((word) => word !== '' && !isCalendarWord(word))
}

/** Pairs where each sign says much (Han, Ethiopic), triples elsewhere. */
function gramsOf(letters: string): readonly string[] {
  const signs = Array.from(letters)
  const length = /[\p{Script=Han}\p{Script=Ethiopic}]/u.test(letters) ? 2 : 3
  if (signs.length <= length) return signs.length > 0 ? [letters] : []
  return signs.slice(0, signs.length - length + 1).map((_, at) => signs.slice(at, at + length).join(''))
}

function counted(parts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const part of parts) counts.set(part, (counts.get(part) ?? 0) + 1)
  return counts
}

function likeness(one: Print, other: Print): Likeness {
  return Math.max(
    overlap(one.words, other.words),
    overlap(one.letters, other.letters),
    looseLikeness(one.loose, other.loose),
  )
}

/** What both have of all that either has (Jaccard, with repetitions); two empty texts are the same. */
function overlap(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): Likeness {
  let both = 0
  let all = 0
  for (const part of new Set([...one.keys(), ...other.keys()])) {
    const [a, b] = [one.get(part) ?? 0, other.get(part) ?? 0]
    both += Math.min(a, b)
    all += Math.max(a, b)
  }
  return all === 0 ? 1 : both / all
}
