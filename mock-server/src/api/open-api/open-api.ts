import type { Answer, Note } from '../answer.ts'
import { headersOf, statusOf } from '../error-answer.ts'
import type { Problem } from '../problem.ts'
import { type Asked, type Dialect, type RequestContext, type Route, route } from '../route.ts'
import { derivedRequestId, redirectOf } from './lenient.ts'
import type { OpenApiOptions } from './options.ts'
import { extendInfoOf, readLenient, readStrict, type SendBody } from './shapes.ts'
import { fieldVerdict, type Said, wording } from './wording.ts'

export type { OpenApiOptions, SignedRequest, VerifySignature } from './options.ts'

type Context = RequestContext<SendBody>

/** OA: `/v2/miniprogram/message/send` of the Alipay-style platforms. HTTP 200 for S, F and U. */
export function openApi(options: OpenApiOptions = {}): Dialect {
  const { mode = 'strict', prefix = '' } = options
  const answerOf = wording(options)

  const refuse = (problem: Problem, asked: Asked): Answer => {
    const said: Said = {
      request: asked.request,
      at: asked.platform.clock.now(),
      extendInfo: extendInfoOf(asked.json, mode),
    }
    const note: Note = { kind: 'request', summary: problem.message }
    if (problem.code === 'malformed') return answerOf.verdict(fieldVerdict(problem), { ...said, note })
    const answer = answerOf.code(codeOf(problem), { ...said, note, verdict: problem.code })
    const status = problem.code === 'not-found' || problem.code === 'method-not-allowed' ? 200 : statusOf(problem)
    return { ...answer, status, headers: { ...answer.headers, ...headersOf(problem) } }
  }

  const handle = async (context: Context, json: unknown): Promise<Answer> => {
    const { platform, request, body, url } = context
    const said: Said = { request, at: platform.clock.now(), extendInfo: extendInfoOf(json, mode) }
    const note: Note = { kind: 'request', summary: `${body.appId} sends ${body.templateCode}` }
    const signature = await options.verifySignature?.({
      method: request.method,
      uri: `${url.pathname}${url.search}`,
      headers: request.headers,
      bytes: context.bytes(),
    })
    if (signature !== undefined && signature !== 'ok') return answerOf.verdict(signature, { ...said, note })
    return send(context, { json, said, note })
  }

  const send = async (
    { platform, request, body }: Context,
    { json, said, note }: { readonly json: unknown; readonly said: Said; readonly note: Note },
  ): Promise<Answer> => {
    const sender = await platform.directory.senderByWireId('open-api', body.appId)
    if (!sender) return answerOf.verdict(fieldVerdict(unknownApp(body.appId)), { ...said, note })
    const grant = await platform.directory.accessToken(body.accessToken)
    // OA-9: a retry after a token refresh is the same request, so the person stands for the token.
    const comparable = { ...(json as object), accessToken: grant ? `person:${grant.person}` : body.accessToken }
    const redirectUrl = redirectOf(body, sender)
    const outcome = await platform.sends.sendTemplate({
      client: request.headers.get('client-id') ?? 'anonymous',
      sender: sender.id,
      accessToken: body.accessToken,
      requestId: body.requestId ?? derivedRequestId(comparable),
      templateCode: body.templateCode,
      ...(redirectUrl === undefined ? {} : { redirectUrl }),
      templates: body.templates.map(({ language, templateParameters }) => ({
        language,
        parameters: templateParameters,
      })),
      body: comparable,
    })
    const { explanation } = outcome
    const known: Note = { ...note, explanation, sender: sender.id, ...(grant ? { person: grant.person } : {}) }
    if (!outcome.accepted) return answerOf.verdict(outcome.verdict, { ...said, note: known })
    return answerOf.code('SUCCESS', { ...said, note: known, verdict: 'ok', messageId: outcome.itemId })
  }

  const routeAt = (id: string, base: string): Route => {
    const read = mode === 'strict' ? readStrict : readLenient
    return route({
      id,
      method: 'POST',
      path: `${base}/v2/miniprogram/message/send`,
      body: {
        read(input) {
          const result = read(input)
          return result.ok ? { ok: true, value: { body: result.value, json: input } } : result
        },
      },
      handle: (context) => handle({ ...context, body: context.body.body }, context.body.json),
    })
  }

  return {
    name: 'open-api',
    bases: prefix === '' ? ['/v2'] : ['/v2', `${prefix}/v2`],
    routes: [routeAt('open-api.send', ''), ...(prefix === '' ? [] : [routeAt('open-api.send.prefixed', prefix)])],
    refuse,
  }
}

function codeOf(problem: Problem): string {
  if (problem.code === 'not-found') return 'NO_INTERFACE_DEF'
  if (problem.code === 'method-not-allowed') return 'METHOD_NOT_SUPPORTED'
  if (problem.code === 'foreign-origin') return 'ACCESS_DENIED'
  return problem.code === 'failed' ? 'UNKNOWN_EXCEPTION' : 'PARAM_ILLEGAL'
}

function unknownApp(appId: string) {
  return { field: 'appId', expected: 'the id of a registered mini-program', received: `"${appId}"` }
}
