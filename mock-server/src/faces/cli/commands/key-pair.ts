import { type KeyPair, realClock, selfMade } from '../../server/index.ts'
import { readTextFile } from '../json-file.ts'
import type { Tls } from './start-options.ts'

/** Reads or makes what TLS asks for; nothing where it is off. Throws `Sentence` for a file that cannot be read. */
export async function keyPairOf(tls: Tls): Promise<KeyPair | undefined> {
  if (tls.kind === 'off') return undefined
  if (tls.kind === 'self-made') return selfMade(realClock.now())
  const [cert, key] = await Promise.all([
    readTextFile(tls.cert, { verb: 'start', what: 'the certificate' }),
    readTextFile(tls.key, { verb: 'start', what: 'the key' }),
  ])
  return { cert, key }
}
