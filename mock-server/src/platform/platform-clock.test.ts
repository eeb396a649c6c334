import { expect, test } from 'vitest'
import { builtPlatform, dayMs, startAt } from '../asked/built-platform.ts'

test('X-2: the clock runs with the process and is moved apart from it', async () => {
  const { clock, time } = await builtPlatform()
  await time.advance(5)
  expect(clock.now()).toBe(startAt + 5)
  await clock.advance(dayMs)
  await time.advance(5)
  expect(clock.now()).toBe(startAt + dayMs + 10)
  expect(time.now()).toBe(startAt + 10)
  await clock.moveTo(7)
  expect(clock.now()).toBe(7)
  expect(clock.running()).toBe(true)
})

test('X-2: every move is told after what it brought, and written down', async () => {
  const platform = await builtPlatform()
  const session = await platform.session()
  await platform.send({ expiresAt: startAt + dayMs })
  const told: unknown[] = []
  platform.clock.onMoved(async (at) => told.push(at, (await platform.delivery.counts(session)).total))
  const stop = platform.clock.onMoved(() => told.push('stopped'))
  stop()
  await platform.clock.advance(dayMs)
  await platform.time.advance(0)
  expect(told).toEqual([startAt + dayMs, 0])
  expect(platform.journal.read({}).filter(({ kind }) => kind === 'clock')).toMatchObject([
    { summary: 'The clock went forward 1 d to 2026-01-02T00:00:00.000Z', at: startAt + dayMs },
  ])
})

test.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('X-2: the clock does not advance by %s', async (ms) => {
  const { clock } = await builtPlatform()
  await expect(clock.advance(ms)).rejects.toThrow(RangeError)
  await expect(clock.moveTo(ms < 0 ? -1e16 : ms)).rejects.toThrow(RangeError)
  expect(clock.now()).toBe(startAt)
})
