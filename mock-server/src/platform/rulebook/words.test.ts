import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spanText, waitText } from './words.ts'

const units: Readonly<Record<string, number>> = { d: 86_400_000, h: 3_600_000, min: 60_000, s: 1_000, ms: 1 }

/** What a text says, in ms. */
const said = (text: string): number =>
  [...text.matchAll(/(\d+) (\w+)/g)].reduce(
    (sum, [, count, unit = '']) => sum + Number(count) * (units[unit] ?? Number.NaN),
    0,
  )

test('MA-3: who waits as long as a hint says has waited enough, and no more than one of its smaller units too long', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 * 86_400_000 }), (ms) => {
      const waits = said(waitText(ms))
      expect(waits).toBeGreaterThanOrEqual(ms)
      expect(waits - ms).toBeLessThan(3_600_000)
    }),
  )
})

test.each([
  [3 * 86_400_000 - 1, '3 d', '2 d 23 h'],
  [2 * 86_400_000 + 1, '2 d 1 h', '2 d 1 ms'],
  [3_600_000 - 500, '1 h', '59 min 59 s'],
  [1_500, '1 s 500 ms', '1 s 500 ms'],
  [1, '1 ms', '1 ms'],
  [0.25, '1 ms', '0 ms'],
  [0, '0 ms', '0 ms'],
])('MA-3: %d ms are waited as %s and told as %s', (ms, wait, span) => {
  expect(waitText(ms)).toBe(wait)
  expect(spanText(ms)).toBe(span)
})

test('MA-3: the same in Chinese', () => {
  expect(waitText(3 * 86_400_000 - 1, 'zh')).toBe('3 天')
})
