import { expect, test } from 'vitest'
import { stepOf } from './step.ts'

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
