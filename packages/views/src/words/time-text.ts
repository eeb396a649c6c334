import type { Format } from './format.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** When an item was sent, as a row says it: relative under 7 calendar days, then a date, with its year when that is not near. */
export function timeText(at: number, now: number, format: Format): string {
  const ago = now - at
  if (ago < -minuteMs) return dateText(at, now, format)
  if (ago < minuteMs) return format.relativeTime(0, 'second')
  if (ago < hourMs) return format.relativeTime(-Math.floor(ago / minuteMs), 'minute')
  if (ago < dayMs) return format.relativeTime(-Math.floor(ago / hourMs), 'hour')
  const days = format.day(now) - format.day(at)
  return days < 7 ? format.relativeTime(-days, 'day') : dateText(at, now, format)
}

/** Heading of a calendar day: today, yesterday, a weekday within 7 days, else a date. */
export function dayText(at: number, now: number, format: Format): string {
  const days = format.day(now) - format.day(at)
  if (days === 0 || days === 1) return format.relativeTime(-days, 'day')
  return days > 1 && days < 7 ? format.date(at, 'weekday') : dateText(at, now, format)
}

/** Half a year off, day and month no longer say which year. */
function dateText(at: number, now: number, format: Format): string {
  return format.date(at, Math.abs(now - at) < 182 * dayMs ? 'short' : 'long')
}
