import type { CallSignature } from '../../platform/platform.ts'
import type { SenderRecord } from '../../platform/world.ts'

/**
 * 70007. The layout is our guess, since the stored documents do not show it: every top-level field but `sign`, sorted by name, as
 * `name=value` joined by `&`, texts as they are and all else as JSON with sorted names; HMAC-SHA256 with the accessKeySecret, lower-case hex.
 */
export async function signatureOf(
  { accessKeySecret }: SenderRecord,
  call: { readonly sign?: string; bytes(): Uint8Array },
): Promise<CallSignature> {
  if (call.sign === undefined) return 'absent'
  if (accessKeySecret === undefined) return 'wrong'
  // It was read as an object before it came here.
  const fields = JSON.parse(new TextDecoder().decode(call.bytes())) as Readonly<Record<string, unknown>>
  const wanted = await hmac(accessKeySecret, stringToSign(fields))
  return wanted === call.sign.toLowerCase() ? 'valid' : 'wrong'
}

/** What a caller signs. */
export function stringToSign(fields: Readonly<Record<string, unknown>>): string {
  return Object.entries(fields)
    .filter(([name]) => name !== 'sign')
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${name}=${typeof value === 'string' ? value : sorted(value)}`)
    .join('&')
}

async function hmac(secret: string, text: string): Promise<string> {
  const { subtle } = globalThis.crypto
  const bytes = (from: string) => new TextEncoder().encode(from)
  const key = await subtle.importKey('raw', bytes(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const signed = new Uint8Array(await subtle.sign('HMAC', key, bytes(text)))
  return [...signed].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )
}
