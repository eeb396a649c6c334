import { expect, test } from 'vitest'
import { english } from './english.ts'
import { languages, loadWords } from './load-words.ts'
import type { PluralText, Words } from './words.ts'

/** `['newMessages.one', 'close', …]`, with their texts. */
const textsOf = (words: Words): [string, string][] =>
  Object.entries(words).flatMap(([key, value]: [string, string | PluralText]) =>
    typeof value === 'string'
      ? [[key, value] as [string, string]]
      : Object.entries(value).map(([form, text]): [string, string] => [`${key}.${form}`, text]),
  )

const slots = (text: string): string[] => [...text.matchAll(/{\w+}/g)].map(([slot]) => slot).sort()

test('English and ten more languages', () => {
  expect(languages).toEqual(['en', 'fr', 'ar', 'pt', 'sw', 'ha', 'am', 'hi', 'bn', 'ur', 'zh'])
})

test.each(languages)('%s says everything, in all plural forms that the language has', async (language) => {
  const words = await loadWords(language)
  expect(Object.keys(words).sort()).toEqual(Object.keys(english).sort())
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
  const left = Object.entries(await loadWords(language)).filter(
    // "Messages" is French, too.
    ([key, text]) => text === english[key as keyof Words] && text !== 'Messages',
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
