import { expect, test } from 'vitest'
import { placeOf, positionText } from './ladder.ts'

const ladder = [
  { points: 3, step: 'warned' },
  { points: 6, step: 'disabled', days: 7 },
  { points: 20, step: 'revoked' },
  { points: 30, step: 'removed' },
] as const

test('MA-19: the position names the next rung', () => {
  expect(positionText({ points: 0, ladder })).toBe('0 points; at 3: warned')
  expect(positionText({ points: 1, ladder })).toBe('1 point; at 3: warned')
  expect(positionText({ points: 5.5, ladder })).toBe('5.5 points; at 6: disabled for 7 days')
  expect(positionText({ points: 32, ladder })).toBe('32 points: above every rung')
})

test('MA-19: points stand in proportion between two rungs of equal distance', () => {
  expect([0, 1.5, 3, 6, 13, 20, 30, 99].map((points) => placeOf(points, ladder))).toEqual([
    0, 12.5, 25, 50, 62.5, 75, 100, 100,
  ])
  expect(placeOf(5, [])).toBe(100)
})
