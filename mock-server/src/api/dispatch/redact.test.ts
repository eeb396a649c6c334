import fc from 'fast-check'
import { expect, test } from 'vitest'
import { redacted } from './redact.ts'

test('takes secrets out wherever they stand and says how long they were', () => {
  expect(redacted({ accessToken: 'abc', deep: [{ token: 'abcd', sign: 'x', Signature: 'y' }], tokenCount: 3 })).toEqual(
    {
      accessToken: '[secret of 3]',
      deep: [{ token: '[secret of 4]', sign: '[secret of 1]', Signature: '[secret of 1]' }],
      tokenCount: 3,
    },
  )
})

test('hides a secret that is no text', () => {
  expect(redacted({ accessToken: { nested: 'abc' } })).toEqual({ accessToken: '[secret]' })
})

test('cuts long texts and keeps their length', () => {
  expect(redacted('x'.repeat(1000))).toBe(`${'x'.repeat(600)}… (1000 units)`)
})

test('keeps a key named __proto__ as an own key', () => {
  const copy = redacted(JSON.parse('{"__proto__": {"polluted": true}}'))
  expect(JSON.stringify(copy)).toBe('{"__proto__":{"polluted":true}}')
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
})

test('stays small whatever comes', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 20, depthSize: 'max' }), (json) => {
      expect(JSON.stringify(redacted(JSON.parse(json))).length).toBeLessThan(200_000)
    }),
    { numRuns: 30 },
  )
  const wide = Array.from({ length: 5000 }, () => Array.from({ length: 50 }, () => 'x'.repeat(50)))
  expect(JSON.stringify(redacted(wide)).length).toBeLessThan(60_000)
})
