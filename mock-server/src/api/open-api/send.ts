import type { AccessGrant } from '../../platform/platform.ts'
import type { SenderRecord } from '../../platform/world.ts'
import type { Answer, Note } from '../answer.ts'
import type { RequestContext } from '../route.ts'
import { like, type Read, type Reader } from '../shape.ts'
import { derivedRequestId, redirectOf } from './lenient.ts'
import type { OpenApiOptions } from './options.ts'
import { extendInfoOf, readLenient, readStrict, type SendBody } from './shapes.ts'
import { settingsOf } from './signature/guard.ts'
import { fieldVerdict, type Said, type Wording } from './wording.ts'

/** What each mode reads in a body, and the JSON that OA-9 compares. The world decides which mode counts. */
export interface Sending {
  readonly strict: Read<SendBody>
  readonly lenient: Read<SendBody>
  readonly json: unknown
}

/** Never refuses: `send` does, in the mode that counts. */
export const readSending: Reader<Sending> = like([readStrict, readLenient], (json) => ({
  ok: true,
  value: { strict: readStrict(json), lenient: readLenient(json), json },
}))

/** OA-2 to OA-10 in the order of the checks: app, then the platform's own. The signature was looked at before. */
export async function send(
  context: RequestContext<Sending>,
  { options, words }: { readonly options: OpenApiOptions; readonly words: Wording },
): Promise<Answer> {
  const { platform, request } = context
  const { json } = context.body
  const settings = await settingsOf(context, options)
  const { mode = 'strict' } = settings
  const extendInfo = extendInfoOf(json, mode)
  const said: Said = { request, at: platform.clock.now(), extendInfo, settings }
  const read = context.body[mode]
  if (!read.ok) {
    const summary = read.problem.message
    return words.verdict(fieldVerdict(read.problem), { ...said, note: { kind: 'request', summary } })
  }
  const body = read.value
  const note: Note = { kind: 'request', summary: `${body.appId} sends ${body.templateCode}` }
  const sender = await platform.directory.senderByWireId('open-api', body.appId)
  if (!sender) return words.verdict(fieldVerdict(unknownApp(body.appId)), { ...said, note })
  const grant = await platform.directory.accessToken(body.accessToken)
  const outcome = await platform.sends.sendTemplate({ ...templateSend(context, { body, sender, grant }), settings })
  const { explanation } = outcome
  const known: Note = { ...note, explanation, sender: sender.id, ...(grant ? { person: grant.person } : {}) }
  if (!outcome.accepted) return words.verdict(outcome.verdict, { ...said, note: known })
  return words.code('SUCCESS', { ...said, note: known, verdict: 'ok', messageId: outcome.itemId })
}

function templateSend(
  { request, body: { json } }: RequestContext<Sending>,
  {
    body,
    sender,
    grant,
  }: { readonly body: SendBody; readonly sender: SenderRecord; readonly grant: AccessGrant | undefined },
) {
  // OA-9: a retry after a token refresh is the same request, so the person stands for the token. A body that was read is an object.
  const comparable = { ...(json as object), accessToken: grant ? `person:${grant.person}` : body.accessToken }
  const redirectUrl = redirectOf(body, sender)
  return {
    client: request.headers.get('client-id') ?? 'anonymous',
    sender: sender.id,
    accessToken: body.accessToken,
    requestId: body.requestId ?? derivedRequestId(comparable),
    templateCode: body.templateCode,
    ...(redirectUrl === undefined ? {} : { redirectUrl }),
    templates: body.templates.map(({ language, templateParameters }) => ({ language, parameters: templateParameters })),
    body: comparable,
  }
}

function unknownApp(appId: string) {
  return { field: 'appId', expected: 'the id of a registered mini-program', received: `"${appId}"` }
}
