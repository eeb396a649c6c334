import type { SenderRecord } from '@minibell/mock'
import { expect, test } from 'vitest'
import type { PersonWithUses } from '../../door/control.ts'
import { readable } from './summary.ts'

// Only the fields that a summary is made of are given.
const persons = [
  { id: 'amina', name: 'Amina Odhiambo', recipientIds: [{ account: 'a', id: 'u_amina' }] },
] as unknown as PersonWithUses[]
const senders = [{ id: 'kijani', wireId: 'mp_kijani', name: 'Kijani Energy' }] as SenderRecord[]
const world = { persons, senders, timeZone: 'Africa/Nairobi' }

test('a summary speaks of people and mini-programs by name', () => {
  expect(readable('Kijani Energy sends to u_amina', world)).toBe('Kijani Energy sends to Amina')
  expect(readable('amina: delivered (1 accepted)', world)).toBe('Amina: delivered (1 accepted)')
})

test('a summary tells times where the person lives', () => {
  expect(readable('amina used kijani at 2026-11-20T10:45:59.862Z', world)).toBe(
    'Amina used Kijani Energy at Fri 20 Nov 2026, 13:45',
  )
})
