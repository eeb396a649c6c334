import { sha1 } from '@noble/hashes/legacy.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * SHA-1 in hex over the parts, sorted by code unit and joined: token, timestamp and nonce give `signature`; with the ciphertext as the
 * fourth it is `msg_signature` (CS-1).
 */
export function signatureOf(...parts: readonly string[]): string {
  return bytesToHex(sha1(utf8ToBytes([...parts].sort().join(''))))
}
