import type { Fault } from '../rule.ts'
import { nameCharacter } from '../text/quote.ts'
import { type ContentAttempt, partNames, type TextPart } from './attempt.ts'
import type { AllowedCharacters } from './characters.ts'
import { hintFor, kindOf, type SpecialKind } from './special-kinds.ts'

/** A character that MA-11 does not let pass. */
export interface SpecialCharacter {
  readonly character: string
  readonly kind: SpecialKind
  /** 1 for the first code point. */
  readonly position: number
}

/** Finds all special characters of a text, in order. */
export type SpecialFinder = (text: string) => readonly SpecialCharacter[]

/** MA-11: compiles an allow-list. */
export function specialFinder(allowed: AllowedCharacters): SpecialFinder {
  const passes = passer(allowed)
  return (text) => {
    const characters = Array.from(text)
    return characters.flatMap((character, index) =>
      /^[A-Za-z0-9 ]/.test(character) || passes(characters, index)
        ? []
        : [{ character, kind: kindOf(character, allowed), position: index + 1 }],
    )
  }
}

/** MA-11: the part has no special characters. */
export function checkSpecial(
  attempt: ContentAttempt,
  part: TextPart,
  find: SpecialFinder,
): Fault | 'passed' | 'not-checkable' {
  const text = attempt[part]
  if (text === undefined) return 'not-checkable'
  const found = find(text)
  const [first] = found
  if (!first) return 'passed'
  return {
    expected: `letters, digits, spaces and punctuation of the served languages in ${part}`,
    received: describe(found),
    hint: hintFor(first, part, partNames[part]),
  }
}

function describe(found: readonly SpecialCharacter[]): string {
  const distinct = found.filter((one, index) => found.findIndex((other) => other.character === one.character) === index)
  const named = distinct
    .slice(0, 3)
    .map(({ character, kind, position }) => `${nameCharacter(character)} (${kind}) at character ${position}`)
  return `${named.join(', ')}${distinct.length > 3 ? ` and ${distinct.length - 3} more` : ''}`
}

type Passes = (characters: readonly string[], index: number) => boolean

/** Whether the character at `index` passes, by itself or by its neighbours. */
function passer(allowed: AllowedCharacters): Passes {
  const plain = plainSet(allowed)
  const { letter, mark, digit } = wordParts(allowed)
  const joins = joinerCheck(allowed)
  const { beforeDigits, notBeforeName } = allowed
  return (characters, index) => {
    const [before = '', character = '', after = ''] = [characters[index - 1], characters[index], characters[index + 1]]
    if (letter(character) || digit(character)) return true
    if (mark(character)) return carries(characters, index, { letter, mark, digit }, allowed)
    if (beforeDigits.includes(character)) return digit(after)
    if (notBeforeName.includes(character)) return !letter(after) && after !== '_'
    if (plain.has(character) || /\p{Sc}/u.test(character)) return true
    return joins(before, character, after)
  }
}

type Is = (character: string) => boolean

/** What passes wherever it stands. */
function plainSet(allowed: AllowedCharacters): ReadonlySet<string> {
  const { punctuation, spaces, signs, directionMarks, refused, beforeDigits } = allowed
  const set = new Set([...Object.values(punctuation).join(''), ...spaces, ...signs, ...directionMarks])
  for (const character of refused + beforeDigits) set.delete(character)
  return set
}

function wordParts({ scripts, letters, digits, marks }: AllowedCharacters): { letter: Is; mark: Is; digit: Is } {
  const ofScripts = new RegExp(`[${scripts.map((script) => `\\p{Script=${script}}`).join('')}]`, 'u')
  const listed = new RegExp(`^[${marks}]`, 'u')
  const served: Is = (character) => ofScripts.test(character) && !isLookAlike(character)
  return {
    letter: (character) => (/\p{L}/u.test(character) && served(character)) || isOneOf(letters, character),
    digit: (character) => (/\p{N}/u.test(character) && served(character)) || isOneOf(digits, character),
    mark: (character) => /\p{M}/u.test(character) && (served(character) || listed.test(character)),
  }
}

/** A mark stands on something, and not on a heap of marks. */
function carries(
  characters: readonly string[],
  index: number,
  is: { letter: Is; mark: Is; digit: Is },
  { marksInRow, joiners }: AllowedCharacters,
): boolean {
  for (let at = index - 1; at >= index - marksInRow; at -= 1) {
    const character = characters[at] ?? ''
    if (!is.mark(character))
      return is.letter(character) || is.digit(character) || isOneOf(joiners.characters, character)
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
