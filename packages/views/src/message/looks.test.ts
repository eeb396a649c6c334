import { expect, test } from 'vitest'
import { itemOf } from '../testing/snapshot.ts'
import { english } from '../words/english.ts'
import { avatarOf } from './avatar.ts'
import { firstDirection } from './direction.ts'
import { sentenceOf } from './outcome.ts'

const sender = { id: 'kijani', name: 'Kijani Energy', status: 'available', muted: false } as const

test('an avatar has the first character of the name, whole', () => {
  const letterOf = (name: string) => avatarOf({ ...sender, name }).letter
  expect(['Kijani', '🦁 Safari', '商店', ''].map(letterOf)).toEqual(['K', '🦁', '商', undefined])
})

test('an icon is shown only from where pictures are allowed, time after time', () => {
  const iconOf = (icon: string, pictures?: RegExp) => avatarOf({ ...sender, icon }, pictures).icon
  const cdn = /^https:\/\/cdn\.example\//g
  expect([iconOf('data:image/png,k'), iconOf('data:text/html,k'), iconOf('https://cdn.example/k')]).toEqual([
    'data:image/png,k',
    undefined,
    undefined,
  ])
  expect(['/k', '/k', '@evil.example/'].map((path) => iconOf(`https://cdn.example${path}`, cdn))).toEqual([
    'https://cdn.example/k',
    'https://cdn.example/k',
    undefined,
  ])
})

test('a sender has one colour, by its id', () => {
  expect(avatarOf(sender).colour).toBe(avatarOf({ ...sender, name: 'Renamed' }).colour)
  expect(avatarOf(sender).colour).not.toBe(avatarOf({ ...sender, id: 'soko' }).colour)
})

test('white is legible on every colour an avatar can have', () => {
  const colours = new Set<string>()
  for (let number = 0; number < 5000; number += 1) colours.add(avatarOf({ ...sender, id: `s${number}` }).colour)
  expect(colours.size).toBe(360)
  expect([...colours].filter((colour) => contrastWithWhite(colour) < 4.5)).toEqual([])
})

test.each([
  ['Bill', 'ltr'],
  ['123 — Bill', 'ltr'],
  ['فاتورة', 'rtl'],
  ['1,240 שקל', 'rtl'],
  ['«Kijani» فاتورة', 'ltr'],
  ['हिन्दी', 'ltr'],
  ['你好', 'ltr'],
  ['', 'ltr'],
])('the first letter of %s goes %s', (text, direction) => {
  expect(firstDirection(text)).toBe(direction)
})

test('JR-7, JR-9, JR-11: a tap that led nowhere is told in a sentence, one that did is not', () => {
  const item = itemOf()
  const jump = { kind: 'page', sender: 'kijani', path: 'p', query: {} } as const
  const gone = (reason: 'withdrawn' | 'expired' | 'removed' | 'unknown') =>
    sentenceOf({ outcome: 'gone', itemId: 'i1', reason }, english)
  expect(gone('withdrawn')).toBe(english.withdrawn)
  expect(gone('expired')).toBe(english.expired)
  expect(gone('removed')).toBe(english.removed)
  expect(gone('unknown')).toBe(english.gone)
  expect(sentenceOf({ outcome: 'not-found', item, jump }, english)).toBe(english.notFound)
  expect(sentenceOf({ outcome: 'failed', item, error: 0 }, english)).toBe(english.failed)
  for (const outcome of ['shown', 'busy'] as const) expect(sentenceOf({ outcome, item }, english)).toBeUndefined()
  expect(sentenceOf({ outcome: 'opened', item, jump }, english)).toBeUndefined()
})

/** WCAG 2.1, of `hsl(h,s%,l%)`. */
function contrastWithWhite(colour: string): number {
  const [hue = 0, saturation = 0, lightness = 0] = (colour.match(/\d+/g) ?? []).map(Number)
  const [s, l] = [saturation / 100, lightness / 100]
  const channel = (n: number): number => {
    const k = (n + hue / 30) % 12
    const value = l - s * Math.min(l, 1 - l) * Math.max(-1, Math.min(k - 3, 9 - k, 1))
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 1.05 / (0.2126 * channel(0) + 0.7152 * channel(8) + 0.0722 * channel(4) + 0.05)
}
