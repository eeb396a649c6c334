import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ReceiptKind } from './item.ts'
import { isMarked, kindsOf, type Marks, marksOf, noMarks } from './marks.ts'

const kind = fc.constantFrom<ReceiptKind>('delivered', 'seen', 'read', 'opened', 'dismissed')

function merge(kinds: readonly ReceiptKind[]): Marks {
  return kinds.reduce((marks, each) => marks | marksOf(each), noMarks)
}

test('DL-5: receipts merge the same in any order and however often', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(kind, fc.nat(), fc.nat()), { size: 'max', maxLength: 100 }), (received) => {
      const kinds = received.map(([each]) => each)
      const mixed = received
        .flatMap(([each, first, again]) => [
          { each, at: first },
          { each, at: again },
        ])
        .sort((a, b) => a.at - b.at)
        .map(({ each }) => each)
      expect(merge(mixed)).toBe(merge(kinds))
    }),
  )
})

test('DL-5: the shortest list of kinds merges back to the same marks', () => {
  fc.assert(
    fc.property(fc.array(kind), (kinds) => {
      const marks = merge(kinds)
      const shortest = kindsOf(marks)
      expect(merge(shortest)).toBe(marks)
      for (const one of shortest) expect(merge(shortest.filter((other) => other !== one))).not.toBe(marks)
    }),
  )
})

test('DL-5: a receipt carries all that it implies, and dismissed stands beside', () => {
  const marks = merge(['opened'])
  expect((['delivered', 'seen', 'read', 'opened'] as const).every((each) => isMarked(marks, each))).toBe(true)
  expect(isMarked(marks, 'dismissed')).toBe(false)
  expect(isMarked(merge(['dismissed']), 'delivered')).toBe(false)
  expect(kindsOf(noMarks)).toEqual([])
  expect(kindsOf(merge(['dismissed', 'seen', 'read']))).toEqual(['read', 'dismissed'])
})
