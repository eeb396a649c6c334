import { cbc } from '@noble/ciphers/aes.js'
import { base64Of, bytesOfBase64 } from './base64.ts'

/** AES-256-CBC as the platform uses it (facts 3.4): key and IV of the EncodingAESKey, PKCS#7 to multiples of 32. */
export interface PushCipher {
  /** `random`: 16 bytes. */
  encrypt(message: string, random: Uint8Array): string
  decrypt(encrypted: string): Decrypted
}

export type Decrypted =
  | { readonly ok: true; readonly message: string; readonly appId: string }
  | { readonly ok: false; readonly why: string }

const blockBytes = 32
const headBytes = 20

/** Throws `RangeError` for a key that is not 43 letters and digits. */
export function pushCipher(encodingAesKey: string, appId: string): PushCipher {
  const key = keyOf(encodingAesKey)
  const iv = key.slice(0, 16)
  return {
    encrypt(message, random) {
      const plain = padded(joined(random, lengthBytes(utf8(message).length), utf8(message), utf8(appId)))
      return base64Of(cbc(key, iv, { disablePadding: true }).encrypt(plain))
    },
    decrypt(encrypted) {
      const bytes = bytesOfBase64(encrypted)
      if (!bytes || bytes.length === 0 || bytes.length % blockBytes !== 0)
        return { ok: false, why: `not base64 of whole blocks of ${blockBytes} bytes` }
      return opened(cbc(key, iv, { disablePadding: true }).decrypt(bytes))
    },
  }
}

function keyOf(encodingAesKey: string): Uint8Array {
  const key = /^[A-Za-z0-9]{43}$/.test(encodingAesKey) ? bytesOfBase64(`${encodingAesKey}=`) : undefined
  if (key) return key
  throw new RangeError(
    'Failed to read an EncodingAESKey: it is not 43 letters and digits. Give it as the console shows it.',
  )
}

function opened(plain: Uint8Array): Decrypted {
  const pad = plain[plain.length - 1] ?? 0
  const end = plain.length - pad
  if (pad < 1 || pad > blockBytes || end < headBytes) return { ok: false, why: 'padded wrongly, or of another key' }
  const length = new DataView(plain.buffer, plain.byteOffset).getUint32(16)
  if (headBytes + length > end) return { ok: false, why: `a message of ${length} bytes does not fit` }
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true })
    const message = decoder.decode(plain.subarray(headBytes, headBytes + length))
    return { ok: true, message, appId: decoder.decode(plain.subarray(headBytes + length, end)) }
  } catch {
    return { ok: false, why: 'no UTF-8 inside' }
  }
}

function padded(plain: Uint8Array): Uint8Array {
  const pad = blockBytes - (plain.length % blockBytes)
  return joined(plain, new Uint8Array(pad).fill(pad))
}

function lengthBytes(length: number): Uint8Array {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, length)
  return bytes
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
