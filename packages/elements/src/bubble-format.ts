import type { BubbleFormat } from '@minibell/views'

/** Languages with the digits 0 to 9 in every country, unless a tag asks for others. */
const plain = /^(am|en|fr|ha|hi|pt|sw|zh)(-[A-Za-z]{2,4})*$/

/** The capsule bubble's `BubbleFormat` by `Intl`; `locale` and `timeZone` as for `intlFormat`. */
export function bubbleFormat(locale?: string, timeZone?: string): BubbleFormat {
  let numbers: Intl.NumberFormat | undefined
  let plurals: Intl.PluralRules | undefined
  return {
    number(value) {
      // The first format of all is the slowest thing on a page, and these languages write small numbers as everybody does.
      if (value < 1000 && plain.test(locale || '')) return `${value}`
      numbers = numbers || new Intl.NumberFormat(locale)
      return numbers.format(value)
    },
    plural(count) {
      plurals = plurals || new Intl.PluralRules(locale)
      return plurals.select(count)
    },
    timeOfDay: (at) => new Date(at).toLocaleTimeString(locale, { timeZone, hour: 'numeric', minute: 'numeric' }),
  }
}
