import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bytesOf, depthOf, parseJson, readBytes, textBody } from './body.ts'

const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request('http://minibell.test/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit)

const bytes = (text: string) => new TextEncoder().encode(text)

test('reads a body of exactly the limit', async () => {
  expect(await readBytes(post('x'.repeat(10)), 10)).toEqual({ ok: true, bytes: bytes('x'.repeat(10)) })
})

test('refuses one byte more, whatever content-length says', async () => {
  expect(await readBytes(post('x'.repeat(11)), 10)).toMatchObject({ ok: false, problem: { code: 'too-large' } })
  expect(await readBytes(post('x'.repeat(11), { 'content-length': '3' }), 10)).toMatchObject({ ok: false })
  expect(await readBytes(post('x', { 'content-length': '11' }), 10)).toMatchObject({ ok: false })
})

test('lets go of an endless body', async () => {
  let cancelled = false
  const endless = new ReadableStream({
    pull: (controller) => controller.enqueue(bytes('x'.repeat(100))),
    cancel() {
      cancelled = true
    },
  })
  expect(await readBytes(post(endless), 1000)).toMatchObject({ ok: false, problem: { code: 'too-large' } })
  expect(cancelled).toBe(true)
})

test('takes no body as an empty one', async () => {
  expect(await readBytes(new Request('http://minibell.test/'), 10)).toEqual({ ok: true, bytes: new Uint8Array(0) })
})

test('counts UTF-8 bytes as an encoder makes them', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', size: 'medium' }),
      fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) }),
      (whole, halves) => {
        expect(bytesOf(whole)).toBe(bytes(whole).byteLength)
        expect(bytesOf(halves)).toBe(bytes(halves).byteLength)
      },
    ),
  )
})

test('takes text by its bytes', async () => {
  expect(await textBody('ééé')(6)).toEqual({ ok: true, text: 'ééé' })
  expect(await textBody('ééé')(5)).toMatchObject({ ok: false })
})

test('skips a byte order mark and takes the last of repeated keys', () => {
  expect(parseJson({ bytes: bytes('\ufeff{"a":1,"a":2}') })).toEqual({ ok: true, json: { a: 2 } })
})

test.each([
  ['nothing', '', 'empty'],
  ['blanks', ' \n', 'empty'],
  ['half of it', '{"a":', 'no JSON'],
  ['a word', 'hello', 'no JSON'],
  ['a deep nest', '['.repeat(65) + ']'.repeat(65), 'nested deeper than 64'],
])('refuses %s and says what it is', (_, text, received) => {
  const parsed = parseJson({ bytes: bytes(text) })
  expect(parsed).toMatchObject({ ok: false, problem: { code: 'malformed', expected: 'JSON in UTF-8' } })
  expect(JSON.stringify(parsed)).toContain(received)
})

test('refuses bytes that are no UTF-8', () => {
  expect(parseJson({ bytes: new Uint8Array([0x22, 0xff, 0x22]) })).toMatchObject({
    ok: false,
    problem: { received: 'no valid UTF-8' },
  })
})

test('measures nesting outside strings alone', () => {
  expect(depthOf('{"[[[": "]]\\"[[", "b": [1, {"c": []}]}')).toBe(4)
  fc.assert(
    fc.property(fc.json({ maxDepth: 12 }), (json) => {
      expect(depthOf(json)).toBe(depthIn(JSON.parse(json)))
    }),
  )
})

function depthIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  return 1 + Math.max(0, ...Object.values(value).map(depthIn))
}
