import type { BubbleFormat } from '@minibell/views'

/** The capsule bubble's `BubbleFormat` by `Intl`; `locale` and `timeZone` as for `intlFormat`. */
export function bubbleFormat(locale?: string, timeZone?: string): BubbleFormat {
  let numbers: Intl.NumberFormat | undefined
  return {
    number(value) {
      numbers = numbers || new Intl.NumberFormat(locale)
      return numbers.format(value)
    },
    plural: (count) => new Intl.PluralRules(locale).select(count),
    timeOfDay: (at) => new Date(at).toLocaleTimeString(locale, { timeZone, hour: 'numeric', minute: 'numeric' }),
  }
}
