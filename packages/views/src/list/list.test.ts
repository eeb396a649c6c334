import { expect, test } from 'vitest'
import { itemOf, noon, plainFormat, snapshotOf } from '../testing/snapshot.ts'
import { english } from '../words/english.ts'
import { headingOf, type ListOptions, listOf } from './list.ts'
import type { Listed } from './listed.ts'

const day = 86_400_000
const items = [
  itemOf({ offset: 5, sentAt: noon }),
  itemOf({ offset: 4, sentAt: noon - 1000, sender: 'soko' }),
  itemOf({ offset: 3, sentAt: noon - day }),
  itemOf({ offset: 2, sentAt: noon - day, sender: 'soko' }),
  itemOf({ offset: 1, sentAt: noon - 9 * day }),
]
const snapshot = snapshotOf({
  items,
  read: ['i4', 'i1'],
  senders: [{ id: 'soko', name: 'Soko Market', status: 'available', muted: false }],
})
const shown = ({ length, at }: Listed) => Array.from({ length }, (_, index) => at(index))
const offsets = (options?: ListOptions) => shown(listOf(snapshot, options)).map((item) => item?.offset)
const headings = (group: 'day' | 'sender') => {
  const list = listOf(snapshot, { group })
  const speech = { words: english, format: plainFormat, now: noon }
  return shown(list).map((_, index) => headingOf(list, index, { group, snapshot, speech }))
}

test('a list is newest first, all of it', () => {
  expect(offsets()).toEqual([5, 4, 3, 2, 1])
})

test('the filter leaves the unread', () => {
  expect(offsets({ filter: 'unread' })).toEqual([5, 3, 2])
})

test('one sender can be asked for', () => {
  expect(offsets({ sender: 'soko' })).toEqual([4, 2])
  expect(offsets({ sender: 'soko', filter: 'unread' })).toEqual([2])
})

test('grouped by mini-program, the one with the newest item leads', () => {
  expect(offsets({ group: 'sender' })).toEqual([5, 3, 1, 4, 2])
  expect(headings('sender')).toEqual(['kijani', undefined, undefined, 'Soko Market', undefined])
})

test('grouped by day, each day has one heading', () => {
  expect(headings('day')).toEqual(['today', undefined, 'yesterday', undefined, 'short 2026-11-11'])
})

test('what came after the reader scrolled down waits and is counted', () => {
  expect(offsets({ upTo: 3 })).toEqual([3, 2, 1])
  expect(listOf(snapshot, { upTo: 3 }).waiting).toBe(2)
})

test('what waits is counted within the filter', () => {
  expect(listOf(snapshot, { upTo: 3, filter: 'unread' }).waiting).toBe(1)
})

test('there is no heading outside the list', () => {
  const speech = { words: english, format: plainFormat, now: noon }
  expect(headingOf(listOf(snapshot), 5, { group: 'day', snapshot, speech })).toBeUndefined()
})

test('each item knows its place, and one that waits or is filtered out has none', () => {
  for (const group of ['day', 'sender'] as const) {
    const list = listOf(snapshot, { group, upTo: 4, filter: 'unread' })
    for (let index = 0; index < list.length; index += 1) expect(list.indexOf(list.at(index) ?? itemOf())).toBe(index)
    for (const item of [items[0], items[1]]) expect(list.indexOf(item ?? itemOf())).toBe(-1)
    expect([list.at(-1), list.at(list.length)]).toEqual([undefined, undefined])
  }
})

test('all of an inbox by day is asked for item by item, a few of 100,000', () => {
  let asked = 0
  const many = {
    ...snapshotOf({}),
    length: 100_000,
    at(index: number) {
      asked += 1
      return itemOf({ offset: 100_000 - index })
    },
  }
  const list = listOf(many, { upTo: 99_500 })
  expect([list.length, list.waiting, list.indexOf(itemOf({ offset: 7 }))]).toEqual([99_500, 500, 99_493])
  expect(asked).toBeLessThan(60)
})
