import { expect, test } from 'vitest'
import { aPerson, aWorld, builtPlatform, dayMs } from '../../../asked/built-platform.ts'

const at = (text: string): number => Date.parse(text)

/** A platform with Ada in that zone, at that moment, who just used everything. */
async function there(timeZone: string, now: string, numbers: Parameters<typeof builtPlatform>[0] = {}) {
  const world = { ...aWorld({ people: 0 }), persons: [aPerson('ada', { timeZone })] }
  const platform = await builtPlatform({ world, ...numbers })
  await platform.clock.moveTo(at(now))
  await platform.directory.recordUse({ person: 'ada', sender: 'bills' })
  return platform
}

const calendar = { numbers: { frequency: { mode: 'calendar', days: 3 } } } as const

test.each([
  // Clocks go forward on the 29th of March: that night has 23 hours.
  ['Europe/Berlin', '2026-03-28T11:00Z', '2026-03-30T22:00Z'],
  // Clocks go back on the 1st of November: that night has 25.
  ['America/New_York', '2026-10-30T16:00Z', '2026-11-02T05:00Z'],
  // The 24th of April has no midnight there: it begins at one o'clock.
  ['Africa/Cairo', '2026-04-21T10:00Z', '2026-04-23T22:00Z'],
  // Half an hour off the hour, over the end of a month.
  ['Asia/Kolkata', '2026-01-30T12:00Z', '2026-02-01T18:30Z'],
  // The 29th of February exists in 2028, and not in 2027.
  ['Africa/Nairobi', '2028-02-27T12:00Z', '2028-02-29T21:00Z'],
  ['Africa/Nairobi', '2027-02-26T12:00Z', '2027-02-28T21:00Z'],
  // Over the end of a year, to the east of the date line's bend.
  ['Pacific/Kiritimati', '2026-12-30T12:00Z', '2027-01-02T10:00Z'],
  // A quarter of an hour, the other way about the year.
  ['Pacific/Chatham', '2026-04-03T12:00Z', '2026-04-06T11:15Z'],
])('MA-3: by calendar in %s, sent at %s, the third date begins at %s', async (timeZone, sent, from) => {
  const platform = await there(timeZone, sent, calendar)
  expect((await platform.send()).accepted).toBe(true)
  expect((await platform.denial()).mendAfterMs).toBe(at(from) - at(sent))
  await platform.clock.moveTo(at(from) - 1)
  expect((await platform.send()).accepted).toBe(false)
  await platform.clock.moveTo(at(from))
  expect((await platform.send()).accepted).toBe(true)
})

test.each(['2026-03-28T11:00Z', '2026-10-24T11:00Z', '2028-02-27T11:00Z'])(
  'MA-3: rolling, 72 h are 72 h whatever clocks and months do (%s)',
  async (sent) => {
    const platform = await there('Europe/Berlin', sent)
    expect((await platform.send()).accepted).toBe(true)
    await platform.clock.moveTo(at(sent) + 3 * dayMs - 1)
    expect((await platform.send()).accepted).toBe(false)
    await platform.clock.moveTo(at(sent) + 3 * dayMs)
    expect((await platform.send()).accepted).toBe(true)
  },
)

test.each([
  ['Europe/Berlin', '2026-03-01T23:30Z', '2026-04-01T22:00Z'],
  ['America/New_York', '2026-10-15T03:30Z', '2026-11-14T05:00Z'],
  ['Africa/Cairo', '2026-03-24T12:00Z', '2026-04-23T22:00Z'],
  ['Africa/Nairobi', '2028-01-31T12:00Z', '2028-03-01T21:00Z'],
])('MA-4: by calendar in %s, used at %s, the 31st date begins at %s', async (timeZone, used, over) => {
  const numbers = { recency: { mode: 'calendar', days: 30, boundary: 'inclusive' } } as const
  const platform = await there(timeZone, used, { numbers })
  await platform.clock.moveTo(at(over) - 1)
  expect((await platform.send()).accepted).toBe(true)
  await platform.clock.moveTo(at(over))
  expect(await platform.denial()).toMatchObject({ rule: 'MA-4' })
})
