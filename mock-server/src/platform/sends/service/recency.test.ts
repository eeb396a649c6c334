import { expect, test } from 'vitest'
import { aPerson, aWorld, builtPlatform, dayMs, hourMs, startAt } from '../../../asked/built-platform.ts'

const ada = { person: 'ada', sender: 'bills' }

test('MA-4: the 30th day is active, to its last millisecond; the 31st is not', async () => {
  const platform = await builtPlatform()
  await platform.clock.advance(31 * dayMs - 1)
  expect((await platform.send()).accepted).toBe(true)
  await platform.clock.advance(1)
  expect(await platform.denial()).toMatchObject({
    rule: 'MA-4',
    code: 70012,
    expected: 'the recipient used the mini-program at most 30 days ago',
    received: 'they last used it at 2026-01-01T00:00:00.000Z, 31 days ago',
    hint: { en: expect.stringContaining('record a use'), zh: expect.stringContaining('记录一次使用') },
  })
})

test('MA-4: exclusive, the 29th day is the last', async () => {
  const numbers = { recency: { mode: 'rolling', days: 30, boundary: 'exclusive' } } as const
  const platform = await builtPlatform({ numbers })
  await platform.clock.advance(30 * dayMs - 1)
  expect((await platform.send()).accepted).toBe(true)
  await platform.clock.advance(1)
  expect(await platform.denial({ to: 'u_p1' })).toMatchObject({ rule: 'MA-4' })
})

test('MA-4: by calendar, dates in the recipient’s zone are counted', async () => {
  const world = { ...aWorld({ people: 0 }), persons: [aPerson('ada', { timeZone: 'America/New_York' })] }
  const numbers = { recency: { mode: 'calendar', days: 30, boundary: 'inclusive' } } as const
  const platform = await builtPlatform({ world, numbers })
  // 2026-01-01T00:00Z is 19:00 of the 31st of December there; day 31 begins at 05:00Z of the 31st of January.
  await platform.clock.moveTo(startAt + 30 * dayMs + 5 * hourMs - 1)
  expect((await platform.send()).accepted).toBe(true)
  await platform.clock.advance(1)
  expect(await platform.denial()).toMatchObject({ rule: 'MA-4' })
})

test('MA-4: who never used it is inactive, and a use mends it', async () => {
  const platform = await builtPlatform()
  await platform.directory.recordUse({ ...ada, at: null })
  const denial = await platform.denial()
  expect(denial).toMatchObject({ rule: 'MA-4', received: 'they never used it' })
  expect(denial).not.toHaveProperty('mendAfterMs')
  await platform.directory.recordUse(ada)
  expect((await platform.send()).accepted).toBe(true)
})

test('MA-4: a use of another mini-program does not count', async () => {
  const platform = await builtPlatform()
  await platform.clock.advance(31 * dayMs)
  await platform.directory.recordUse({ person: 'ada', sender: 'taxi' })
  expect(await platform.denial()).toMatchObject({ rule: 'MA-4' })
  expect((await platform.send({ sender: 'taxi' })).accepted).toBe(true)
})

test('MA-4: it speaks before MA-3, and not of an unknown recipient', async () => {
  const platform = await builtPlatform()
  await platform.send()
  await platform.directory.recordUse({ ...ada, at: startAt - 40 * dayMs })
  expect(await platform.denial()).toMatchObject({ rule: 'MA-4' })
  expect(await platform.denial({ to: 'u_nobody' })).toMatchObject({ rule: 'MA-7.recipient', code: 70010 })
})

test('MA-4: a use is read back and told in the journal; unknown names are refused', async () => {
  const platform = await builtPlatform()
  await platform.directory.recordUse({ ...ada, at: startAt - dayMs })
  expect(await platform.directory.lastUsedAt('ada', 'bills')).toBe(startAt - dayMs)
  expect(platform.journal.read({}).at(-1)).toMatchObject({ kind: 'use', person: 'ada', sender: 'bills' })
  await expect(platform.directory.recordUse({ person: 'eve', sender: 'bills' })).rejects.toThrow(RangeError)
  await expect(platform.directory.recordUse({ person: 'ada', sender: 'none' })).rejects.toThrow(RangeError)
  await expect(platform.directory.recordUse({ ...ada, at: Number.NaN })).rejects.toThrow(RangeError)
})

test('MA-4: switched off, it never speaks', async () => {
  const platform = await builtPlatform()
  platform.rules.setEnabled('MA-4', false)
  await platform.clock.advance(40 * dayMs)
  expect((await platform.send()).accepted).toBe(true)
})
