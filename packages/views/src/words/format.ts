/**
 * What the reader's language does to numbers and times. A port, since some hosts have no `Intl`; `@minibell/elements`
 * has one made of `Intl`. Every answer is plain text.
 */
export interface Format extends BubbleFormat {
  /**
   * Asked only where the words have no `times`. `value` ≤ 0: so many units ago; 0 is "now" for seconds and "today" for days, −1 day is
   * "yesterday".
   */
  relativeTime?(value: number, unit: 'second' | 'minute' | 'hour' | 'day'): string
  /** Asked only where the words have no `calendar`. */
  date(at: number, style: DateStyle): string
  /** Days since 1970 in the reader's time zone: two instants of one calendar day give the same number. */
  day(at: number): number
}

/** The capsule bubble's share of `Format`. */
export interface BubbleFormat {
  number(value: number): string
  /** The plural category of a count, as CLDR names it. */
  plural(count: number): PluralForm
  /** Time of day, in hours and minutes. */
  timeOfDay(at: number): string
}

/** `weekday`: Monday. `short`: day and month. `long`: with the year. `full`: with the time of day. */
export type DateStyle = 'weekday' | 'short' | 'long' | 'full'

/** CLDR’s names; English has `one` and `other`. */
export type PluralForm = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other'
