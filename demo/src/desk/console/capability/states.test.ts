import { expect, test } from 'vitest'
import { stopsOf } from './states.ts'

const marked = (
  capability: Parameters<typeof stopsOf>[0]['capability'],
  status: 'available' | 'removed' = 'available',
) => stopsOf({ capability, status }).map(({ label, state }) => (state === 'now' ? `[${label}]` : label))

test('MA-6: the way goes from the application over the review to granted or refused', () => {
  expect(marked('not-applied')).toEqual(['[Not applied for]', 'In review', 'Granted'])
  expect(marked('in-review')).toEqual(['Not applied for', '[In review]', 'Granted'])
  expect(marked('granted')).toEqual(['Not applied for', 'In review', '[Granted]'])
  expect(marked('refused')).toEqual(['Not applied for', 'In review', '[Refused]'])
})

test('MA-19: what follows a violation is one stop further, and removal comes before all else', () => {
  expect(marked('disabled').at(-1)).toBe('[Disabled]')
  expect(marked('revoked').at(-1)).toBe('[Revoked]')
  expect(marked('revoked', 'removed').at(-1)).toBe('[Removed]')
})
