import { expect, test } from 'vitest'
import { english } from './english.ts'
import { languages, loadWords } from './load-words.ts'
import type { Words } from './words.ts'

/** `['newMessages.one', 'close', 'times.minute.other', …]`, with their texts. */
const textsOf = (words: object): [string, string][] =>
  Object.entries(words).flatMap(([key, value]: [string, string | object]) =>
    typeof value !== 'object'
      ? [[key, `${value}`] as [string, string]]
      : textsOf(value).map(([inner, text]): [string, string] => [`${key}.${inner}`, text]),
  )

const slots = (text: string): string[] => [...text.matchAll(/{\w+}/g)].map(([slot]) => slot).sort()

test('English and ten more languages', () => {
  expect(languages).toEqual(['en', 'fr', 'ar', 'pt', 'sw', 'ha', 'am', 'hi', 'bn', 'ur', 'zh'])
})

test.each(languages)('%s says everything, in all plural forms that the language has', async (language) => {
  const words = await loadWords(language)
  const said = Object.keys(words).filter((key) => key !== 'date')
  expect(said.sort()).toEqual(Object.keys(english).sort())
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions()
  expect(Object.keys(words.newMessages).sort()).toEqual([...pluralCategories].sort())
  for (const [key, text] of textsOf(words)) expect(text.trim(), key).toBe(text)
  for (const [key, text] of textsOf(words)) expect(text, key).not.toBe('')
})

test.each(languages)('%s has the same gaps as English', async (language) => {
  const words = await loadWords(language)
  for (const [key, text] of Object.entries(english))
    if (typeof text === 'string') expect(slots(String(words[key as keyof Words])), key).toEqual(slots(text))
  const counted = Object.entries(words.newMessages).filter(([form]) => form === 'other' || form === 'many')
  for (const [, text] of counted) expect(slots(text)).toEqual(['{n}'])
})

test.each(languages.filter((language) => language !== 'en'))('%s leaves nothing in English', async (language) => {
  const inEnglish = new Map(textsOf(english))
  const left = textsOf(await loadWords(language)).filter(
    // "Messages" is French, too.
    ([key, text]) => text === inEnglish.get(key) && text !== 'Messages',
  )
  expect(left).toEqual([])
})

test('a region or a script has the words of its language, an unknown language those of English', async () => {
  expect(await loadWords('pt-MZ')).toBe(await loadWords('PT'))
  expect(await loadWords('zh-Hans-CN')).toBe(await loadWords('zh'))
  expect(await loadWords('xx')).toBe(await loadWords('en'))
  expect(await loadWords('')).toBe(await loadWords('en'))
  expect(await loadWords('__proto__')).toBe(await loadWords('en'))
})
