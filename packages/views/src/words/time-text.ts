import type { DateStyle } from './format.ts'
import { type Speech, say } from './say.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** When an item was sent, as a row says it: relative under 7 calendar days, then a date, with its year when that is not near. */
export function timeText(at: number, speech: Speech): string {
  const { now, format } = speech
  const ago = now - at
  if (ago < -minuteMs) return nearText(at, speech)
  if (ago < minuteMs) return agoText(0, 'second', speech)
  if (ago < hourMs) return agoText(Math.floor(ago / minuteMs), 'minute', speech)
  if (ago < dayMs) return agoText(Math.floor(ago / hourMs), 'hour', speech)
  const days = format.day(now) - format.day(at)
  return days < 7 ? agoText(days, 'day', speech) : nearText(at, speech)
}

/** Heading of a calendar day: today, yesterday, a weekday within 7 days, else a date. */
export function dayText(at: number, speech: Speech): string {
  const { now, format } = speech
  const days = format.day(now) - format.day(at)
  if (days === 0 || days === 1) return agoText(days, 'day', speech)
  return days > 1 && days < 7 ? dateText(at, 'weekday', speech) : nearText(at, speech)
}

/** A date by the words of a language that brought its own, else by the format. `full`: with the time of day. */
export function dateText(at: number, style: DateStyle, { words, format }: Speech): string {
  return words.date ? words.date(at, style, format) : format.date(at, style)
}

/** Half a year off, day and month no longer say which year. */
function nearText(at: number, speech: Speech): string {
  return dateText(at, Math.abs(speech.now - at) < 182 * dayMs ? 'short' : 'long', speech)
}

/** Whose words say nothing of it leaves it to the format. */
function agoText(count: number, unit: 'second' | 'minute' | 'hour' | 'day', { words, format }: Speech): string {
  const { times } = words
  if (!times) return format.relativeTime ? format.relativeTime(-count, unit) : ''
  if (unit === 'second') return times.now
  const day = unit === 'day' && [times.today, times.yesterday, times.before][count]
  return day || say(times[unit], count, format)
}
