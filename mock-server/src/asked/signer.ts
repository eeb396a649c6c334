import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { testKeyPairs } from '../api/open-api/signature/test-keys.ts'

/** A client of the open API as its official software signs, with Node's own cryptography: nothing of it is the mock's. */
export const clientKey = testKeyPairs[1]?.publicKey ?? ''
export const rotatedKey = testKeyPairs[2]?.publicKey ?? ''

export interface Signed {
  readonly headers: Readonly<Record<string, string>>
  readonly time: string
}

/** Headers of a signed call; what is not given is as the official clients have it. */
export function signedHeaders(
  text: string,
  {
    uri = '/v2/miniprogram/message/send',
    clientId = 'shop-server',
    time = '2026-03-02T12:00:00Z',
    key = 1,
    keyVersion = String(key),
  }: {
    readonly uri?: string
    readonly clientId?: string
    readonly time?: string
    readonly key?: number
    readonly keyVersion?: string
  } = {},
): Readonly<Record<string, string>> {
  const signature = signatureOf(`POST ${uri}\n${clientId}.${time}.${text}`, key)
  return {
    'content-type': 'application/json; charset=UTF-8',
    'client-id': clientId,
    'request-time': time,
    signature: `algorithm=RSA256,keyVersion=${keyVersion},signature=${encodeURIComponent(signature)}`,
  }
}

/** RSA PKCS#1 v1.5 with SHA-256, base64. `key`: 1 is version 1 of the client, 2 its successor. */
export function signatureOf(content: string | Uint8Array, key = 1): string {
  const privateKey = createPrivateKey({
    key: Buffer.from(testKeyPairs[key]?.privateKey ?? '', 'base64'),
    format: 'der',
    type: 'pkcs8',
  })
  return sign('sha256', Buffer.from(content), privateKey).toString('base64')
}

/** Whether an answer is signed by the platform, taken apart as strict clients do: the third pair, URL-encoded. */
export function isSealed(
  answer: { readonly text: string; readonly header: (name: string) => string | null },
  { uri = '/v2/miniprogram/message/send', clientId = 'shop-server' } = {},
): boolean {
  const pairs = (answer.header('signature') ?? '').split(',')
  const [algorithm, version, third = ''] = pairs
  if (algorithm !== 'algorithm=RSA256' || version !== 'keyVersion=1' || !third.startsWith('signature=')) return false
  const content = `POST ${uri}\n${clientId}.${answer.header('response-time')}.${answer.text}`
  const signature = Buffer.from(decodeURIComponent(third.slice('signature='.length)), 'base64')
  const publicKey = createPublicKey({
    key: Buffer.from(testKeyPairs[0]?.publicKey ?? '', 'base64'),
    format: 'der',
    type: 'spki',
  })
  return verify('sha256', Buffer.from(content), publicKey, signature)
}
