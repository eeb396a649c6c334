import type { BubbleFormat } from '@minibell/views'
import { once } from './once.ts'

/** Languages with the digits 0 to 9 in every country, unless a tag asks for others. */
const plain = /^(am|en|fr|ha|hi|pt|sw|zh)\b(?!.*-u-)/

/** The capsule bubble's `BubbleFormat` by `Intl`; `locale` and `timeZone` as for `intlFormat`. */
export function bubbleFormat(locale?: string, timeZone?: string): BubbleFormat {
  const numbers = once(() => new Intl.NumberFormat(locale))
  const plurals = once(() => new Intl.PluralRules(locale))
  return {
    // The first format of all is the slowest thing on a page, and these languages write small numbers as everybody does.
    number: (value) => (value < 1000 && plain.test(locale || '') ? `${value}` : numbers().format(value)),
    plural: (count) => plurals().select(count),
    timeOfDay: (at) => new Date(at).toLocaleTimeString(locale, { timeZone, hour: 'numeric', minute: 'numeric' }),
  }
}
