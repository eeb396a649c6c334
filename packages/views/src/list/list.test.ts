import { expect, test } from 'vitest'
import { itemOf, noon, plainFormat, snapshotOf } from '../testing/snapshot.ts'
import { english } from '../words/english.ts'
import { headingOf, type ListOptions, listOf } from './list.ts'

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
const offsets = (options?: ListOptions) => listOf(snapshot, options).items.map(({ offset }) => offset)
const headings = (group: 'day' | 'sender') => {
  const list = listOf(snapshot, { group }).items
  const speech = { words: english, format: plainFormat, now: noon }
  return list.map((_, index) => headingOf(list, index, { group, snapshot, speech }))
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
  expect(headings('day')).toEqual(['day 0', undefined, 'day -1', undefined, 'short 2026-11-11'])
})

test('what came after the reader scrolled down waits and is counted', () => {
  expect(listOf(snapshot, { upTo: 3 })).toMatchObject({ items: [items[2], items[3], items[4]], waiting: 2 })
})

test('what waits is counted within the filter', () => {
  expect(listOf(snapshot, { upTo: 3, filter: 'unread' }).waiting).toBe(1)
})

test('there is no heading outside the list', () => {
  const speech = { words: english, format: plainFormat, now: noon }
  expect(headingOf(items, 5, { group: 'day', snapshot, speech })).toBeUndefined()
})
