import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pushCipher } from './cipher.ts'
import { signatureOf } from './signature.ts'

const key = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG'
const appId = 'wxb11529c136998cb6'
const random = new TextEncoder().encode('aaaabbbbccccdddd')

test.each([
  ['1714037059', '486452656', '899cf89e464efb63f54ddac96b0a0a235f53aa78'],
  ['1714036504', '1514711492', 'f464b24fc39322e44b38aa78f5edd27bd1441696'],
])('CS-1: the signature of %s and %s is that of the documents', (timestamp, nonce, expected) => {
  expect(signatureOf('AAAAA', timestamp, nonce)).toBe(expected)
  expect(signatureOf(nonce, 'AAAAA', timestamp)).toBe(expected)
})

test('CS-1: the ciphertext of the official sample', () => {
  const encrypted = pushCipher(key, appId).encrypt('我是中文abcd123', random)
  expect(encrypted).toBe('jn1L23DB+6ELqJ+6bruv21Y6MD7KeIfP82D6gU39rmkgczbWwt5+3bnyg5K55bgVtVzd832WzZGMhkP72vVOfg==')
  expect(pushCipher(key, appId).decrypt(encrypted)).toEqual({ ok: true, message: '我是中文abcd123', appId })
})

test('CS-1: whatever is encrypted is read again, by the same key alone', () => {
  const other = pushCipher(key.replace('abc', 'xyz'), appId)
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (message) => {
      const encrypted = pushCipher(key, appId).encrypt(message, random)
      expect(pushCipher(key, appId).decrypt(encrypted)).toEqual({ ok: true, message, appId })
      expect(other.decrypt(encrypted)).not.toMatchObject({ ok: true, message, appId })
    }),
  )
})

test.each(['', 'no base64!', 'AAAA', btoa('a'.repeat(32)), btoa('\0'.repeat(64))])('%j is no ciphertext', (text) => {
  expect(pushCipher(key, appId).decrypt(text)).toMatchObject({ ok: false })
})

test('a key is 43 letters and digits', () => {
  for (const wrong of ['', key.slice(1), `${key}a`, `${key.slice(1)}+`])
    expect(() => pushCipher(wrong, appId)).toThrow(RangeError)
})
