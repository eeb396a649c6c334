import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { canonical } from './canonical.ts'
import { keyOf, padded, partsOf, prefixOf } from './key.ts'

vi.setConfig({ testTimeout: 60_000 })

const part = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('/', '%2F', '%', '%25', '%_', '\uffff', ''))

test('a key gives its parts back, and different parts are different keys', () => {
  fc.assert(
    fc.property(
      fc.array(part, { minLength: 1, maxLength: 4 }),
      fc.array(part, { minLength: 1, maxLength: 4 }),
      (one, other) => {
        expect(partsOf(keyOf(...one).text)).toEqual(one)
        expect(keyOf(...one).text === keyOf(...other).text).toBe(JSON.stringify(one) === JSON.stringify(other))
        expect(keyOf(...one).text).not.toContain('\uffff')
      },
    ),
  )
})

test('a prefix holds the keys below it and no others', () => {
  expect(keyOf('of', 'a', 'b').text.startsWith(prefixOf('of', 'a'))).toBe(true)
  expect(keyOf('of', 'ab', 'b').text.startsWith(prefixOf('of', 'a'))).toBe(false)
  expect(keyOf('of', 'a/b', 'b').text.startsWith(prefixOf('of', 'a'))).toBe(false)
})

test('padded numbers sort as numbers do', () => {
  const number = fc.nat(Number.MAX_SAFE_INTEGER)
  fc.assert(
    fc.property(number, number, (one, other) => {
      expect(Math.sign(one - other)).toBe(padded(one) < padded(other) ? -1 : padded(one) > padded(other) ? 1 : 0)
    }),
  )
})

test('canonical text is equal exactly when the JSON is', () => {
  const shuffled = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map(shuffled)
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, member]) => [key, shuffled(member)]),
    )
  }
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
      const [first, second] = [JSON.parse(JSON.stringify(one)), JSON.parse(JSON.stringify(other))]
      expect(canonical(first)).toBe(canonical(shuffled(first)))
      expect(canonical(first) === canonical(second)).toBe(equal(first, second))
    }),
  )
  expect(canonical({ a: undefined, b: [1] })).toBe(canonical({ b: [1] }))
  expect(canonical(JSON.parse('{"__proto__":1}'))).not.toBe(canonical({}))
  expect(canonical({ a: ['b', 1] })).not.toBe(canonical({ a: { b: 1 } }))
  expect(canonical(undefined)).toBe('null')
})

function equal(one: unknown, other: unknown): boolean {
  try {
    expect(one).toEqual(other)
    return true
  } catch {
    return false
  }
}
