import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

/** The client that signs its calls; made anew for each run. */
export interface SigningClient {
  readonly id: string
  /** X.509, base64. */
  readonly publicKey: string
  headers(call: { readonly path: string; readonly body: string; readonly at: number }): Record<string, string>
}

export function signingClient(id: string): SigningClient {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return {
    id,
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
    headers: (call) => headersOf(id, privateKey, call),
  }
}

function headersOf(
  id: string,
  privateKey: KeyObject,
  { path, body, at }: { readonly path: string; readonly body: string; readonly at: number },
): Record<string, string> {
  const time = new Date(at).toISOString()
  const signature = sign('sha256', Buffer.from(`POST ${path}\n${id}.${time}.${body}`), privateKey).toString('base64')
  return {
    'client-id': id,
    'request-time': time,
    signature: `algorithm=RSA256,keyVersion=1,signature=${encodeURIComponent(signature)}`,
  }
}
