import type { DateStyle, Format } from './format.ts'
import { fill } from './say.ts'

/** How a language that browsers seldom know writes dates. */
export interface Calendar {
  /** Sunday first. */
  readonly weekdays: readonly string[]
  /** January first. */
  readonly months: readonly string[]
  /** Of `{d}` and `{m}`, the latter also of `{y}`. */
  readonly short: string
  readonly long: string
}

/** Dates by `calendar`; which day it is, its digits and the time of day are the format's. */
export function datesBy(calendar: Calendar): (at: number, style: DateStyle, format: Format) => string {
  return (at, style, format) => {
    const date = new Date(format.day(at) * 86_400_000)
    if (style === 'weekday') return calendar.weekdays[date.getUTCDay()] as string // there are seven
    const text = fill(calendar[style === 'short' ? style : 'long'], {
      d: format.number(date.getUTCDate()),
      m: calendar.months[date.getUTCMonth()] as string, // and twelve
      y: `${date.getUTCFullYear()}`,
    })
    return style === 'full' ? `${text}, ${format.timeOfDay(at)}` : text
  }
}
