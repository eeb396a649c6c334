import type { CallAttempt } from '../../../platform/rulebook/open-api/call-attempt.ts'
import type { OpenApiSettings } from '../../../platform/world.ts'
import type { GuardContext } from '../../route.ts'
import { readSignature, type SignatureHeader } from './header.ts'
import { readRequestTime } from './request-time.ts'
import { verifies } from './rsa.ts'

/** What was found of a call, and the URI that its signature is over: the first candidate where none verified. */
export interface Found {
  readonly attempt: CallAttempt
  readonly uri: string
}

/** Looks at headers and signature of a call (OA-1); the rules judge what is found. */
export async function lookAtCall(context: GuardContext, settings: OpenApiSettings): Promise<Found> {
  const { platform, request, target } = context
  const { signatures = 'when-present', skewMs } = settings
  const header = request.headers.get('signature')
  const contentType = request.headers.get('content-type')
  const base: CallAttempt = {
    now: platform.clock.now(),
    signatures,
    ...(skewMs !== undefined && { skewMs }),
    signed: header !== null,
    ...(contentType !== null && { contentType }),
  }
  if (signatures === 'off' || (signatures === 'when-present' && header === null)) return { attempt: base, uri: target }
  return lookAtHeaders(context, { base, header: header ?? '' })
}

/** The path with the tenant's prefix, then without: clients that are given a base URL with a path sign only what follows it. */
export function candidates(target: string): readonly string[] {
  const path = target.replace(/^https?:\/\/[^/?#]*/i, '') || '/'
  const bare = path.replace(/^.*?(?=\/v[12]\/)/, '')
  return bare === path ? [path] : [path, bare]
}

async function lookAtHeaders(
  context: GuardContext,
  { base, header }: { readonly base: CallAttempt; readonly header: string },
): Promise<Found> {
  const { headers } = context.request
  const clientId = headers.get('client-id') ?? undefined
  const time = headers.get('request-time') ?? undefined
  const requestedAt = time === undefined ? undefined : readRequestTime(time)
  const signature = readSignature(header)
  const unreadable = !signature
    ? 'Signature'
    : !clientId
      ? 'Client-Id'
      : requestedAt === undefined
        ? 'Request-Time'
        : undefined
  const attempt: CallAttempt = {
    ...base,
    ...(clientId ? { clientId } : {}),
    ...(requestedAt !== undefined && { requestedAt }),
    ...(unreadable !== undefined && { unreadable }),
    ...(signature?.keyVersion !== undefined && { keyVersion: signature.keyVersion }),
  }
  const [first = context.target] = candidates(context.target)
  if (!clientId) return { attempt, uri: first }
  return lookAtKey(context, { attempt, clientId, time: time ?? '', signature, first })
}

async function lookAtKey(
  context: GuardContext,
  found: {
    readonly attempt: CallAttempt
    readonly clientId: string
    readonly time: string
    readonly signature: SignatureHeader | undefined
    readonly first: string
  },
): Promise<Found> {
  const { attempt, clientId, time, signature, first } = found
  const record = await context.platform.tenant.client(clientId)
  if (!record) return { attempt, uri: first }
  const versions = record.keys.map(({ version }) => version)
  const known: CallAttempt = { ...attempt, client: { versions } }
  const wanted = signature?.keyVersion ?? String(Math.max(...versions))
  const key = record.keys.find(({ version }) => String(version) === wanted)
  if (!key || !signature) return { attempt: known, uri: first }
  const { publicKey } = key
  for (const uri of signature.algorithm === 'rsa256' ? candidates(context.target) : []) {
    const toSign = { method: context.request.method, uri, clientId, time, body: context.bytes() }
    if (await verifies(toSign, { publicKey, signature: signature.signature }))
      return { attempt: { ...known, verified: true }, uri }
  }
  return { attempt: { ...known, verified: false }, uri: first }
}
