import { expect, test } from 'vitest'
import { addressIn, hashWith } from './address.ts'

test('X-8: each step has an address of its own', () => {
  expect(addressIn('#walkthrough=three-days/4')).toEqual({ id: 'three-days', step: 4 })
  expect(addressIn('#walkthrough=three-days')).toEqual({ id: 'three-days', step: 1 })
  expect(addressIn('#walkthrough=three-days/-2')).toEqual({ id: 'three-days', step: 1 })
  expect(addressIn('#app=kijani')).toBeUndefined()
})

test('X-8: the address of a step keeps what else the hash says, and leaving takes only itself out', () => {
  const inside = hashWith('#app=kijani', { id: 'first-message', step: 2 })
  expect(inside).toBe('walkthrough=first-message/2&app=kijani')
  expect(hashWith(`#${inside}`, undefined)).toBe('app=kijani')
})
