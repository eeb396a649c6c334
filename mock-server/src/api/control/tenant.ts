import * as v from 'valibot'
import { decodeClient, decodeConsent, decodeSettings, decodeSuperApp } from '../../platform/index.ts'
import type { ClientRecord, Consent, OpenApiSettings } from '../../platform/world.ts'
import { type Answer, done, read } from '../answer.ts'
import { testKeyPair } from '../open-api/signature/test-keys.ts'
import { type RequestContext, type Route, route } from '../route.ts'
import { reader, text } from '../shape.ts'
import { missing, operated } from './outcomes.ts'
import { decoded } from './records.ts'
import { idOf, otherId } from './senders.ts'

const minuteMs = 60_000

const readCode = reader(
  v.strictObject(
    {
      person: text(64),
      sender: text(64),
      scopes: v.exactOptional(v.pipe(v.array(text(64), 'an array of strings'), v.maxLength(50, 'at most 50 scopes'))),
      lifeMs: v.exactOptional(
        v.pipe(v.number('a number of ms'), v.finite(), v.minValue(1, 'at least 1'), v.maxValue(315_576_000_000)),
      ),
    },
    'a JSON object',
  ),
)
type Code = {
  readonly person: string
  readonly sender: string
  readonly scopes?: readonly string[]
  readonly lifeMs?: number
}

/** The operator of the open API: clients and keys (OA-1), settings, consents, authorization codes (OA-10), the super app (DL-11). */
export function tenantRoutes({ keySeed }: { readonly keySeed: number }): readonly Route[] {
  return [
    {
      id: 'control.open-api.read',
      method: 'GET',
      path: '/control/v1/open-api',
      handle: async ({ platform }) =>
        read({
          settings: await platform.tenant.settings(),
          superApp: (await platform.tenant.superApp()) ?? null,
          platformKey: { version: 1, publicKey: testKeyPair(keySeed).publicKey },
        }),
    },
    route({
      id: 'control.open-api.put',
      method: 'PUT',
      path: '/control/v1/open-api',
      body: { read: decoded(decodeSettings, 'settings') },
      handle: putSettings,
    }),
    route({
      id: 'control.super-app.put',
      method: 'PUT',
      path: '/control/v1/super-app',
      body: { read: decoded(decodeSuperApp, 'superApp') },
      handle: putSuperApp,
    }),
    { id: 'control.super-app.remove', method: 'DELETE', path: '/control/v1/super-app', handle: removeSuperApp },
    {
      id: 'control.clients.list',
      method: 'GET',
      path: '/control/v1/clients',
      handle: async ({ platform }) => read({ clients: await platform.tenant.clients() }),
    },
    route({
      id: 'control.clients.put',
      method: 'PUT',
      path: '/control/v1/clients/:id',
      body: { read: decoded(decodeClient, 'client') },
      handle: putClient,
    }),
    route({
      id: 'control.auth-codes.issue',
      method: 'POST',
      path: '/control/v1/auth-codes',
      body: { read: readCode },
      handle: issueCode,
    }),
    {
      id: 'control.consents.list',
      method: 'GET',
      path: '/control/v1/consents',
      handle: async ({ platform }) => read({ consents: await platform.tenant.consents() }),
    },
    route({
      id: 'control.consents.put',
      method: 'PUT',
      path: '/control/v1/consents',
      body: { read: decoded(decodeConsent, 'consent') },
      handle: putConsent,
    }),
  ]
}

async function putSettings({ platform, body }: RequestContext<OpenApiSettings>): Promise<Answer> {
  await platform.tenant.putSettings(body)
  return done(body, operated('Settings of the open API are put'))
}

async function putSuperApp({ platform, body }: RequestContext<{ readonly url: string }>): Promise<Answer> {
  await platform.tenant.putSuperApp(body)
  return done(body, operated(`Template messages are handed on to ${body.url}`))
}

async function removeSuperApp({ platform }: RequestContext): Promise<Answer> {
  await platform.tenant.putSuperApp(undefined)
  return done({}, operated('Template messages are handed on to nobody'))
}

async function putClient({ platform, params, body }: RequestContext<ClientRecord>): Promise<Answer> {
  const id = idOf({ params })
  if (body.id !== id) return otherId('id', { inPath: id, inBody: body.id })
  const unknown = await unknownOf({ platform }, { senders: body.senders ?? [] })
  if (unknown) return unknown
  await platform.tenant.putClient(body)
  return done(body, operated(`Client ${id} is put with ${body.keys.length} keys`))
}

async function issueCode({ platform, body }: RequestContext<Code>): Promise<Answer> {
  const { person, sender, scopes = ['SEND_MESSAGE'], lifeMs = 10 * minuteMs } = body
  const unknown = await unknownOf({ platform }, { senders: [sender], person })
  if (unknown) return unknown
  const expiresAt = platform.clock.now() + lifeMs
  const authCode = await platform.tenant.issueAuthCode({ person, sender, scopes, expiresAt })
  return done(
    { authCode, expiresAt },
    operated(`Authorization code of ${person} towards ${sender} is issued`, { person }),
  )
}

async function putConsent({ platform, body }: RequestContext<Consent>): Promise<Answer> {
  const { person, sender, channel, agreed } = body
  const unknown = await unknownOf({ platform }, { senders: [sender], person })
  if (unknown) return unknown
  await platform.tenant.putConsent(body)
  return done(body, operated(`${person} ${agreed ? 'takes' : 'refuses'} ${channel} of ${sender}`, { person, sender }))
}

async function unknownOf(
  { platform }: Pick<RequestContext, 'platform'>,
  { senders, person }: { readonly senders: readonly string[]; readonly person?: string },
): Promise<Answer | undefined> {
  if (person !== undefined && !(await platform.directory.person(person)))
    return missing('the person', { id: person, mend: 'GET /control/v1/persons lists them.' })
  for (const id of senders)
    if (!(await platform.directory.sender(id)))
      return missing('the sender', { id, mend: 'GET /control/v1/senders lists them.' })
  return undefined
}
