import type { Fault } from '../../rule.ts'
import { nameCharacter } from '../../text/quote.ts'
import { type ContentAttempt, partNames, type TextPart } from '../attempt.ts'
import type { AllowedCharacters } from './allowed-characters.ts'
import { type Alphabet, alphabetOf } from './alphabet.ts'
import { hintFor, kindOf, type SpecialKind } from './kinds.ts'

/** A character that MA-11 does not let pass. */
export interface SpecialCharacter {
  readonly character: string
  readonly kind: SpecialKind
  /** 1 for the first code point. */
  readonly position: number
  /** What would pass in its place, where there is such a thing. */
  readonly plain?: string
}

/** Finds the first special characters of a text, at most 100, in order. */
export type SpecialFinder = (text: string) => readonly SpecialCharacter[]

/** MA-11: compiles an allow-list. */
export function specialFinder(allowed: AllowedCharacters): SpecialFinder {
  const alphabet = alphabetOf(allowed)
  return (text) => {
    const characters = Array.from(text)
    const found: SpecialCharacter[] = []
    for (let index = 0; index < characters.length && found.length < 100; index += 1) {
      if (!alphabet.passes(characters, index)) found.push(describeOne(characters[index] ?? '', index, alphabet))
    }
    return found
  }
}

function describeOne(character: string, index: number, alphabet: Alphabet): SpecialCharacter {
  const kind = alphabet.passesElsewhere(character) ? 'misplaced' : kindOf(character)
  const plain = Array.from(character.normalize('NFKC'))
  const mends = kind === 'look-alike' && plain.every((_, at) => alphabet.passes(plain, at))
  return { character, kind, position: index + 1, ...(mends && { plain: plain.join('') }) }
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
    expected: `letters, digits, spaces and punctuation of the served languages in ${partNames[part].en}`,
    received: describe(found),
    hint: hintFor(first, partNames[part]),
  }
}

function describe(found: readonly SpecialCharacter[]): string {
  const distinct = found.filter((one, index) => found.findIndex((other) => other.character === one.character) === index)
  const named = distinct
    .slice(0, 3)
    .map(({ character, kind, position }) => `${nameCharacter(character)} (${kind}) at character ${position}`)
  return `${named.join(', ')}${distinct.length > 3 ? ` and ${distinct.length - 3} more` : ''}`
}
