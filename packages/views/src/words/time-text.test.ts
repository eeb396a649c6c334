import { expect, test } from 'vitest'
import { noon, plainFormat } from '../testing/snapshot.ts'
import { dayText, timeText } from './time-text.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const timeAgo = (ms: number): string => timeText(noon - ms, noon, plainFormat)
const dayAgo = (ms: number): string => dayText(noon - ms, noon, plainFormat)

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
  expect(timeText(lateAtNight - 25 * hour, lateAtNight, plainFormat)).toBe('day -2')
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
