import type { InboxItem } from '@minibell/protocol'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { itemOf } from '../testing/snapshot.ts'
import { type Grouped, grouping } from './grouping.ts'
import type { Listed } from './listed.ts'

const listOf = (items: readonly InboxItem[]): Listed => ({ length: items.length, at: (index) => items[index] })
const all = (grouped: Grouped): readonly (InboxItem | undefined)[] =>
  Array.from({ length: grouped.length }, (_, index) => grouped.at(index))

/** What may happen to a list: news at its top, older items at its end, one that leaves. */
const happening = fc.oneof(
  fc.record({ what: fc.constant('arrive'), senders: fc.array(fc.nat(3), { minLength: 1, maxLength: 4 }) }),
  fc.record({ what: fc.constant('history'), senders: fc.array(fc.nat(3), { minLength: 1, maxLength: 4 }) }),
  fc.record({ what: fc.constant('leave'), senders: fc.array(fc.nat(30), { minLength: 1, maxLength: 1 }) }),
)

test('asked again and again it says what it would say at once, and its answers stay', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 12 }), (happenings) => {
      const kept = grouping()
      let items: readonly InboxItem[] = []
      let [top, bottom] = [1000, 1000]
      const before: (readonly [Grouped, readonly (InboxItem | undefined)[]])[] = []
      for (const { what, senders } of happenings) {
        if (what === 'leave') items = items.filter((_, index) => index !== senders[0])
        for (const sender of what === 'leave' ? [] : senders) {
          if (what === 'arrive') top += 1
          else bottom -= 1
          const one = itemOf({ offset: what === 'arrive' ? top : bottom, sender: `s${sender}` })
          items = what === 'arrive' ? [one, ...items] : [...items, one]
        }
        const grouped = kept(listOf(items))
        expect(all(grouped)).toEqual(all(grouping()(listOf(items))))
        expect(all(grouped).map((item) => item && grouped.indexOf(item))).toEqual(items.map((_, index) => index))
        for (const [older, was] of before) expect(all(older)).toEqual(was)
        before.push([grouped, all(grouped)])
      }
    }),
    { numRuns: 100 },
  )
})

test('neither end of it is another item', () => {
  const grouped = grouping()(listOf([itemOf({ offset: 2 }), itemOf({ offset: 1, sender: 'soko' })]))
  expect([grouped.at(-1), grouped.at(2), grouped.indexOf(itemOf({ id: 'other', offset: 2 }))]).toEqual([
    undefined,
    undefined,
    -1,
  ])
  expect(grouped.indexOf(itemOf({ sender: 'nobody' }))).toBe(-1)
})

test('an arrival costs the same at 100,000 as at 1,000', () => {
  const looks = (count: number): number => {
    const items = Array.from({ length: count }, (_, index) =>
      itemOf({ offset: count - index, sender: `s${index % 9}` }),
    )
    let looked = 0
    const counted = (list: readonly InboxItem[]): Listed => ({
      length: list.length,
      at(index) {
        looked += 1
        return list[index]
      },
    })
    const kept = grouping()
    kept(counted(items))
    looked = 0
    kept(counted([itemOf({ offset: count + 1, sender: 's3' }), ...items]))
    return looked
  }
  expect(looks(100_000)).toBe(looks(1000))
  expect(looks(1000)).toBeLessThan(10)
})
