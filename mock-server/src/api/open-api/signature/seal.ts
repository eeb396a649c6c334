import type { PlainAnswer } from '../../route.ts'
import { writeSignature } from './header.ts'
import { sign } from './rsa.ts'
import { testKeyPair } from './test-keys.ts'

/** Signs an answer as it leaves (OA-1): the request's method and URI, the answer's own time and text. Headers in lower case. */
export async function signedAnswer(
  plain: PlainAnswer,
  {
    method,
    uri,
    clientId,
    privateKey,
    now,
  }: {
    readonly method: string
    readonly uri: string
    readonly clientId: string
    readonly privateKey: string
    readonly now: number
  },
): Promise<PlainAnswer> {
  const time = plain.headers['response-time'] ?? new Date(now).toISOString()
  const body = new TextEncoder().encode(plain.body ?? '')
  const signature = await sign({ method, uri, clientId, time, body }, privateKey)
  const headers = {
    ...plain.headers,
    'client-id': clientId,
    'response-time': time,
    signature: writeSignature(signature),
  }
  return { ...plain, headers }
}

/** Headers of the calls that the platform itself makes (DL-11), signed with its key as clients sign theirs. */
export function signedCalls(
  clock: { now(): number },
  keySeed = 0,
): (call: { readonly uri: string; readonly body: string }) => Promise<Readonly<Record<string, string>>> {
  const clientId = 'minibell-platform'
  const { privateKey } = testKeyPair(keySeed)
  return async ({ uri, body }) => {
    const time = new Date(clock.now()).toISOString()
    const toSign = { method: 'POST', uri, clientId, time, body: new TextEncoder().encode(body) }
    return {
      'content-type': 'application/json; charset=UTF-8',
      'client-id': clientId,
      'request-time': time,
      signature: writeSignature(await sign(toSign, privateKey)),
    }
  }
}
