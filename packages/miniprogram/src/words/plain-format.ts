import type { DateStyle, Format, PluralForm } from '@minibell/views'

/** How one language writes numbers and times, as data: for hosts without `Intl`. */
export interface Writing {
  /** The ten digits, where they are not 0 to 9. */
  readonly digits?: string
  /** Between groups of digits, and how many digits a group has from the second on; default 3. */
  readonly comma: string
  readonly group?: number
  /** The least number that is grouped; default 1,000. */
  plural(count: number): PluralForm
  /** Sunday first. */
  readonly weekdays: readonly string[]
  /** January first. */
  readonly months: readonly string[]
  /** `{d}`, `{m}`, `{y}`; of the last one also `{t}`, the time of day. */
  readonly short: string
  readonly long: string
  readonly full: string
  /** `{h}`, `{i}` (minutes) and, where the clock has twelve hours, `{a}`, one of `halves`. */
  readonly time: string
  readonly halves?: readonly [string, string]
}

/** A `Format` in the time zone of the device. */
export function plainFormat(writing: Writing): Format {
  const { digits, comma, group = 3, halves } = writing
  const write = (text: string): string =>
    digits ? text.replace(/\d/g, (digit) => digits[Number(digit)] as string) : text
  const number = (value: number): string => {
    const text = String(Math.floor(value))
    const head = text.slice(0, -3)
    return write(
      head
        ? `${head.replace(group === 2 ? /\B(?=(\d\d)+$)/g : /\B(?=(\d{3})+$)/g, comma)}${comma}${text.slice(-3)}`
        : text,
    )
  }
  const timeOfDay = (at: number): string => {
    const date = new Date(at)
    const hours = date.getHours()
    const shown = halves ? String(hours % 12 || 12) : two(hours)
    return write(
      fillIn(writing.time, { h: shown, i: two(date.getMinutes()), a: halves ? halves[hours < 12 ? 0 : 1] : '' }),
    )
  }
  const date = (at: number, style: DateStyle): string => {
    const when = new Date(at)
    if (style === 'weekday') return writing.weekdays[when.getDay()] as string
    const parts = {
      d: write(String(when.getDate())),
      m: writing.months[when.getMonth()] as string,
      y: write(String(when.getFullYear())),
      t: timeOfDay(at),
    }
    return fillIn(writing[style], parts)
  }
  return {
    number,
    plural: writing.plural,
    timeOfDay,
    date,
    day: (at) => Math.floor((at - new Date(at).getTimezoneOffset() * 60_000) / 86_400_000),
  }
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value)
}

function fillIn(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/{(\w)}/g, (_, name: string) => values[name] as string)
}
