import { bytesOf } from './header.ts'

const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }

/** What both sides sign: method, URI, caller, its time as text, and the exact bytes of the body. */
export interface ToSign {
  readonly method: string
  readonly uri: string
  readonly clientId: string
  readonly time: string
  readonly body: Uint8Array
}

/** Whether `signature` is the key's over exactly that. A key that is none verifies nothing. */
export async function verifies(
  toSign: ToSign,
  { publicKey, signature }: { readonly publicKey: string; readonly signature: Uint8Array<ArrayBuffer> },
): Promise<boolean> {
  const key = await importedPublic(publicKey)
  return key !== undefined && subtle().verify(algorithm, key, signature, contentOf(toSign))
}

/** `privateKey`: PKCS#8 as base64. */
export async function sign(toSign: ToSign, privateKey: string): Promise<Uint8Array> {
  return new Uint8Array(await subtle().sign(algorithm, await importedPrivate(privateKey), contentOf(toSign)))
}

function contentOf({ method, uri, clientId, time, body }: ToSign): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(`${method} ${uri}\n${clientId}.${time}.`)
  const content = new Uint8Array(head.length + body.length)
  content.set(head)
  content.set(body, head.length)
  return content
}

const publicKeys = new Map<string, Promise<CryptoKey | undefined>>()
const privateKeys = new Map<string, Promise<CryptoKey>>()

/** Keys that were read once; a rotation adds few, so the bound is never felt. */
function importedPublic(text: string): Promise<CryptoKey | undefined> {
  if (publicKeys.size > 1_000) publicKeys.clear()
  const known = publicKeys.get(text)
  if (known) return known
  const key = importSpki(text).catch(() => undefined)
  publicKeys.set(text, key)
  return key
}

async function importSpki(text: string): Promise<CryptoKey> {
  return subtle().importKey('spki', bytesOf(text) ?? new Uint8Array(0), algorithm, false, ['verify'])
}

function importedPrivate(text: string): Promise<CryptoKey> {
  const key =
    privateKeys.get(text) ?? subtle().importKey('pkcs8', bytesOf(text) ?? new Uint8Array(0), algorithm, false, ['sign'])
  privateKeys.set(text, key)
  return key
}

function subtle(): SubtleCrypto {
  // Typed as always there; pages of an insecure origin have none.
  const found = globalThis.crypto?.subtle as SubtleCrypto | undefined
  if (found) return found
  throw new Error('Failed to sign: this page has no WebCrypto. Serve it from localhost or over https.')
}
