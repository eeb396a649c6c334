import type { PlainAnswer } from '../../route.ts'
import { writeSignature } from './header.ts'
import { sign } from './rsa.ts'

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
