import type { IssuedToken } from '../../platform/official-account/tokens/tokens.ts'
import type { Platform } from '../../platform/platform.ts'
import type { SenderRecord } from '../../platform/world.ts'
import type { Answer, Note } from '../answer.ts'
import { type Route, route } from '../route.ts'
import { type JsonObject, readObject } from './call.ts'
import { failed, plainBody } from './wechat-answer.ts'

interface Asked {
  readonly grantType: unknown
  readonly appId: unknown
  readonly secret: unknown
}

/** `GET /cgi-bin/token` (a POST with the query is taken too) and `POST /cgi-bin/stable_token`. */
export const tokenRoutes: readonly Route[] = [
  {
    id: 'wechat.token',
    method: 'GET',
    path: '/cgi-bin/token',
    handle: ({ platform, url }) => {
      const query = url.searchParams
      const asked = { grantType: query.get('grant_type'), appId: query.get('appid'), secret: query.get('secret') }
      return issued(platform, asked, (sender) => platform.official.tokens.issue(sender.id))
    },
  },
  route<JsonObject>({
    id: 'wechat.stable-token',
    method: 'POST',
    path: '/cgi-bin/stable_token',
    body: { read: readObject },
    handle: ({ platform, body }) => {
      const asked = { grantType: body['grant_type'], appId: body['appid'], secret: body['secret'] }
      const force = body['force_refresh'] === true
      return issued(platform, asked, (sender) => platform.official.tokens.issueStable(sender.id, { force }))
    },
  }),
]

async function issued(
  platform: Platform,
  { grantType, appId, secret }: Asked,
  issue: (sender: SenderRecord) => Promise<IssuedToken>,
): Promise<Answer> {
  const refuse = (code: number, sender?: SenderRecord): Answer => {
    const note: Note = { kind: 'request', summary: `An access token is refused with ${code}`, request: { appId } }
    return failed({ code, at: platform.clock.now(), note: { ...note, ...(sender && { sender: sender.id }) } })
  }
  if (grantType !== 'client_credential') return refuse(40002)
  if (!isText(appId)) return refuse(41002)
  if (!isText(secret)) return refuse(41004)
  const found = await platform.official.byAppId(appId)
  if (!found) return refuse(40013)
  if (found.account.secret !== secret) return refuse(40125, found.sender)
  const given = await issue(found.sender)
  if (!given.ok) return refuse(given.code, found.sender)
  const note: Note = {
    kind: 'request',
    sender: found.sender.id,
    summary: `${found.sender.name} gets an access token`,
    request: { appId },
  }
  return plainBody({ access_token: given.token, expires_in: given.expiresInS }, note)
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}
