import * as v from 'valibot'
import type { Follower, Operation } from '../../../platform/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import { decodeFollower } from '../../../platform/worlds/decode-official.ts'
import { type Answer, done, read } from '../../answer.ts'
import { type RequestContext, type Route, route } from '../../route.ts'
import { reader, text } from '../../shape.ts'
import { instant } from '../instant.ts'
import { missing, operated } from '../outcomes.ts'
import { decoded } from '../records.ts'
import { idOf, otherId } from '../senders.ts'
import { accountOf } from './account-of.ts'

const path = '/control/v1/official-accounts/:id/followers'

const readOperation = reader(
  v.strictObject(
    {
      kind: text(64),
      subject: v.exactOptional(text(128)),
      at: v.exactOptional(instant),
      served: v.exactOptional(v.boolean('true or false')),
    },
    'a JSON object',
  ),
)
type Operated = Omit<Operation, 'at'> & { readonly at?: number; readonly served?: boolean }

const readSubscription = reader(
  v.strictObject(
    {
      templateId: text(64),
      messages: v.exactOptional(
        v.pipe(v.number('a number'), v.integer('a whole number'), v.minValue(1, '1 or more'), v.maxValue(1_000_000)),
      ),
    },
    'a JSON object',
  ),
)
type Agreed = { readonly templateId: string; readonly messages?: number }

/** WO-6, WT-2, WT-4: who follows an account, and what they did with it. */
export const followerRoutes: readonly Route[] = [
  { id: 'control.official-accounts.followers.list', method: 'GET', path, handle: list },
  { id: 'control.official-accounts.followers.read', method: 'GET', path: `${path}/:openid`, handle: readOne },
  route({
    id: 'control.official-accounts.followers.put',
    method: 'PUT',
    path: `${path}/:openid`,
    body: { read: decoded(decodeFollower, 'follower') },
    handle: put,
  }),
  route<Agreed>({
    id: 'control.official-accounts.followers.subscribe',
    method: 'POST',
    path: `${path}/:openid/subscriptions`,
    body: { read: readSubscription },
    handle: subscribe,
  }),
  route<Operated>({
    id: 'control.official-accounts.followers.operate',
    method: 'POST',
    path: `${path}/:openid/operations`,
    body: { read: readOperation },
    handle: operate,
  }),
]

async function list({ platform, params }: RequestContext): Promise<Answer> {
  const id = idOf({ params })
  const found = await accountOf(platform, id)
  return 'answer' in found ? found.answer : read({ followers: await platform.official.followers(id) })
}

async function readOne({ platform, params }: RequestContext): Promise<Answer> {
  const found = await followerOf(platform, params)
  return 'answer' in found ? found.answer : read(found.follower)
}

async function put({ platform, params, body }: RequestContext<Follower>): Promise<Answer> {
  const id = idOf({ params })
  const found = await accountOf(platform, id)
  if ('answer' in found) return found.answer
  const { openid = '' } = params
  if (body.openid !== openid) return otherId('openid', { inPath: openid, inBody: body.openid })
  if (!(await platform.official.person(id, openid)))
    return missing('the person with the openid', { id: openid, mend: 'Give a person that recipient id first.' })
  await platform.official.putFollower(id, body)
  return done(body, operated(`Follower ${openid} of ${id} is put`, { sender: id }))
}

/** `served` (default true): the account served the person by it. */
async function operate({ platform, params, body }: RequestContext<Operated>): Promise<Answer> {
  const found = await followerOf(platform, params)
  if ('answer' in found) return found.answer
  const { id, follower } = found
  const { served = true, at = platform.clock.now(), ...rest } = body
  const operation: Operation = { ...rest, at }
  const operations = [...(follower.operations ?? []), operation].sort((one, other) => one.at - other.at)
  const servedAt = served ? Math.max(at, follower.servedAt ?? 0) : follower.servedAt
  const next = { ...follower, operations: operations.slice(-50), ...(servedAt !== undefined && { servedAt }) }
  await platform.official.putFollower(id, next)
  return done(next, operated(`${follower.openid} did ${operation.kind} with ${id}`, { sender: id }))
}

/** Nobody need follow for it. */
async function subscribe({ platform, params, body }: RequestContext<Agreed>): Promise<Answer> {
  const id = idOf({ params })
  const found = await accountOf(platform, id)
  if ('answer' in found) return found.answer
  const { openid = '' } = params
  const person = await platform.official.person(id, openid)
  if (!person)
    return missing('the person with the openid', { id: openid, mend: 'Give a person that recipient id first.' })
  const { templateId, messages = 1 } = body
  const left = await platform.official.sends.subscribe(id, { openid, templateId, messages })
  return done(
    { left },
    operated(`${person.name} subscribes to ${templateId} of ${id}`, { person: person.id, sender: id }),
  )
}

async function followerOf(
  platform: Platform,
  params: RequestContext['params'],
): Promise<{ readonly id: string; readonly follower: Follower } | { readonly answer: Answer }> {
  const id = idOf({ params })
  const found = await accountOf(platform, id)
  if ('answer' in found) return found
  const { openid = '' } = params
  const follower = await platform.official.follower(id, openid)
  if (follower) return { id, follower }
  const mend = `GET /control/v1/official-accounts/${id}/followers lists them.`
  return { answer: missing('the follower', { id: openid, mend }) }
}
