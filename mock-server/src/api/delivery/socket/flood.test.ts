import { virtualTime } from '@minibell/ports'
import { expect, test } from 'vitest'
import { tally } from './flood.ts'

test('allows as many as fit and refuses one more', () => {
  const inTime = tally(virtualTime(), { max: 3, withinMs: 1000 })
  expect([inTime(), inTime(), inTime(), inTime()]).toEqual([true, true, true, false])
})

test('forgets what has slid out of the span', async () => {
  const time = virtualTime()
  const inTime = tally(time, { max: 2, withinMs: 1000 })
  expect([inTime(), inTime()]).toEqual([true, true])
  await time.advance(999)
  expect(inTime()).toBe(false)
  await time.advance(1)
  expect(inTime()).toBe(true)
})
