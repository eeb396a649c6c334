import type { Answer, Note } from '../answer.ts'
import { headersOf, statusOf } from '../error-answer.ts'
import type { Problem } from '../problem.ts'
import { type Asked, type Dialect, type Route, route } from '../route.ts'
import type { Reader } from '../shape.ts'
import type { OpenApiOptions } from './options.ts'
import { type Sending, send } from './send.ts'
import { extendInfoOf, readLenient, readStrict } from './shapes.ts'
import { fieldVerdict, wording } from './wording.ts'

export type { OpenApiOptions, SignedRequest, VerifySignature } from './options.ts'

/** OA: `/v2/miniprogram/message/send` of the Alipay-style platforms. HTTP 200 for S, F and U. */
export function openApi(options: OpenApiOptions = {}): Dialect {
  const { mode = 'strict', prefix = '' } = options
  const words = wording(options)
  const routeAt = (id: string, base: string): Route =>
    route({
      id,
      method: 'POST',
      path: `${base}/v2/miniprogram/message/send`,
      body: { read: readerOf(mode) },
      handle: (context) => send(context, { options, words }),
    })
  return {
    name: 'open-api',
    bases: prefix === '' ? ['/v2'] : ['/v2', `${prefix}/v2`],
    routes: [routeAt('open-api.send', ''), ...(prefix === '' ? [] : [routeAt('open-api.send.prefixed', prefix)])],
    refuse: refusal(options),
  }
}

function readerOf(mode: 'strict' | 'lenient'): Reader<Sending> {
  const read = mode === 'strict' ? readStrict : readLenient
  return (input) => {
    const result = read(input)
    return result.ok ? { ok: true, value: { body: result.value, json: input } } : result
  }
}

function refusal(options: OpenApiOptions): Dialect['refuse'] {
  const words = wording(options)
  return (problem: Problem, { request, platform, json }: Asked): Answer => {
    const extendInfo = extendInfoOf(json, options.mode ?? 'strict')
    const note: Note = { kind: 'request', summary: problem.message }
    const said = { request, at: platform.clock.now(), extendInfo, note }
    if (problem.code === 'malformed') return words.verdict(fieldVerdict(problem), said)
    const answer = words.code(codeOf(problem), { ...said, verdict: problem.code })
    const status = problem.code === 'not-found' || problem.code === 'method-not-allowed' ? 200 : statusOf(problem)
    return { ...answer, status, headers: { ...answer.headers, ...headersOf(problem) } }
  }
}

function codeOf(problem: Problem): string {
  if (problem.code === 'not-found') return 'NO_INTERFACE_DEF'
  if (problem.code === 'method-not-allowed') return 'METHOD_NOT_SUPPORTED'
  if (problem.code === 'foreign-origin') return 'ACCESS_DENIED'
  return problem.code === 'failed' ? 'UNKNOWN_EXCEPTION' : 'PARAM_ILLEGAL'
}
