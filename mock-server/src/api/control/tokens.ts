import * as v from 'valibot'
import type { Scope } from '../../platform/platform.ts'
import { type Answer, done } from '../answer.ts'
import { type RequestContext, type Route, route } from '../route.ts'
import { reader, text } from '../shape.ts'
import { missing, operated } from './outcomes.ts'

/** Default life of a token, an hour. */
const hourMs = 3_600_000
const yearsMs = 315_576_000_000

const lifeMs = v.exactOptional(
  v.pipe(
    v.number('a number of milliseconds'),
    v.finite(),
    v.minValue(1, 'at least 1'),
    v.maxValue(yearsMs, 'at most ten years'),
  ),
)

const readGrant = reader(
  v.strictObject(
    {
      person: text(128),
      sender: text(128),
      lifeMs,
      scopes: v.exactOptional(v.pipe(v.array(text(64), 'an array of strings'), v.maxLength(50, 'at most 50 scopes'))),
    },
    'a JSON object',
  ),
)

const readOpening = reader(
  v.strictObject(
    {
      person: text(128),
      scope: v.variant(
        'kind',
        [v.strictObject({ kind: v.literal('host') }), v.strictObject({ kind: v.literal('sender'), sender: text(128) })],
        '{"kind": "host"} or {"kind": "sender", "sender": …}',
      ),
      lifeMs,
    },
    'a JSON object',
  ),
)

type Grant = {
  readonly person: string
  readonly sender: string
  readonly lifeMs?: number
  readonly scopes?: readonly string[]
}
type Opening = { readonly person: string; readonly scope: Scope; readonly lifeMs?: number }

/** Tokens for senders (OA-10) and delivery sessions (DL-1, DL-2). */
export const tokenRoutes: readonly Route[] = [
  route({
    id: 'control.access-tokens.issue',
    method: 'POST',
    path: '/control/v1/access-tokens',
    body: { read: readGrant },
    handle: issue,
  }),
  route({
    id: 'control.sessions.open',
    method: 'POST',
    path: '/control/v1/sessions',
    body: { read: readOpening },
    handle: open,
  }),
  { id: 'control.sessions.revoke', method: 'DELETE', path: '/control/v1/sessions/:token', handle: revoke },
]

async function issue({ platform, body }: RequestContext<Grant>): Promise<Answer> {
  const { person, sender, lifeMs = hourMs, scopes = ['SEND_MESSAGE'] } = body
  const unknown = await unknownOf({ platform }, { person, sender })
  if (unknown) return unknown
  const expiresAt = platform.clock.now() + lifeMs
  const token = await platform.directory.issueAccessToken({ person, sender, expiresAt, scopes })
  return done(
    { token, expiresAt },
    operated(`Access token of ${person} towards ${sender} is issued`, { person, sender }),
  )
}

async function open({ platform, body }: RequestContext<Opening>): Promise<Answer> {
  const { person, scope, lifeMs } = body
  const sender = scope.kind === 'sender' ? scope.sender : undefined
  const unknown = await unknownOf({ platform }, { person, sender })
  if (unknown) return unknown
  const { token, expiresAt } = await platform.delivery.openSession({ person, scope, ...(lifeMs ? { lifeMs } : {}) })
  return done({ token, expiresAt }, operated(`Session of ${person} (${sender ?? 'all senders'}) is opened`, { person }))
}

async function revoke({ platform, params }: RequestContext): Promise<Answer> {
  const token = params['token'] ?? ''
  if ((await platform.delivery.session(token)) === 'unknown')
    return missing('the session', { id: '…', mend: 'POST /control/v1/sessions opens one.' })
  await platform.delivery.revoke(token)
  return done({}, operated('A session is revoked'))
}

async function unknownOf(
  { platform }: Pick<RequestContext, 'platform'>,
  { person, sender }: { readonly person: string; readonly sender: string | undefined },
): Promise<Answer | undefined> {
  if (!(await platform.directory.person(person)))
    return missing('the person', { id: person, mend: 'GET /control/v1/persons lists them.' })
  if (sender !== undefined && !(await platform.directory.sender(sender)))
    return missing('the sender', { id: sender, mend: 'GET /control/v1/senders lists them.' })
  return undefined
}
