import type { DateStyle, Format } from '@minibell/views'
import { bubbleFormat } from './bubble-format.ts'
import { once } from './once.ts'

/**
 * A `Format` by `Intl`. `locale`: BCP 47, default the browser's; throws `RangeError` when `Intl` refuses it. `timeZone`:
 * IANA name, default the device's. The same arguments give the same object, since making one is slow.
 */
export function intlFormat(locale?: string, timeZone?: string): Required<Format> {
  const key = `${locale} ${timeZone}`
  const format = made.get(key) || formatOf(locale, timeZone)
  made.set(key, format)
  return format
}

const made = new Map<string, Required<Format>>()

function formatOf(locale: string | undefined, timeZone: string | undefined): Required<Format> {
  // Each is made when it is asked for: a first screen needs none, and the first one takes milliseconds.
  const relative = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' }))
  const writer = (look: Intl.DateTimeFormatOptions, language = locale): ((at: number) => string) => {
    const format = once(() => new Intl.DateTimeFormat(language, { timeZone, ...look }))
    return (at) => format().format(at)
  }
  const day = { day: 'numeric', month: 'short' } as const
  const long = { ...day, year: 'numeric' } as const
  const dates: { readonly [Style in DateStyle]: (at: number) => string } = {
    weekday: writer({ weekday: 'long' }),
    short: writer(day),
    long: writer(long),
    full: writer({ ...long, hour: 'numeric', minute: 'numeric' }),
  }
  const days = writer({ year: 'numeric', month: 'numeric', day: 'numeric' }, 'en-US')
  const asked: Record<number, number> = {}
  return {
    ...bubbleFormat(locale, timeZone),
    // Missing on iOS before 14.
    relativeTime: (value, unit) => (Intl.RelativeTimeFormat ? relative().format(value, unit) : ''),
    date: (at, style) => dates[style](at),
    day(at) {
      // Every zone changes its day at a quarter of an hour, and a list asks for the same ones all the time.
      const quarter = Math.floor(at / 900_000)
      // The device's own zone needs no format, and a first screen no wait for one.
      const known =
        asked[quarter] ||
        (timeZone
          ? Date.parse(`${days(at)} UTC`) / 86_400_000
          : Math.floor(at / 86_400_000 - new Date(at).getTimezoneOffset() / 1440))
      asked[quarter] = known
      return known
    },
  }
}
