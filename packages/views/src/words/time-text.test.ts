import { expect, test } from 'vitest'
import { noon, plainFormat } from '../testing/snapshot.ts'
import { english } from './english.ts'
import { hausa } from './languages/hausa.ts'
import { languages, loadWords } from './load-words.ts'
import { dateText, dayText, timeText } from './time-text.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
/** Words that leave it to the format. */
const speech = { words: { ...english, times: undefined }, format: plainFormat, now: noon }
const timeAgo = (ms: number): string => timeText(noon - ms, speech)
const dayAgo = (ms: number): string => dayText(noon - ms, speech)

test.each([
  [0, 'second 0'],
  [59_999, 'second 0'],
  [minute, 'minute -1'],
  [hour - 1, 'minute -59'],
  [hour, 'hour -1'],
  [day - 1, 'hour -23'],
  [day, 'day -1'],
  [6 * day, 'day -6'],
])('%i ms ago is said as "%s"', (ms, text) => {
  expect(timeAgo(ms)).toBe(text)
})

test('from the seventh calendar day on it is a date', () => {
  expect(timeAgo(6.5 * day)).toBe('day -6')
  expect(timeAgo(6.5 * day + 1)).toBe('short 2026-11-13')
})

test('far away, the date has its year', () => {
  expect(timeAgo(181 * day)).toBe('short 2026-05-23')
  expect(timeAgo(182 * day)).toBe('long 2026-05-22')
})

test('25 hours over two midnights are two days', () => {
  const lateAtNight = Date.UTC(2026, 10, 20, 0, 30)
  expect(timeText(lateAtNight - 25 * hour, { ...speech, now: lateAtNight })).toBe('day -2')
})

test('a clock that is a little behind says now, one that was set back says the date', () => {
  expect(timeAgo(-minute)).toBe('second 0')
  expect(timeAgo(-2 * minute)).toBe('short 2026-11-20')
})

test.each([
  [0, 'day 0'],
  [13 * hour, 'day -1'],
  [2 * day, 'weekday 2026-11-18'],
  [6 * day, 'weekday 2026-11-14'],
  [7 * day, 'short 2026-11-13'],
  [400 * day, 'long 2025-10-16'],
  [-day, 'short 2026-11-21'],
])('the day %i ms ago is headed "%s"', (ms, text) => {
  expect(dayAgo(ms)).toBe(text)
})

/** Intl parts some of them by narrow spaces, which old phones have no glyph for. */
const plain = (text: string): string => text.replace(/\s/g, ' ')

test.each(languages)('%s says how long ago as Intl says it', async (language) => {
  const numbers = new Intl.NumberFormat(language)
  const plurals = new Intl.PluralRules(language)
  const format = {
    ...plainFormat,
    number: (value: number) => numbers.format(value),
    // It knows no other categories.
    plural: (count: number) => plurals.select(count) as 'other',
  }
  const words = await loadWords(language)
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'short' })
  const said = (ms: number): string => plain(timeText(noon - ms, { words, format, now: noon }))
  expect(said(0)).toBe(plain(relative.format(0, 'second')))
  for (let ago = 1; ago < 60; ago += 1) expect(said(ago * minute)).toBe(plain(relative.format(-ago, 'minute')))
  for (let ago = 1; ago < 24; ago += 1) expect(said(ago * hour)).toBe(plain(relative.format(-ago, 'hour')))
  for (let ago = 1; ago < 7; ago += 1) expect(said(ago * day)).toBe(plain(relative.format(-ago, 'day')))
  for (const ago of [0, 1])
    expect(plain(dayText(noon - ago * day, { words, format, now: noon }))).toBe(plain(relative.format(-ago, 'day')))
})

test('Hausa brings its dates, in the calendar day of the format', () => {
  const inHausa = { words: hausa, format: plainFormat, now: noon }
  const dateOf = (at: number): string[] =>
    (['weekday', 'short', 'long', 'full'] as const).map((style) => plain(dateText(at, style, inHausa)))
  const look = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const
  for (let index = 0; index < 12; index += 1) {
    const at = Date.UTC(2026, index, 1 + index * 2, 13, 5)
    const intl = (options: Intl.DateTimeFormatOptions): string =>
      plain(new Intl.DateTimeFormat('ha', { timeZone: 'UTC', ...options }).format(at))
    const long = intl({ ...look, year: 'numeric' })
    expect(dateOf(at)).toEqual([intl({ weekday: 'long' }), intl(look), long, `${long}, 13:05`])
  }
})

test('neither words nor format that say how long ago leave it empty', () => {
  const { relativeTime: _, ...format } = plainFormat
  expect(timeText(noon, { ...speech, format })).toBe('')
})
