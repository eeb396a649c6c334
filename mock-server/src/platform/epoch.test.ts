import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextEpoch } from './epoch.ts'

test('an epoch sorts by its time, and above every old one', () => {
  const instant = fc.integer({ min: 0, max: 4_102_444_800_000 })
  fc.assert(
    fc.property(instant, fc.array(instant, { maxLength: 5 }), (at, before) => {
      const olds: string[] = []
      for (const old of before) olds.push(nextEpoch(old, olds))
      const epoch = nextEpoch(at, olds)
      expect(epoch).toMatch(/^[0-9a-z]{13}$/)
      for (const old of olds) expect(epoch > old).toBe(true)
      expect(nextEpoch(at + 1, []) > nextEpoch(at, [])).toBe(true)
    }),
  )
})

test('a full count carries over into the time', () => {
  expect(nextEpoch(0, ['00000000azzzz'])).toBe('00000000b0000')
  expect(nextEpoch(0, ['z'.repeat(13)]) > 'z'.repeat(13)).toBe(true)
})
