import type { Verdict } from '../../platform/verdict.ts'
import type { Answer, Note } from '../answer.ts'
import { headersOf, statusOf } from '../error-answer.ts'
import type { Problem } from '../problem.ts'
import { type Asked, type Dialect, type Route, route } from '../route.ts'
import { like, type Reader } from '../shape.ts'
import { type Asking, applyToken } from './apply-token/apply-token.ts'
import { readToken } from './apply-token/shapes.ts'
import type { OpenApiOptions } from './options.ts'
import { readSending, type Sending, send } from './send.ts'
import { extendInfoOf } from './shapes.ts'
import { type Signing, signing } from './signature/guard.ts'
import { fieldVerdict, type Wording, wording } from './wording.ts'

export type { OpenApiOptions, SignedRequest, VerifySignature } from './options.ts'

/** OA: `/v2/miniprogram/message/send` and `applyToken` of the Alipay-style platforms. HTTP 200 for S, F and U. */
export function openApi(options: OpenApiOptions = {}): Dialect {
  const { prefix = '' } = options
  const words = wording(options)
  const { guard, seal } = signing(options, words)
  const parts: Parts = { options, words, guard }
  return {
    name: 'open-api',
    bases: ['', ...(prefix === '' ? [] : [prefix])].flatMap((base) => [`${base}/v2`, `${base}/v1/authorizations`]),
    routes: [...routesAt('', parts), ...(prefix === '' ? [] : routesAt(prefix, parts))],
    refuse: refusal(options),
    faulty: (kind, { request, platform, json, code = 'UNKNOWN_EXCEPTION' }) => {
      const extendInfo = extendInfoOf(json, options.mode ?? 'strict')
      const note: Note = { kind: 'request', summary: 'A declared fault' }
      const said = { request, at: platform.clock.now(), extendInfo, note, verdict: 'X-4' }
      return words.code(kind === 'failure' ? String(code) : faults[kind], said)
    },
    seal,
  }
}

const faults = { 'rate-limit': 'REQUEST_TRAFFIC_EXCEED_LIMIT', 'token-expired': 'EXPIRED_ACCESS_TOKEN' } as const

interface Parts {
  readonly options: OpenApiOptions
  readonly words: Wording
  readonly guard: Signing['guard']
}

function routesAt(base: string, { options, words, guard }: Parts): readonly Route[] {
  const end = base === '' ? '' : '.prefixed'
  const token = (version: 'v1' | 'v2'): Route =>
    route<Asking>({
      id: `open-api.apply-token.${version}${end}`,
      method: 'POST',
      path: `${base}/${version}/authorizations/applyToken`,
      body: { read: withJson(readToken) },
      guard,
      handle: (context) => applyToken(context, { options, words }),
    })
  const sending = route<Sending>({
    id: `open-api.send${end}`,
    method: 'POST',
    path: `${base}/v2/miniprogram/message/send`,
    body: { read: readSending },
    guard,
    handle: (context) => send(context, { options, words }),
  })
  return [sending, token('v1'), token('v2')]
}

/** Keeps the JSON beside what was read of it: OA-9 compares it, OA-5 echoes from it. */
function withJson<Body>(read: Reader<Body>): Reader<{ readonly body: Body; readonly json: unknown }> {
  return like([read], (input) => {
    const result = read(input)
    return result.ok ? { ok: true, value: { body: result.value, json: input } } : result
  })
}

function refusal(options: OpenApiOptions): Dialect['refuse'] {
  const words = wording(options)
  return (problem: Problem, { request, platform, json }: Asked): Answer => {
    const extendInfo = extendInfoOf(json, options.mode ?? 'strict')
    const note: Note = { kind: 'request', summary: problem.message }
    const said = { request, at: platform.clock.now(), extendInfo, note }
    if (problem.code === 'malformed') return words.verdict(fieldVerdict(problem), said)
    const earlier = problem.code === 'not-found' ? beforePath({ request, platform }) : undefined
    if (earlier === 'METHOD_NOT_SUPPORTED') return words.code(earlier, { ...said, verdict: 'method-not-allowed' })
    if (earlier) return words.verdict(earlier, said)
    const answer = words.code(codeOf(problem), { ...said, verdict: problem.code })
    const status = problem.code === 'not-found' || problem.code === 'method-not-allowed' ? 200 : statusOf(problem)
    return { ...answer, status, headers: { ...answer.headers, ...headersOf(problem) } }
  }
}

/** Method and content type are looked at before the path (facts of the check order). */
function beforePath({
  request,
  platform,
}: Pick<Asked, 'request' | 'platform'>): Verdict | 'METHOD_NOT_SUPPORTED' | undefined {
  if (request.method !== 'POST') return 'METHOD_NOT_SUPPORTED'
  const contentType = request.headers.get('content-type')
  const asked = { now: platform.clock.now(), signatures: 'off', signed: false } as const
  return platform.tenant.judgeCall(contentType === null ? asked : { ...asked, contentType }).verdict
}

function codeOf(problem: Problem): string {
  if (problem.code === 'not-found') return 'NO_INTERFACE_DEF'
  if (problem.code === 'method-not-allowed') return 'METHOD_NOT_SUPPORTED'
  if (problem.code === 'foreign-origin') return 'ACCESS_DENIED'
  return problem.code === 'failed' || problem.code === 'unavailable' ? 'UNKNOWN_EXCEPTION' : 'PARAM_ILLEGAL'
}
