/** The pairs of a `Signature` header. */
export interface SignatureHeader {
  /** In lower case; `rsa256` when it is left out. */
  readonly algorithm: string
  /** As it was sent; absent: the newest. */
  readonly keyVersion?: string
  readonly signature: Uint8Array<ArrayBuffer>
}

/**
 * `algorithm=RSA256,keyVersion=1,signature=…` in any order, with or without blanks, names in any case, base64 URL-encoded or plain
 * (OA-1). `undefined`: there is no signature in it that could be read.
 */
export function readSignature(header: string): SignatureHeader | undefined {
  const pairs = new Map(header.split(',').map(pairOf))
  const signature = bytesOf(pairs.get('signature') ?? '')
  if (!signature) return undefined
  const keyVersion = pairs.get('keyversion')
  return {
    algorithm: (pairs.get('algorithm') || 'RSA256').toLowerCase(),
    ...(keyVersion ? { keyVersion } : {}),
    signature,
  }
}

/** In the order and spelling that strict clients take apart. */
export function writeSignature(signature: Uint8Array): string {
  return `algorithm=RSA256,keyVersion=1,signature=${encodeURIComponent(base64Of(signature))}`
}

/** Bytes of a base64 text; `undefined` for anything else, also for an empty one. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> | undefined {
  const plain = decoded(text).replace(/ /g, '+').replace(/-/g, '+').replace(/_/g, '/').replace(/=+$/, '')
  if (plain === '' || !/^[A-Za-z0-9+/]*$/.test(plain) || plain.length % 4 === 1) return undefined
  return Uint8Array.from(atob(plain), (unit) => unit.charCodeAt(0))
}

export function base64Of(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}

function pairOf(part: string): readonly [string, string] {
  const at = part.indexOf('=')
  return at < 0 ? [part.trim().toLowerCase(), ''] : [part.slice(0, at).trim().toLowerCase(), part.slice(at + 1).trim()]
}

function decoded(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
