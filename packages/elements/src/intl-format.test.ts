import { expect, test } from 'vitest'
import { bubbleFormat } from './bubble-format.ts'
import { intlFormat } from './intl-format.ts'

const at = Date.UTC(2026, 10, 20, 22, 30)
const nairobi = intlFormat('en', 'Africa/Nairobi')

test('numbers, plurals and relative times are those of the language', () => {
  expect([intlFormat('en').number(1240), intlFormat('de').number(1240), intlFormat('ar-EG').number(12)]).toEqual([
    '1,240',
    '1.240',
    '١٢',
  ])
  expect([1, 3, 11].map((count) => intlFormat('ar').plural(count))).toEqual(['one', 'few', 'many'])
  expect(intlFormat('en').relativeTime(0, 'second')).toBe('now')
  expect(intlFormat('en').relativeTime(-1, 'day')).toBe('yesterday')
  expect(intlFormat('fr').relativeTime(-2, 'hour')).toMatch(/^il y a 2\sh$/)
})

test('dates are those of the time zone', () => {
  expect(nairobi.date(at, 'short')).toBe('Nov 21')
  expect(nairobi.date(at, 'weekday')).toBe('Saturday')
  expect(nairobi.date(at, 'long')).toBe('Nov 21, 2026')
  expect(nairobi.date(at, 'full')).toMatch(/^Nov 21, 2026, 1:30\sAM$/)
})

test('a calendar day is one number, and the next day the next', () => {
  const midnight = Date.UTC(2026, 10, 20, 21)
  expect(nairobi.day(midnight) - nairobi.day(midnight - 1)).toBe(1)
  expect(nairobi.day(midnight + 86_399_999)).toBe(nairobi.day(midnight))
})

test('a day that a clock change makes longer is one day too', () => {
  const paris = intlFormat('en', 'Europe/Paris')
  const midnight = Date.UTC(2026, 9, 24, 22)
  expect(paris.day(midnight + 25 * 3_600_000 - 1)).toBe(paris.day(midnight))
  expect(paris.day(midnight + 25 * 3_600_000) - paris.day(midnight)).toBe(1)
})

test('the same language gives the same object', () => {
  expect(intlFormat('en', 'Africa/Nairobi')).toBe(nairobi)
})

test('the bubble says the time of day, where the person is', () => {
  expect(nairobi.timeOfDay(at)).toMatch(/^1:30\sAM$/)
  expect(bubbleFormat('de').timeOfDay(at)).toMatch(/^\d\d:\d\d$/)
})
