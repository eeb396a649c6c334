import { generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { bitString, der, integer, objectId, octetString, sequence, utcTime, utf8Text } from './der.ts'

/** Certificate and key as PEM texts. */
export interface KeyPair {
  readonly cert: string
  readonly key: string
}

const dayMs = 86_400_000
const ecdsaWithSha256 = sequence(objectId('1.2.840.10045.4.3.2'))

/**
 * A certificate that signs itself, for `localhost`, `127.0.0.1` and `::1`, good from a day before `now` for 90 days. Nobody trusts it
 * until told to. Keys and signature are Node's; only the wrapping of X.509 version 3 is ours.
 */
export function selfMade(now: number): KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const name = nameOf('Minibell on this machine')
  const facts = sequence(
    der(0xa0, integer(Buffer.from([2]))),
    integer(randomBytes(16)),
    ecdsaWithSha256,
    name,
    sequence(utcTime(now - dayMs), utcTime(now + 90 * dayMs)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensions())),
  )
  const signed = sequence(facts, ecdsaWithSha256, bitString(sign('sha256', facts, privateKey)))
  // PKCS#8 as PEM is text.
  return { cert: pemOf(signed), key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string }
}

function nameOf(text: string): Buffer {
  return sequence(der(0x31, sequence(objectId('2.5.4.3'), utf8Text(text))))
}

/** No authority over others; for signatures of servers; by these names. */
function extensions(): readonly Buffer[] {
  const yes = der(0x01, Buffer.from([255]))
  const digitalSignature = der(0x03, Buffer.from([7, 128]))
  const addresses = [Buffer.from([127, 0, 0, 1]), Buffer.from([...Array(15).fill(0), 1])]
  const names = [der(0x82, Buffer.from('localhost')), ...addresses.map((address) => der(0x87, address))]
  return [
    sequence(objectId('2.5.29.19'), yes, octetString(sequence())),
    sequence(objectId('2.5.29.15'), yes, octetString(digitalSignature)),
    sequence(objectId('2.5.29.37'), octetString(sequence(objectId('1.3.6.1.5.5.7.3.1')))),
    sequence(objectId('2.5.29.17'), octetString(sequence(...names))),
  ]
}

function pemOf(bytes: Buffer): string {
  const lines = bytes.toString('base64').replace(/.{64}(?=.)/g, '$&\n')
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`
}
