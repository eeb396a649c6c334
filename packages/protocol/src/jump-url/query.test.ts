import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatQuery, parseQuery } from './query.ts'

test('JR-6: a query is decoded once, and the last of repeated keys wins', () => {
  expect(parseQuery('a=1&b=%2525&a=2&c&d==&+=+&&')).toEqual({ a: '2', b: '%25', c: '', d: '=', '+': '+' })
  expect(parseQuery('')).toEqual({})
})

test('JR-6: a malformed % is taken literally, and what stands around it is decoded', () => {
  expect(parseQuery('a=%&b=%4&c=%41%4g%41&d=%FF%41&e=%F0%9F%98&f=%u0041')).toEqual({
    a: '%',
    b: '%4',
    c: 'A%4gA',
    d: '%FFA',
    e: '%F0%9F%98',
    f: '%u0041',
  })
})

test('JR-6: a query is written with = always and in ASCII', () => {
  expect(formatQuery({ a: '', 'b c': 'é&=+#?', '': 'x' })).toBe('a=&b%20c=%C3%A9%26%3D%2B%23%3F&=x')
  expect(formatQuery({})).toBe('')
})

test('JR-6: a query of any text comes back from its format', () => {
  const text = fc.string({ unit: 'binary' })
  fc.assert(
    fc.property(fc.dictionary(text, text), (query) => {
      expect(parseQuery(formatQuery(query))).toEqual({ ...query })
    }),
  )
})

test('JR-6: any text is a query', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('%', '4', '1', 'E', '2', '&', '=', 'x') })),
      (text) => {
        const query = parseQuery(text)
        expect(parseQuery(formatQuery(query))).toEqual(query)
      },
    ),
    { numRuns: 1_000 },
  )
})
