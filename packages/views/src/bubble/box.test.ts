import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bubbleBoxOf } from './box.ts'
import { bubblePlaceOf } from './place.ts'

const phone = { width: 360, height: 720, rtl: false }
const boxOf = (rect: Parameters<typeof bubblePlaceOf>[0], page = phone) => bubbleBoxOf(bubblePlaceOf(rect, page), page)

test('it stands 8 px under the capsule and from the edge, its arrow at the "•••" half', () => {
  const box = boxOf({ x: 266, y: 28, width: 87, height: 32 })
  expect(box).toEqual({ edge: 8, width: 264, y: 68, isAbove: false, arrow: 360 - (266 + 87 / 4) - 8 })
})

test('at the foot of the page it stands above', () => {
  expect(boxOf({ x: 200, y: 660, width: 87, height: 32 })).toMatchObject({ y: 652, isAbove: true })
})

test('under a capsule in the middle of a wide page it stands at the capsule, not at the edge', () => {
  const { edge, arrow } = boxOf({ x: 470, y: 28, width: 87, height: 32 }, { width: 1000, height: 700, rtl: false })
  expect(edge + arrow).toBeCloseTo(1000 - (470 + 87 / 4))
})

test('MA-1: wherever a host says that the capsule is, the bubble is on the page and not over it, and the arrow on the bubble', () => {
  const rectangle = fc.record({
    x: fc.integer({ min: -200, max: 1600 }),
    y: fc.integer({ min: -100, max: 1600 }),
    width: fc.integer({ min: 1, max: 200 }),
    height: fc.integer({ min: 1, max: 48 }),
  })
  const page = fc.record({
    width: fc.integer({ min: 240, max: 1400 }),
    height: fc.integer({ min: 320, max: 1400 }),
    rtl: fc.boolean(),
  })
  fc.assert(
    fc.property(rectangle, page, (capsule, screen) => {
      const { edge, width, y, isAbove, arrow } = boxOf(capsule, screen)
      const [top, bottom] = isAbove ? [y - 120, y] : [y, y + 120]
      expect(edge).toBeGreaterThanOrEqual(8)
      expect(edge + width).toBeLessThanOrEqual(screen.width - 8)
      expect(top).toBeGreaterThanOrEqual(0)
      if (capsule.y <= screen.height - capsule.height) expect(bottom).toBeLessThanOrEqual(screen.height)
      expect(bottom <= capsule.y || top >= capsule.y + capsule.height || capsule.y + capsule.height < 0).toBe(true)
      expect(arrow).toBeGreaterThanOrEqual(20)
      expect(arrow).toBeLessThanOrEqual(width - 20)
    }),
  )
})
