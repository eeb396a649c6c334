import type { AllowedCharacters } from './allowed-characters.ts'

/** An allow-list, compiled. */
export interface Alphabet {
  /** Whether the character at `index` passes, by itself or by its neighbours. */
  passes(characters: readonly string[], index: number): boolean
  /** Whether it is one of those that pass only in their place. */
  passesElsewhere(character: string): boolean
}

/** Most of what is written; what passes whatever stands beside it is looked up once. */
const ascii: readonly string[] = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code))

type Is = (character: string) => boolean

/** Compiles the allow-list of MA-11. */
export function alphabetOf(allowed: AllowedCharacters): Alphabet {
  const plain = plainSet(allowed)
  const word = wordParts(allowed)
  const joins = joinerCheck(allowed)
  const { beforeDigits, notBeforeName } = allowed
  const everywhere = new Set(ascii.filter((one) => !(beforeDigits + notBeforeName).includes(one) && !word.mark(one)))
  for (const one of everywhere) if (!word.letter(one) && !word.digit(one) && !plain.has(one)) everywhere.delete(one)
  return {
    passes(characters, index) {
      const character = characters[index] ?? ''
      if (everywhere.has(character)) return true
      const { [index - 1]: before = '', [index + 1]: after = '' } = characters
      if (word.mark(character)) return carries(characters, index, word, allowed)
      if (beforeDigits.includes(character)) return word.digit(after)
      if (notBeforeName.includes(character)) return !word.letter(after) && after !== '_'
      if (word.letter(character) || word.digit(character) || plain.has(character)) return true
      return /\p{Sc}/u.test(character) || joins(before, character, after)
    },
    passesElsewhere: (character) => (beforeDigits + notBeforeName).includes(character) || word.mark(character),
  }
}

/** What passes wherever it stands. */
function plainSet(allowed: AllowedCharacters): ReadonlySet<string> {
  const { punctuation, spaces, signs, directionMarks, refused, beforeDigits } = allowed
  const set = new Set([...Object.values(punctuation).join(''), ...spaces, ...signs, ...directionMarks])
  for (const character of refused + beforeDigits) set.delete(character)
  return set
}

interface WordParts {
  readonly letter: Is
  readonly mark: Is
  readonly digit: Is
}

function wordParts({ scripts, letters, digits, marks }: AllowedCharacters): WordParts {
  const ofScripts = new RegExp(`[${scripts.map((script) => `\\p{Script=${script}}`).join('')}]`, 'u')
  const listed = new RegExp(`^[${marks}]`, 'u')
  const served: Is = (character) => ofScripts.test(character) && !isLookAlike(character)
  return {
    letter: (character) => (/\p{L}/u.test(character) && served(character)) || isOneOf(letters, character),
    digit: (character) => (/\p{N}/u.test(character) && served(character)) || isOneOf(digits, character),
    mark: (character) => /\p{M}/u.test(character) && (served(character) || listed.test(character)),
  }
}

/** A mark stands on a letter, a digit or a joiner, and not on a heap of marks. */
function carries(
  characters: readonly string[],
  index: number,
  word: WordParts,
  { marksInRow, joiners }: AllowedCharacters,
): boolean {
  for (let at = index - 1; at >= index - marksInRow; at -= 1) {
    const base = characters[at] ?? ''
    if (!word.mark(base)) return word.letter(base) || word.digit(base) || isOneOf(joiners.characters, base)
  }
  return false
}

function joinerCheck({ joiners }: AllowedCharacters): (before: string, character: string, after: string) => boolean {
  const ofScript = joiners.scripts.map((script) => new RegExp(`\\p{Script_Extensions=${script}}`, 'u'))
  const joinable = /^[\p{L}\p{M}]/u
  return (before, character, after) =>
    isOneOf(joiners.characters, character) &&
    joinable.test(before) &&
    joinable.test(after) &&
    ofScript.some((script) => script.test(before) && script.test(after))
}

function isOneOf(list: string, character: string): boolean {
  return character !== '' && list.includes(character)
}

/** A compatibility form of other characters, or a second code point for the same character. */
function isLookAlike(character: string): boolean {
  const composed = character.normalize('NFC')
  if (character.normalize('NFKC') !== composed) return true
  return composed !== character && Array.from(composed).length === 1
}
