import { expect, test } from 'vitest'
import { agoText, dayMs, instantText, spanText } from './time.ts'

test.each([
  [0, 'less than a minute'],
  [60_000, '1 min'],
  [3_660_000, '1 h 1 min'],
  [dayMs, '1 day'],
  [2 * dayMs + 3 * 3_600_000, '2 days 3 h'],
  [2 * dayMs + 3 * 3_600_000 - 1, '2 days 3 h'],
  [3 * dayMs - 60_000, '3 days'],
])('a span of %i ms is spelled as a wait that is long enough', (spanMs, text) => {
  expect(spanText(spanMs)).toBe(text)
})

test('instants are told in UTC unless a zone is given, and from here', () => {
  const at = Date.UTC(2026, 10, 20, 22, 5)
  expect([instantText(at), instantText(at, 'Africa/Nairobi')]).toEqual([
    'Fri 20 Nov 2026 22:05',
    'Sat 21 Nov 2026 01:05',
  ])
  expect([agoText(at, at + dayMs), agoText(at + 2 * dayMs, at)]).toEqual(['1 day ago', 'in 2 days'])
})
