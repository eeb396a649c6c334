import { explain, firstDenial, templateKinds, templateReviewRules } from '@minibell/rules'
import { expect, test } from 'vitest'
import { decodeLibraryEntry } from '../../worlds/decode-official.ts'
import { allowedEntries } from './allowed-entries.ts'
import { builtInLibrary } from './library.ts'
import { refusedExamples } from './refused-examples.ts'

const kinds: readonly string[] = Object.values(templateKinds).flat()

test('WT-5.1, WT-5.2, WT-5.3, WT-5.4: the library has an allowed template of every kind, in both languages', () => {
  for (const language of [/^[^一-鿿]+$/, /[一-鿿]/])
    expect(allowedEntries.filter(({ title }) => language.test(title)).map(({ kind }) => kind)).toEqual(kinds)
})

test.each(allowedEntries.map((entry) => [entry.id, entry.title, entry] as const))(
  'WT-8.1: %s %s passes its own review',
  (_, __, entry) => {
    const words = explain(templateReviewRules, entry, { library: [] })
    expect(words.flatMap(({ word, finding }) => (word === 'refused' ? [finding] : []))).toEqual([])
    expect(decodeLibraryEntry(entry, 'entry')).toEqual(entry)
  },
)

test.each(refusedExamples.map((example) => [example.item, example.title, example] as const))(
  '%s: "%s" is refused for that item',
  (item, _, { industry, ...proposal }) => {
    const library = builtInLibrary.filter(({ industries }) => industries.includes(industry))
    expect(firstDenial(templateReviewRules, proposal, { library })?.rule.split('.').slice(0, 2).join('.')).toBe(item)
  },
)

test('WT-7.1, WT-7.2, WT-7.3, WT-7.4, WT-9.1, WT-9.2, WT-9.3, WT-9.4, WT-9.5, WT-9.6: every item has a refused example', () => {
  const items = ['WT-7.1', 'WT-7.2', 'WT-7.3', 'WT-7.4', 'WT-9.1', 'WT-9.2', 'WT-9.3', 'WT-9.4', 'WT-9.5', 'WT-9.6']
  expect([...new Set(refusedExamples.map(({ item }) => item))].sort()).toEqual(items)
})

test('WO-3: numbers of the library are given once', () => {
  const ids = builtInLibrary.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})
