import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hashWithPlace, placeIn } from './place.ts'

const fallback = { person: 'amina', front: undefined, stacks: {} }

test('JR-6: a place survives the address, whatever its query holds', () => {
  const key = fc.string({ minLength: 1, maxLength: 8 }).filter((text) => text !== '__proto__')
  fc.assert(
    fc.property(fc.dictionary(key, fc.string({ maxLength: 12 })), (found) => {
      const query = { ...found }
      const state = { person: 'moussa', front: 'kijani', stacks: { kijani: [{ path: 'pages/bill/detail', query }] } }
      expect(placeIn(`#${hashWithPlace('', state)}`, fallback)).toEqual(state)
    }),
  )
})

test('the place leaves the walkthrough in the address alone', () => {
  const state = { person: 'amina', front: undefined, stacks: {} }
  expect(hashWithPlace('#walkthrough=first-message/2&person=moussa&app=soko', state)).toBe(
    'walkthrough=first-message/2&person=amina',
  )
})

test('an address without a place is the fallback', () => {
  expect(placeIn('#walkthrough=first-message/2', fallback)).toBe(fallback)
})
