import fc from 'fast-check'
import { expect, test } from 'vitest'
import { servedCharacters } from './allowed-characters.ts'
import { alphabetOf } from './alphabet.ts'
import { specialFinder } from './special-characters.ts'

const find = specialFinder(servedCharacters)

test('MA-11: every letter of Unicode that passes, passes composed and decomposed', () => {
  const alphabet = alphabetOf(servedCharacters)
  const passes = (text: string) => Array.from(text).every((_, index, all) => alphabet.passes(all, index))
  const odd: string[] = []
  let letters = 0
  for (let code = 0; code <= 0x10ffff; code += 1) {
    const letter = String.fromCodePoint(code)
    if (!/\p{L}/u.test(letter) || !passes(letter)) continue
    letters += 1
    if (!passes(letter.normalize('NFC')) || !passes(letter.normalize('NFD'))) odd.push(letter)
  }
  expect(odd).toEqual([])
  expect(letters).toBeGreaterThan(90_000)
})

test('MA-11: a special character is found at its place in any text that passes', () => {
  const passing = fc.array(
    fc.constantFrom('KSh 5', 'é', 'e\u0301', 'فاتورة', 'می\u200cخواهم', 'क्ष', 'র\u200d্যাব', 'ሰላም፤', '𠮷。', ' ', '(a)'),
  )
  const special = fc.constantFrom('😀', '\n', '\u202e', '<', 'Ａ', 'я', '\ue000', '\ud800', '|', '#', '\u200d')
  fc.assert(
    fc.property(passing, special, passing, (before, character, after) => {
      const start = `${before.join(' ')} `
      const found = find(`${start}${character} ${after.join(' ')}`)
      expect(found.map((one) => [one.character, one.position])).toEqual([[character, Array.from(start).length + 1]])
    }),
  )
})

test('MA-11: the alphabet is data', () => {
  const arabic = specialFinder({
    ...servedCharacters,
    scripts: ['Arabic'],
    digits: '',
    punctuation: { ar: '؟' },
    signs: '',
  })
  expect(arabic('فاتورة؟')).toEqual([])
  expect(arabic('a1.%').map(({ character }) => character)).toEqual(['a', '1', '.', '%'])
  expect(
    specialFinder({ ...servedCharacters, marksInRow: 1 })('e\u0301\u0301').map(({ position }) => position),
  ).toEqual([3])
})

test('MA-11: a look-alike comes with the plain character only where that would pass', () => {
  const plainOf = (text: string) => find(text)[0]?.plain
  expect([plainOf('Ａ'), plainOf('ﬁ'), plainOf('％'), plainOf('½')]).toEqual(['A', 'fi', '%', undefined])
  expect([plainOf('～'), plainOf('＜'), plainOf('😀')]).toEqual([undefined, undefined, undefined])
})
