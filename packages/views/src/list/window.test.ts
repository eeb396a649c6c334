import fc from 'fast-check'
import { expect, test } from 'vitest'
import { windowOf } from './window.ts'

const hundred = { count: 1000, known: [], usual: 100, top: 0, bottom: 700 }
const indexes = (extent: Parameters<typeof windowOf>[0]) => windowOf(extent).rows.map(({ index }) => index)

test('at the top, the rows of the screen and a little more are there', () => {
  expect(indexes(hundred)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
  expect(windowOf(hundred).after).toBe(99_100)
})

test('in the middle, what is above became a gap', () => {
  const { rows } = windowOf({ ...hundred, top: 50_000, bottom: 50_700 })
  expect(rows[0]).toEqual({ index: 498, gap: 49_800 })
  expect(rows.length).toBe(11)
})

test('the row with the focus stays, far away, with a gap on either side', () => {
  const { rows } = windowOf({ ...hundred, top: 50_000, bottom: 50_700, keep: 3 })
  expect(rows.slice(0, 2)).toEqual([
    { index: 3, gap: 300 },
    { index: 498, gap: 49_400 },
  ])
})

test('a screen of any height has at most 60 rows, the one with the focus counted', () => {
  expect(windowOf({ ...hundred, bottom: 90_000, keep: 999 }).rows.length).toBe(60)
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
    isKnown: fc.func(fc.boolean()),
  })
  fc.assert(
    fc.property(extents, ({ heights: drawn, top, screen, keep, isKnown }) => {
      const heights = drawn.map((height, index) => (isKnown(index) ? height : 100))
      const known = heights.map((height, index) => [index, height] as const).filter(([index]) => isKnown(index))
      const count = heights.length
      const { rows, after } = windowOf({ count, known, usual: 100, top, bottom: top + screen, keep })
      let edge = 0
      for (const { index, gap } of rows) {
        edge += gap
        expect(edge).toBe(heights.slice(0, index).reduce((sum, height) => sum + height, 0))
        edge += heights[index] ?? 0
      }
      expect(edge + after).toBe(heights.reduce((sum, height) => sum + height, 0))
      expect(new Set(rows.map(({ index }) => index)).size).toBe(rows.length)
    }),
  )
})

test('every row that is on screen is there, as long as sixty fill it', () => {
  const extents = fc.record({
    heights: fc.array(fc.integer({ min: 20, max: 400 }), { size: 'max', maxLength: 300 }),
    top: fc.integer({ min: 0, max: 50_000 }),
    screen: fc.integer({ min: 0, max: 700 }),
  })
  fc.assert(
    fc.property(extents, ({ heights, top, screen }) => {
      const known = heights.map((height, index) => [index, height] as const)
      const there = indexes({ count: heights.length, known, usual: 100, top, bottom: top + screen })
      let edge = 0
      heights.forEach((height, index) => {
        if (edge + height > top && edge < top + screen) expect(there).toContain(index)
        edge += height
      })
    }),
  )
})
