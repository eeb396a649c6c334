import type { DateStyle, Format } from '@minibell/views'
import { bubbleFormat } from './bubble-format.ts'

/**
 * A `Format` by `Intl`. `locale`: BCP 47, default the browser's; throws `RangeError` when `Intl` refuses it. `timeZone`:
 * IANA name, default the device's. The same arguments give the same object, since making one is slow.
 */
export function intlFormat(locale?: string, timeZone?: string): Format {
  const key = `${locale} ${timeZone}`
  const format = made.get(key) || formatOf(locale, timeZone)
  made.set(key, format)
  return format
}

const made = new Map<string, Format>()

function formatOf(locale: string | undefined, timeZone: string | undefined): Format {
  // Missing on iOS before 14.
  const relative = Intl.RelativeTimeFormat && new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' })
  const writer = (look: Intl.DateTimeFormatOptions, language = locale): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(language, { timeZone, ...look })
  const day = { day: 'numeric', month: 'short' } as const
  const long = { ...day, year: 'numeric' } as const
  const dates: { readonly [Style in DateStyle]: Intl.DateTimeFormat } = {
    weekday: writer({ weekday: 'long' }),
    short: writer(day),
    long: writer(long),
    full: writer({ ...long, hour: 'numeric', minute: 'numeric' }),
  }
  const days = writer({ year: 'numeric', month: 'numeric', day: 'numeric' }, 'en-US')
  const asked: Record<number, number> = {}
  return {
    ...bubbleFormat(locale, timeZone),
    relativeTime: (value, unit) => (relative ? relative.format(value, unit) : `${-value} ${unit[0]}`),
    date: (at, style) => dates[style].format(at),
    day(at) {
      // Every zone changes its day at a quarter of an hour, and a list asks for the same ones all the time.
      const quarter = Math.floor(at / 900_000)
      const known = asked[quarter] || Date.parse(`${days.format(at)} UTC`) / 86_400_000
      asked[quarter] = known
      return known
    },
  }
}
