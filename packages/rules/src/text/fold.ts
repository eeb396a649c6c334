import { plainEthiopic, plainLetters } from './letters.ts'

/** A text as spam filters read it, with the way back. */
export interface Folded {
  /** Lower case, without accents, joiners and invisible characters; look-alikes, digits and letters of one sound are one. */
  readonly text: string
  /** For each UTF-16 unit of `text` where its character starts in the source; at the end the source's length. */
  readonly from: readonly number[]
}

/** Folds a text: NFKD, confusables, case, digits of all scripts, Arabic and Ethiopic letters of one sound. Linear. */
export function fold(source: string): Folded {
  let text = ''
  const from: number[] = []
  let at = 0
  for (const character of source) {
    const folded = foldCharacter(character)
    for (let unit = 0; unit < folded.length; unit += 1) from.push(at)
    text += folded
    at += character.length
  }
  from.push(source.length)
  return { text, from }
}

/** What stands in the source where `[start, end)` stands in the folded text. */
export function excerptOf(source: string, { from }: Folded, start: number, end: number): string {
  const until = from.slice(end).find((place) => place > (from[end - 1] ?? 0)) ?? source.length
  return source.slice(from[start] ?? 0, until)
}

const known = new Map<string, string>()

/** Each character is looked at once; the table grows with the alphabet in use and is bounded. */
function foldCharacter(character: string): string {
  const code = character.charCodeAt(0)
  if (code < 0x80) return code >= 0x41 && code <= 0x5a ? character.toLowerCase() : code < 0x20 ? ' ' : character
  let folded = known.get(character)
  if (folded === undefined) {
    folded = plainOf(character)
    if (known.size > 20_000) known.clear()
    known.set(character, folded)
  }
  return folded
}

function plainOf(character: string): string {
  if (isInvisible(character)) return ''
  const enclosed = enclosedLetter(character.codePointAt(0) ?? 0)
  if (enclosed !== undefined) return enclosed
  if (isSpace(character)) return ' '
  return Array.from(character.normalize('NFKD')).map(plainPart).join('')
}

const isInvisible = (character: string): boolean =>
  /^(?:\p{Cf}|\p{Variation_Selector}|\u034f|\u115f|\u1160|\u17b4|\u17b5|\u20e3|\u3164|\uffa0)$/u.test(character)

const isSpace = (character: string): boolean => /^[\p{Z}\p{Cc}]$/u.test(character)

function plainPart(part: string): string {
  const plain = plainLetters.get(part)
  if (plain !== undefined) return plain
  if (isSpace(part)) return ' '
  if (/^\p{Nd}$/u.test(part)) return String(digitOf(part))
  if (/^\p{M}$/u.test(part)) return plainMark(part)
  if (/^\p{Script=Ethiopic}$/u.test(part)) return String.fromCodePoint(plainEthiopic(part.codePointAt(0) ?? 0))
  return plainSigns[part] ?? plainLower(part)
}

/** Vowel signs of Indic scripts spell words; accents, Arabic vowels and nuktas do not. */
function plainMark(mark: string): string {
  if (mark === '\u0901' || mark === '\u0981') return mark === '\u0901' ? '\u0902' : '\u0982'
  if (/^[\u093c\u09bc\u0951\u0952]$/.test(mark)) return ''
  return /^[\p{Script=Devanagari}\p{Script=Bengali}]$/u.test(mark) ? mark : ''
}

function plainLower(part: string): string {
  const lower = part.toLowerCase()
  return plainLetters.get(lower) ?? lower
}

const plainSigns: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  ʼ: "'",
  ʻ: "'",
  '`': "'",
  '´': "'",
  '′': "'",
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  ـ: '',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
  Æ: 'ae',
  Œ: 'oe',
}

/** Letters in flags and in dark circles and squares, which have no decomposition. */
function enclosedLetter(code: number): string | undefined {
  for (const start of [0x1f1e6, 0x1f150, 0x1f170])
    if (code >= start && code < start + 26) return String.fromCharCode(0x61 + code - start)
  return undefined
}

/** Digits stand in rows of ten, from zero up; a row starts where the ten before it are no digits. */
function digitOf(digit: string): number {
  const code = digit.codePointAt(0) ?? 0
  let value = 0
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(code - value - 1))) value += 1
  return value
}
