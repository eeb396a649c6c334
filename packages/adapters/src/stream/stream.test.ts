import { expect, test } from 'vitest'
import { eventReader } from './event-reader.ts'
import { textReader } from './text-reader.ts'

function read(...pieces: readonly string[]) {
  const heard: (readonly [string, string])[] = []
  const take = eventReader((data, id) => heard.push([data, id]))
  const taken = pieces.map(take)
  return { heard, taken }
}

test('reads events in pieces of any length and with any end of line', () => {
  const text =
    'id: e:1\ndata: one\n\n: a comment\nevent: x\ndata:two\r\ndata: lines\r\n\r\ndata\n\nretry: 5\rid: e:2\rdata: three\r\r'
  const whole = read(text, '\n').heard
  expect(whole).toEqual([
    ['one', 'e:1'],
    ['two\nlines', 'e:1'],
    ['three', 'e:2'],
  ])
  expect(read(...[...text], '\n').heard).toEqual(whole)
})

test('an event that did not end is none', () => {
  expect(read('data: one\n\ndata: two\n').heard).toEqual([['one', '']])
})

test('DL-10: an event without end is not kept for ever', () => {
  expect(read('data: ', 'x'.repeat(5_000_000)).taken).toEqual([true, false])
  expect(read(...Array.from({ length: 60 }, () => `data: ${'x'.repeat(100_000)}\n`)).taken).toContain(false)
})

test('characters that are cut between pieces come whole, wherever they are cut', () => {
  const text = 'a é 中 😀 z'
  const bytes = new TextEncoder().encode(text)
  for (let cut = 0; cut <= bytes.length; cut += 1) {
    const take = textReader()
    expect(take(bytes.slice(0, cut).buffer) + take(bytes.slice(cut).buffer)).toBe(text)
  }
  const take = textReader()
  expect([...bytes].map((byte) => take(new Uint8Array([byte]).buffer)).join('')).toBe(text)
})

test('DL-10: bytes that are no UTF-8 are refused', () => {
  expect(() => textReader()(new Uint8Array([0x80, 0x80, 0x80, 0x80, 0x80]).buffer)).toThrow(URIError)
})
