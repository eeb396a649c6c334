import type { Answer, Note } from '../../answer.ts'
import type { RequestContext } from '../../route.ts'
import type { OpenApiOptions } from '../options.ts'
import { extendInfoOf } from '../shapes.ts'
import { settingsOf } from '../signature/guard.ts'
import type { Said, Wording } from '../wording.ts'
import type { TokenBody } from './shapes.ts'

/** The body as it was decoded, and the JSON whose `extendInfo` is echoed. */
export interface Asking {
  readonly body: TokenBody
  readonly json: unknown
}

/** OA-10: trades an authorization code or a refresh token for tokens. They never reach the journal. */
export async function applyToken(
  { platform, request, body: { body, json } }: RequestContext<Asking>,
  { options, words }: { readonly options: OpenApiOptions; readonly words: Wording },
): Promise<Answer> {
  const clientId = request.headers.get('client-id')
  const settings = await settingsOf({ platform }, options)
  const said: Said = { request, at: platform.clock.now(), extendInfo: extendInfoOf(json, 'strict'), settings }
  const outcome = await platform.tenant.applyToken({
    kind: body.grantType,
    text: (body.grantType === 'REFRESH_TOKEN' ? body.refreshToken : body.authCode) ?? '',
    ...(clientId !== null && { clientId }),
    ...(body.authClientId !== undefined && { authClientId: body.authClientId }),
    ...(body.appId !== undefined && { appId: body.appId }),
  })
  const note: Note = { kind: 'request', summary: `Tokens by ${body.grantType}`, explanation: outcome.explanation }
  if (!outcome.accepted) return words.verdict(outcome.verdict, { ...said, note })
  const { tokens } = outcome
  const known: Note = tokens ? { ...note, person: tokens.person } : note
  const answer = words.code('SUCCESS', { ...said, note: known, verdict: 'ok' })
  if (!tokens) return answer
  return { ...answer, body: { ...resultOf(answer), ...wireOf(tokens) } }
}

function wireOf(tokens: {
  readonly person: string
  readonly accessToken: string
  readonly accessTokenExpiresAt: number
  readonly refreshToken: string
  readonly refreshTokenExpiresAt: number
}): Readonly<Record<string, string>> {
  return {
    accessToken: tokens.accessToken,
    accessTokenExpiryTime: new Date(tokens.accessTokenExpiresAt).toISOString(),
    refreshToken: tokens.refreshToken,
    refreshTokenExpiryTime: new Date(tokens.refreshTokenExpiresAt).toISOString(),
    customerId: tokens.person,
  }
}

/** `words.code` makes an object always. */
function resultOf({ body }: Answer): object {
  return body as object
}
