import type { BubbleFormat } from '@minibell/views'

/** The capsule bubble's `BubbleFormat` by `Intl`; `locale` and `timeZone` as for `intlFormat`. */
export function bubbleFormat(locale?: string, timeZone?: string): BubbleFormat {
  return {
    number: (value) => value.toLocaleString(locale),
    plural: (count) => new Intl.PluralRules(locale).select(count),
    timeOfDay: (at) => new Date(at).toLocaleTimeString(locale, { timeZone, hour: 'numeric', minute: 'numeric' }),
  }
}
