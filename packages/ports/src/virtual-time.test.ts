import fc from 'fast-check'
import { expect, test } from 'vitest'
import { virtualTime } from './virtual-time.ts'

test('X-2: nothing moves until it is advanced, then clock and timers move together', async () => {
  const time = virtualTime({ startAt: 1_000 })
  expect([time.now(), time.elapsed()]).toEqual([1_000, 0])
  await time.advance(250)
  expect([time.now(), time.elapsed()]).toEqual([1_250, 250])
})

test('runs due timers in order of time, then of setting, and each sees its own time', async () => {
  const time = virtualTime({ startAt: 0 })
  const ran: string[] = []
  time.after(20, () => ran.push(`b at ${time.now()}`))
  time.after(10, () => ran.push(`a at ${time.now()}`))
  time.after(20, () => ran.push(`c at ${time.now()}`))
  await time.advance(20)
  expect(ran).toEqual(['a at 10', 'b at 20', 'c at 20'])
})

test('runs a timer that a timer sets within the same advance', async () => {
  const time = virtualTime()
  const ran: number[] = []
  const tick = (): void => {
    ran.push(time.elapsed())
    if (ran.length < 5) time.after(3, tick)
  }
  time.after(3, tick)
  await time.advance(10)
  expect(ran).toEqual([3, 6, 9])
  expect(time.waiting()).toBe(1)
})

test('lets promise chains settle between two timers', async () => {
  const time = virtualTime()
  const ran: string[] = []
  time.after(1, () => {
    Promise.resolve()
      .then(() => undefined)
      .then(() => ran.push('promise of the first'))
  })
  time.after(2, () => ran.push('second'))
  await time.advance(2)
  expect(ran).toEqual(['promise of the first', 'second'])
})

test('an undone timer does not run, and undoing twice is nothing', async () => {
  const time = virtualTime()
  let ran = 0
  const undo = time.after(5, () => {
    ran += 1
  })
  undo()
  undo()
  await time.advance(10)
  expect([ran, time.waiting()]).toEqual([0, 0])
})

test('a jump moves the wall clock alone, in either direction', async () => {
  const time = virtualTime({ startAt: 5_000 })
  time.jumpTo(1_000)
  expect([time.now(), time.elapsed()]).toEqual([1_000, 0])
  await time.advance(10)
  expect(time.now()).toBe(1_010)
})

test('refuses to go back, and names the value', async () => {
  const time = virtualTime()
  await expect(time.advance(-1)).rejects.toThrow('Failed to advance virtual time: -1 ms. Give a number of 0 or more.')
  await expect(time.advance(Number.NaN)).rejects.toThrow(RangeError)
})

test('runs every timer exactly when it is due, however the advance is cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(50), { minLength: 1 }),
      fc.array(fc.nat(20), { minLength: 1 }),
      async (delays, steps) => {
        const time = virtualTime({ startAt: 0 })
        const ran: number[] = []
        for (const delay of delays) time.after(delay, () => ran.push(time.now()))
        for (const step of steps) await time.advance(step)
        const end = steps.reduce((sum, step) => sum + step, 0)
        expect(ran).toEqual(delays.filter((delay) => delay <= end).sort((a, b) => a - b))
        expect(time.now()).toBe(end)
      },
    ),
    { numRuns: 100 },
  )
})
