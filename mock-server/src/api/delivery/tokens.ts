import type { DeliverySession, Platform } from '../../platform/platform.ts'
import type { Answer } from '../answer.ts'
import { refusal } from '../error-answer.ts'
import type { Head } from '../route.ts'

/** `Authorization: Bearer TOKEN`; `undefined` without one. */
export function bearerOf(header: string | null | undefined): string | undefined {
  return /^Bearer +([^\s]+) *$/i.exec(header ?? '')?.[1]
}

/** DL-1, DL-2: runs `go` with the session of the request's token, or refuses with 401. */
export async function withSession(
  { platform, request }: { readonly platform: Platform; readonly request: Head },
  go: (session: DeliverySession) => Promise<Answer>,
): Promise<Answer> {
  const token = bearerOf(request.headers.get('authorization'))
  const session = token === undefined ? 'unknown' : await platform.delivery.session(token)
  if (session === 'expired')
    return refusedWith('expired', 'it ran out or was revoked. Get another and go on from the same position.')
  if (session === 'unknown') return refusedWith('unauthorized', unknownFact(token))
  return go(session)
}

function unknownFact(token: string | undefined): string {
  return token === undefined
    ? 'there is none. Send "Authorization: Bearer TOKEN".'
    : 'it was never issued. Get one from the control API.'
}

function refusedWith(code: 'expired' | 'unauthorized', fact: string): Answer {
  return refusal(401, { code, kind: 'request', message: `Failed to accept the session token: ${fact}` })
}
