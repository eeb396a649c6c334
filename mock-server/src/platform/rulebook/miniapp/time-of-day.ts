import type { RuleNumbers } from '../numbers.ts'

const dayMinutes = 1_440
const minuteMs = 60_000

/** When a closed period that `at` lies in ends; nothing outside of it. `from` later than `to` goes over midnight. */
export function quietUntil(
  at: number,
  { from, to }: NonNullable<RuleNumbers['quietHours']>,
  timeZone: string,
): number | undefined {
  const start = minutesOf(from)
  const length = (minutesOf(to) - start + dayMinutes) % dayMinutes
  const passed = (minuteOfDay(at, timeZone) - start + dayMinutes) % dayMinutes
  if (passed >= length) return undefined
  const guess = at - (at % minuteMs) + (length - passed) * minuteMs
  // Clocks that are put forward or back in between make the guess miss; the rest is at most some hours.
  return guess + shortest(minutesOf(to) - minuteOfDay(guess, timeZone)) * minuteMs
}

function minuteOfDay(at: number, timeZone: string): number {
  const parts = formatOf(timeZone).formatToParts(at)
  const part = (type: string): number => Number(parts.find((each) => each.type === type)?.value)
  return part('hour') * 60 + part('minute')
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const made =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', hour: 'numeric', minute: 'numeric' })
  formats.set(timeZone, made)
  return made
}

function minutesOf(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number)
  return hours * 60 + minutes
}

/** The way there of at most half a day. */
function shortest(minutes: number): number {
  const forward = ((minutes % dayMinutes) + dayMinutes) % dayMinutes
  return forward > dayMinutes / 2 ? forward - dayMinutes : forward
}
