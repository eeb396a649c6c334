import { expect, test } from 'vitest'
import { plainFormat } from '../testing/snapshot.ts'
import { english } from './english.ts'
import { fill, say } from './say.ts'

test('what is filled in is never expanded again', () => {
  expect(fill('Actions for {title}', { title: '{n} $& {title}' })).toBe('Actions for {n} $& {title}')
})

test('a name without a value stays as it is', () => {
  expect(fill('{title} {other}', { title: 'Bill' })).toBe('Bill {other}')
})

test('a language with more plural forms picks its own', () => {
  const arabic = {
    zero: 'لا رسائل',
    one: 'رسالة',
    two: 'رسالتان',
    few: '{n} رسائل',
    many: '{n} رسالة',
    other: '{n} رسالة',
  }
  const format = { ...plainFormat, plural: (count: number) => new Intl.PluralRules('ar').select(count) }
  expect([0, 1, 2, 3, 11].map((count) => say(arabic, count, format))).toEqual([
    'لا رسائل',
    'رسالة',
    'رسالتان',
    '3 رسائل',
    '11 رسالة',
  ])
})

test('a form that is missing is `other`', () => {
  expect(say({ other: '{n} pesan' }, 1, plainFormat)).toBe('1 pesan')
})

test('every English word is there and ends as a label or a sentence, not in a blank', () => {
  const texts = JSON.stringify(english).match(/"[^"]*"/g) ?? []
  expect(texts.filter((text) => /^"\s*"$|\s"$/.test(text))).toEqual([])
})
