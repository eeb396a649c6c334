import { languages } from '@minibell/views/words'
import { expect, test } from 'vitest'
import type { Language } from '../given.ts'
import { amharic } from '../languages/amharic.ts'
import { arabic } from '../languages/arabic.ts'
import { bengali } from '../languages/bengali.ts'
import { chinese } from '../languages/chinese.ts'
import { french } from '../languages/french.ts'
import { hausa } from '../languages/hausa.ts'
import { hindi } from '../languages/hindi.ts'
import { portuguese } from '../languages/portuguese.ts'
import { swahili } from '../languages/swahili.ts'
import { urdu } from '../languages/urdu.ts'
import { english } from './english.ts'
import { plainFormat } from './plain-format.ts'

const all: readonly Language[] = [
  ...[english, french, arabic, portuguese, swahili, hausa, amharic, hindi, bengali, urdu, chinese],
]

/** Intl parts some of them by narrow spaces, which old phones have no glyph for. */
const plain = (text: string): string => text.replace(/\s/g, ' ')

const instants = Array.from({ length: 60 }, (_, index) =>
  Date.UTC(2026, index % 12, 1 + ((index * 7) % 28), (index * 5) % 24, index),
)

test('every language that there are words in has its numbers and times', () => {
  expect(all.map(({ tag }) => tag).sort()).toEqual([...languages].sort())
})

test.each(all)('$tag: numbers and plural forms are those of Intl', ({ tag, writing }) => {
  const format = plainFormat(writing)
  const rules = new Intl.PluralRules(tag)
  for (const count of [0, 1, 2, 3, 9, 10, 11, 12, 99, 100, 101, 103, 111, 999, 1000, 12_345, 1_234_567, 1_000_000]) {
    expect(format.plural(count), `plural of ${count}`).toBe(rules.select(count))
    expect(plain(format.number(count))).toBe(plain(count.toLocaleString(tag)))
  }
})

test.each(all)('$tag: dates are those of Intl, in the time zone of the device', ({ tag, writing }) => {
  const format = plainFormat(writing)
  const day = { day: 'numeric', month: 'short' } as const
  const long = { ...day, year: 'numeric' } as const
  const clock = { hour: 'numeric', minute: 'numeric' } as const
  for (const at of instants) {
    const intl = (look: Intl.DateTimeFormatOptions): string => plain(new Intl.DateTimeFormat(tag, look).format(at))
    expect(plain(format.date(at, 'weekday'))).toBe(intl({ weekday: 'long' }))
    expect(plain(format.date(at, 'short'))).toBe(intl(day))
    expect(plain(format.date(at, 'long'))).toBe(intl(long))
    expect(plain(format.date(at, 'full'))).toBe(intl({ ...long, ...clock }))
    expect(plain(format.timeOfDay(at))).toBe(intl(clock))
  }
})

test('a calendar day is one number, and the next day the next', () => {
  const midnight = new Date(2026, 10, 20).getTime()
  const { day } = plainFormat(english.writing)
  expect(day(midnight) - day(midnight - 1)).toBe(1)
  expect(day(midnight + 86_399_999)).toBe(day(midnight))
})
