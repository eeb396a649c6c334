import type { SenderRecord, Verdict } from '@minibell/mock'
import { expect, test } from 'vitest'
import type { PersonWithUses } from '../../door/control.ts'
import { mendOf, reasonText } from './mend.ts'

const verdict = (part: Partial<Verdict>): Verdict => ({
  rule: 'MA-3',
  source: 'MiniApp messages, sending conditions',
  code: 70013,
  expected: '72 h since the last message',
  received: '1 h.',
  hint: { en: 'Wait or move the clock', zh: '等待' },
  ...part,
})
// Only the fields that a mend reads are given.
const sender = { id: 'kijani', name: 'Kijani Energy' } as SenderRecord
const person = { id: 'amina', name: 'Amina Odhiambo' } as PersonWithUses

test('X-1, MA-3: time mends it, by a button that names the span', () => {
  const spanMs = 51 * 3_600_000
  expect(mendOf({ verdict: verdict({ mendAfterMs: spanMs }), sender, person })).toEqual({
    kind: 'advance',
    label: '+2 d 3 h on the clock',
    spanMs,
  })
})

test('X-1, MA-4: a use mends it', () => {
  expect(mendOf({ verdict: verdict({ rule: 'MA-4' }), sender, person })).toMatchObject({
    kind: 'open',
    label: 'Amina opens Kijani Energy',
  })
})

test('X-1, MA-6: the operator mends it', () => {
  expect(mendOf({ verdict: verdict({ rule: 'MA-6' }), sender, person })).toMatchObject({
    kind: 'grant',
    sender: 'kijani',
  })
})

test('X-1: another text has no button', () => {
  expect(mendOf({ verdict: verdict({ rule: 'MA-11' }), sender, person })).toBeUndefined()
})

test('X-1: says rule, expectation, fact, mend and source', () => {
  expect(reasonText(verdict({}))).toEqual({
    what: 'Refused by MA-3. Expected: 72 h since the last message. Found: 1 h.',
    how: 'Wait or move the clock.',
    where: 'Source: MiniApp messages, sending conditions',
  })
})
