import type { BubbleFormat } from '@minibell/views'

/** The capsule bubble's `BubbleFormat` by `Intl`; `locale`: BCP 47, `''` for the browser's own. */
export function bubbleFormat(locale: string | undefined): BubbleFormat {
  return {
    number: (value) => value.toLocaleString(locale),
    plural: (count) => new Intl.PluralRules(locale).select(count),
    timeOfDay: (at) => new Date(at).toLocaleTimeString(locale, { hour: 'numeric', minute: 'numeric' }),
  }
}
