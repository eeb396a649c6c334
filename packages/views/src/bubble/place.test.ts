import { expect, test } from 'vitest'
import { bubblePlaceOf } from './place.ts'

const capsule = { x: 266, y: 28, width: 87, height: 32 }

test('the arrow points to the "•••" half and the badge sits at its corner', () => {
  expect(bubblePlaceOf(capsule, { width: 360, rtl: false })).toEqual({
    side: 'right',
    capsule,
    arrow: 360 - (266 + 87 / 4),
    badge: 94,
  })
})

test('without a rectangle, or with one of zeros, the capsule is where hosts usually have it', () => {
  for (const rect of [undefined, { x: 0, y: 0, width: 0, height: 0 }])
    expect(bubblePlaceOf(rect, { width: 360, rtl: false }).capsule).toEqual({ x: 266, y: 28, width: 87, height: 32 })
})

test('right to left, the usual capsule is at the left and its halves are swapped', () => {
  expect(bubblePlaceOf(undefined, { width: 360, rtl: true })).toEqual({
    side: 'left',
    capsule: { x: 7, y: 28, width: 87, height: 32 },
    arrow: 7 + 87 * 0.75,
    badge: 94,
  })
})

test('a host that keeps its capsule at the right in Arabic too has the bubble there', () => {
  const { side, badge } = bubblePlaceOf(capsule, { width: 360, rtl: true })
  expect({ side, badge }).toEqual({ side: 'right', badge: 7 })
})
