import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stepOf, windowOf } from './window.ts'

const hundred = { count: 1000, heightOf: () => 100, top: 0, bottom: 700 }
const indexes = (extent: Parameters<typeof windowOf>[0]) => windowOf(extent).rows.map(({ index }) => index)

test('at the top, the rows of the screen and a little more are there', () => {
  expect(indexes(hundred)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  expect(windowOf(hundred).after).toBe(98_900)
})

test('in the middle, what is above became a gap', () => {
  const { rows } = windowOf({ ...hundred, top: 50_000, bottom: 50_700 })
  expect(rows[0]).toEqual({ index: 496, gap: 49_600 })
  expect(rows.length).toBe(15)
})

test('the row with the focus stays, far away, with a gap on either side', () => {
  const { rows } = windowOf({ ...hundred, top: 50_000, bottom: 50_700, keep: 3 })
  expect(rows.slice(0, 2)).toEqual([
    { index: 3, gap: 300 },
    { index: 496, gap: 49_200 },
  ])
})

test('a screen of any height has at most 60 rows, and the one with the focus', () => {
  expect(windowOf({ ...hundred, bottom: 90_000, keep: 999 }).rows.length).toBe(61)
})

test('no rows, no window', () => {
  expect(windowOf({ ...hundred, count: 0 })).toEqual({ rows: [], after: 0 })
})

test('rows and gaps always add up to the whole list, in order and without overlap', () => {
  const extents = fc.record({
    heights: fc.array(fc.integer({ min: 20, max: 400 }), { size: 'max', maxLength: 400 }),
    top: fc.integer({ min: -5000, max: 50_000 }),
    screen: fc.integer({ min: 0, max: 2000 }),
    keep: fc.integer({ min: -1, max: 400 }),
  })
  fc.assert(
    fc.property(extents, ({ heights, top, screen, keep }) => {
      const heightOf = (index: number): number => heights[index] ?? 0
      const { rows, after } = windowOf({ count: heights.length, heightOf, top, bottom: top + screen, keep })
      let edge = 0
      for (const { index, gap } of rows) {
        edge += gap
        expect(edge).toBe(heights.slice(0, index).reduce((sum, height) => sum + height, 0))
        edge += heightOf(index)
      }
      expect(edge + after).toBe(heights.reduce((sum, height) => sum + height, 0))
      expect(new Set(rows.map(({ index }) => index)).size).toBe(rows.length)
    }),
  )
})

test.each([
  ['ArrowDown', 4, 5],
  ['ArrowUp', 4, 3],
  ['PageDown', 4, 9],
  ['PageUp', 4, 0],
  ['Home', 4, 0],
  ['End', 4, 9],
  ['ArrowDown', 9, 9],
  ['ArrowUp', 0, 0],
])('%s moves the focus from row %i to %i of ten', (key, from, to) => {
  expect(stepOf(key, from, 10)).toBe(to)
})

test('other keys move nothing', () => {
  for (const key of ['Enter', 'a', 'Tab', 'constructor']) expect(stepOf(key, 4, 10)).toBeUndefined()
})
