import { expect, test } from 'vitest'
import { badgeOf } from './badge.ts'
import { plainFormat } from './testing/snapshot.ts'
import { english } from './words/english.ts'

const speech = { words: english, format: plainFormat }

test('decision 4: nothing is shown when everything was seen', () => {
  expect(badgeOf({ unseen: 0, unread: 5 }, speech)).toBeUndefined()
})

test('decision 4: the badge counts what was not seen', () => {
  expect(badgeOf({ unseen: 3, unread: 9 }, speech)).toEqual({ text: '3', label: '3 new messages' })
})

test('decision 4: one message is told in the singular', () => {
  expect(badgeOf({ unseen: 1, unread: 1 }, speech)?.label).toBe('1 new message')
})

test('decision 4: 99 is the last number, 99+ stands above it, and the label has all of them', () => {
  expect(badgeOf({ unseen: 99, unread: 0 }, speech)?.text).toBe('99')
  expect(badgeOf({ unseen: 100, unread: 0 }, speech)).toEqual({ text: '99+', label: '100 new messages' })
})

test('decision 4: it counts the unread when asked to', () => {
  expect(badgeOf({ unseen: 0, unread: 2 }, speech, { counts: 'unread' })?.text).toBe('2')
})

test('decision 4: a dot has no text and still a label', () => {
  expect(badgeOf({ unseen: 2, unread: 2 }, speech, { look: 'dot' })).toEqual({ text: '', label: '2 new messages' })
})

test('digits are those of the reader', () => {
  const format = { ...plainFormat, number: (value: number) => value.toLocaleString('ar-EG') }
  expect(badgeOf({ unseen: 250, unread: 0 }, { words: english, format })?.text).toBe('٩٩+')
})
