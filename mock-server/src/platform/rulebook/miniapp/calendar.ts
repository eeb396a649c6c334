import { dayMs } from '../numbers.ts'

/** Days since 1970-01-01 of the date that `at` has in an IANA time zone. */
export function dateNumber(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  }).formatToParts(at)
  const part = (type: string): number => Number(parts.find((each) => each.type === type)?.value)
  return Date.UTC(part('year'), part('month') - 1, part('day')) / dayMs
}

/** The first instant whose date in `timeZone` is `date` or later; looks no further than two days around midnight UTC. */
export function startOfDate(date: number, timeZone: string): number {
  let before = (date - 2) * dayMs
  let from = (date + 2) * dayMs
  while (from - before > 1) {
    const middle = Math.floor((before + from) / 2)
    if (dateNumber(middle, timeZone) >= date) from = middle
    else before = middle
  }
  return from
}
