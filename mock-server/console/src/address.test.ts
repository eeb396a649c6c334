import { expect, test } from 'vitest'
import { addressOf, hashOf } from './address.ts'

test.each([
  ['', { page: 'sends', id: '', query: {} }],
  ['#/', { page: 'sends', id: '', query: {} }],
  ['#/nowhere/x?q=1', { page: 'sends', id: 'x', query: { q: '1' } }],
  ['#/recipients/amina', { page: 'recipients', id: 'amina', query: {} }],
  [
    '#/compose?title=a%26b%3D?&jump=pages/x?id=1',
    { page: 'compose', id: '', query: { title: 'a&b=?', jump: 'pages/x?id=1' } },
  ],
  ['#/sends/%E0%A4%A', { page: 'sends', id: '', query: {} }],
])('%s is an address', (hash, address) => {
  expect(addressOf(hash)).toEqual(address)
})

test('an address comes back as it was, whatever its texts are', () => {
  const address = { page: 'compose', id: 'a/b?c#d%', query: { 'p.who': "O'Neil & <b>", title: '+ 100% 电费' } } as const
  expect(addressOf(hashOf(address))).toEqual(address)
  expect(hashOf({ page: 'clock', query: { q: '' } })).toBe('#/clock')
})
