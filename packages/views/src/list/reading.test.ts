import type { Inbox } from '@minibell/client'
import type { InboxItem } from '@minibell/protocol'
import { expect, test } from 'vitest'
import { itemOf, snapshotOf } from '../testing/snapshot.ts'
import { actOn } from './act-on.ts'
import { readingOf } from './reading.ts'

/** An inbox of these items, newest first, all unseen; what it is asked to do is written down. */
function inboxOf(...offsets: number[]) {
  const done: unknown[] = []
  let items: readonly InboxItem[] = []
  const fill = (...now: number[]): void => {
    items = now.map((offset) => itemOf({ id: `i${offset}`, offset }))
  }
  fill(...offsets)
  const write =
    (name: string) =>
    (...given: unknown[]): void =>
      void done.push([name, ...given])
  const calls = {
    markAll: write('markAll'),
    markRead: write('markRead'),
    dismiss: write('dismiss'),
    retry: write('retry'),
  }
  // As much of an inbox as a list asks.
  const inbox = { getSnapshot: () => snapshotOf({ items, unseen: items.length }), ...calls } as unknown as Inbox
  return { inbox, done, fill }
}

test('a list on screen is seen once, and once more with each arrival', () => {
  const { inbox, done, fill } = inboxOf(2, 1)
  const reading = readingOf(() => '')
  reading.see(inbox)
  reading.see(inbox)
  fill(3, 2, 1)
  reading.see(inbox)
  expect(done).toEqual([
    ['markAll', 'seen', {}],
    ['markAll', 'seen', {}],
  ])
})

test('what arrives above a reader who is further down waits, unseen, until they come back or ask for it', () => {
  const { inbox, done, fill } = inboxOf(2, 1)
  const reading = readingOf(() => '')
  reading.see(inbox)
  expect([reading.look(inbox, true), reading.look(inbox, true), reading.upTo()]).toEqual([true, false, 2])
  fill(3, 2, 1)
  reading.see(inbox)
  expect([done.length, reading.upTo()]).toEqual([1, 2])
  reading.toTop()
  reading.see(inbox)
  expect([done.length, reading.upTo()]).toEqual([2, undefined])
})

test('a list of one sender marks the items of that sender alone', () => {
  const { inbox, done } = inboxOf(1)
  readingOf(() => 'kijani').markAll(inbox, 'read')
  expect(done).toEqual([['markAll', 'read', { sender: 'kijani' }]])
})

test.each([
  ['read', [['markRead', ['i1']]]],
  ['detail', [['markRead', ['i1']]]],
  ['dismiss', [['dismiss', ['i1']]]],
  ['readAll', [['markAll', 'read', {}]]],
  ['retry', [['retry']]],
  ['history', ['older']],
  ['all', []],
  ['open', []],
])('the button "%s" does %j', (name, expected) => {
  const { inbox, done } = inboxOf(1)
  const older = { phase: () => 'idle' as const, fetch() {}, retry: () => void done.push('older') }
  actOn(name, 'i1', { inbox, older, reading: readingOf(() => null) })
  expect(done).toEqual(expected)
})
