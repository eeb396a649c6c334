/** A client of the open API that signs its calls; its key is made anew. */
export interface Signer {
  /** X.509, base64, as the platform registers it. */
  readonly publicKey: string
  headers(call: Call): Promise<Readonly<Record<string, string>>>
}

export interface Call {
  readonly clientId: string
  readonly body: string
  /** The very text of `Request-Time`. */
  readonly time: string
  readonly path?: string
  readonly keyVersion?: number
}

export const sendPath = '/v2/miniprogram/message/send'

const algorithm = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
}

const made = new Map<string, Promise<Signer>>()

/** The same signer for the same name within one run: keys take long to make. */
export function signer(name: string): Promise<Signer> {
  const one = made.get(name) ?? make()
  made.set(name, one)
  return one
}

async function make(): Promise<Signer> {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const spki = await crypto.subtle.exportKey('spki', publicKey)
  return {
    publicKey: base64(new Uint8Array(spki)),
    async headers({ clientId, body, time, path = sendPath, keyVersion = 1 }) {
      const content = new TextEncoder().encode(`POST ${path}\n${clientId}.${time}.${body}`)
      const signature = await crypto.subtle.sign(algorithm.name, privateKey, content)
      const text = encodeURIComponent(base64(new Uint8Array(signature)))
      return {
        'content-type': 'application/json; charset=UTF-8',
        'client-id': clientId,
        'request-time': time,
        signature: `algorithm=RSA256,keyVersion=${keyVersion},signature=${text}`,
      }
    },
  }
}

/** Whether `signature`, as a header has it, is the key's over that text. */
export async function isSigned(
  text: string,
  { header, publicKey }: { readonly header: string; readonly publicKey: string },
): Promise<boolean> {
  const value = /^algorithm=RSA256,keyVersion=\d+,signature=([^,=]+)$/.exec(header)?.[1]
  if (value === undefined) return false
  const key = await crypto.subtle.importKey('spki', bytes(publicKey), algorithm, false, ['verify'])
  return crypto.subtle.verify(algorithm.name, key, bytes(decodeURIComponent(value)), new TextEncoder().encode(text))
}

function base64(raw: Uint8Array): string {
  return btoa(Array.from(raw, (byte) => String.fromCharCode(byte)).join(''))
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (unit) => unit.charCodeAt(0))
}
