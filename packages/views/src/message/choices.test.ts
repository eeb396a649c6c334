import { expect, test } from 'vitest'
import { english } from '../words/english.ts'
import { type ChoiceState, choicesOf } from './choices.ts'

const plain: ChoiceState = { unread: true, muted: false, preferences: true, asking: false }
const acts = (state: Partial<ChoiceState>) => choicesOf({ ...plain, ...state }, english).map(({ act }) => act)

test('a row offers to be read, shown whole, dismissed, reported, and an end to its sender’s messages', () => {
  expect(acts({})).toEqual(['read', 'detail', 'dismiss', 'report', 'stop'])
  expect(choicesOf(plain, english).map(({ text }) => text)).toEqual([
    'Mark read',
    'Details',
    'Dismiss',
    'Report',
    'Stop messages',
  ])
})

test('what was read is not read again, who was stopped may be allowed, nobody hears of complaints without preferences', () => {
  expect(acts({ unread: false, muted: true })).toEqual(['detail', 'dismiss', 'report', 'allow'])
  expect(acts({ preferences: false })).toEqual(['read', 'detail', 'dismiss'])
  expect(acts({ preferences: false, asking: true })).toEqual(['read', 'detail', 'dismiss'])
})

test('MA-21: "Report" asks which of four kinds', () => {
  expect(acts({ asking: true })).toEqual(['harassing', 'isFalse', 'marketing', 'other'])
})
