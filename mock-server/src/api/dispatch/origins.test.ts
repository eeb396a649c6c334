import { expect, test } from 'vitest'
import { corsHeaders, originAllowed } from './origins.ts'

test.each([
  [null, [], true],
  [undefined, [], true],
  ['http://localhost:4510', [], true],
  ['https://localhost:4510', [], true],
  ['http://localhost:4511', [], false],
  ['http://evil.test', [], false],
  ['http://localhost:4510.evil.test', [], false],
  ['null', [], false],
  ['http://app.test', ['http://app.test'], true],
  ['http://app.test:81', ['http://app.test'], false],
])('origin %s with %j allowed: %s', (origin, allow, allowed) => {
  expect(originAllowed(origin, { host: 'localhost:4510', allow })).toBe(allowed)
})

test('any origin passes where all are allowed', () => {
  expect(originAllowed('null', { host: 'localhost', allow: '*' })).toBe(true)
})

test('names the one origin that asked, and only an allowed one', () => {
  expect(corsHeaders('http://app.test', ['http://app.test'])).toMatchObject({
    'access-control-allow-origin': 'http://app.test',
    vary: 'origin',
  })
  expect(corsHeaders('http://evil.test', ['http://app.test'])).toEqual({})
  expect(corsHeaders(null, '*')).toEqual({})
})
