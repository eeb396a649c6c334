import type { Report, Timers } from '@minibell/ports'
import type { Platform } from '../../platform/platform.ts'
import type { Answer } from '../answer.ts'
import type { Faults } from '../faults/fault.ts'
import { replayed, skewed, strike, wordOf } from '../faults/strike.ts'
import type { Meter } from '../metrics/meter.ts'
import type { Problem } from '../problem.ts'
import type { Dialect, Head, PlainAnswer, RequestContext, Route } from '../route.ts'
import { bodyLimit, parseJson, type ReadBody } from './body.ts'
import { type Flood, floodAnswer } from './flood.ts'
import { type AllowedOrigins, corsHeaders, originAllowed, preflightHeaders } from './origins.ts'
import { pathTable } from './paths.ts'
import { recorder } from './record.ts'
import { unknownDialect } from './unknown.ts'

/** A request as the dispatcher takes it. */
export interface Asking {
  readonly head: Head
  readonly url: URL
  /** Path and query as on the wire; default: the URL's. */
  readonly target?: string
  /** Called at most once, and not for operations without a body. */
  readonly read: ReadBody
  /** Instead of `read`, for operations that stream; absent: what `read` gives, in one piece. */
  readonly stream?: () => AsyncIterable<Uint8Array>
  /** Pages of other origins that may ask; the face's own business. */
  readonly allowOrigins: AllowedOrigins
  /** The face lets this client in no more for now. */
  readonly flood?: Flood
}

/** Never rejects: a bug below becomes a 500 that is in the journal and reported. */
export interface Dispatcher {
  answer(asking: Asking): Promise<PlainAnswer>
  /** By the path of that route, whatever stands before it in the URL. */
  answerAt(id: string, asking: Asking): Promise<PlainAnswer>
}

interface Parts {
  readonly dialects: readonly Dialect[]
  readonly report: Report
  readonly faults: Faults
  readonly timers: Timers
  /** Hears of each answer before it leaves. */
  readonly answered?: Meter['answered']
}

/** The one way in for HTTP: finds the route, reads the body, calls the handler, writes the row and the verdict header. */
export function dispatcher(platform: Platform, parts: Parts): Dispatcher {
  const table = pathTable(parts.dialects)
  const record = recorder(platform)

  const answerTo = async (dialect: Dialect, asking: Asking): Promise<Answered> => {
    const { head, url } = asking
    const refused = async (problem: Problem, json?: unknown): Promise<Answered> => ({
      answer: await dialect.refuse(problem, { request: head, url, platform, json }),
      json,
    })
    const stopped = gate(asking, () => table.methods(dialect, url.pathname))
    if (stopped) return 'code' in stopped ? refused(stopped) : { answer: stopped }
    const { flood } = asking
    if (flood) return { answer: floodAnswer(dialect, { flood, request: head, url, platform }) }
    const found = table.find(dialect, url.pathname, head.method)
    if (!found.ok) return refused(found.problem)
    const { route, params } = found
    const taken = parts.faults.take(route.id)
    const fault = taken instanceof Promise ? await taken : taken
    const seen = { platform: skewed(platform, fault), request: head, url, target: targetOf(asking) }
    const body = await bodyOf(route, asking.read, (bytes) => route.guard?.({ ...seen, bytes }))
    if ('answer' in body) return { answer: body.answer, route }
    if (!body.ok) return { ...(await refused(body.problem, body.json)), route }
    const source = asking.stream ?? (() => streamOf(asking.read))
    const stream = fault?.kind === 'duplicate' ? replayed(source) : source
    const context: RequestContext = { ...seen, params, body: body.value, bytes: body.bytes, stream }
    const handle = () => route.handle(context)
    const word = wordOf(dialect, { request: head, url, platform, json: body.json })
    const answer = fault ? await strike(fault, { handle, word, timers: parts.timers }) : await handle()
    return { answer, route, json: body.json }
  }

  const enter = async (dialect: Dialect, asking: Asking): Promise<PlainAnswer> => {
    const { head, url } = asking
    const cors = corsHeaders(head.headers.get('origin'), asking.allowOrigins)
    const seal = (plain: PlainAnswer): PlainAnswer | Promise<PlainAnswer> =>
      plain.status === 0 || !dialect.seal
        ? plain
        : dialect.seal(plain, { request: head, target: targetOf(asking), platform })
    try {
      const { answer, ...seen } = await answerTo(dialect, asking)
      parts.answered?.(dialect.name, { answer, route: seen.route })
      return await seal(record.answer(answer, { head, url, cors, ...seen }))
    } catch (error) {
      parts.answered?.(dialect.name, { answer: { status: 500, body: null, verdict: 'failed' } })
      parts.report(error, `${head.method} ${url.pathname}`)
      return await record.failure(error, { dialect, head, url, cors })
    }
  }

  return {
    answer: (asking) => enter(table.dialect(asking.url.pathname) ?? unknownDialect, asking),
    answerAt(id, asking) {
      const { dialect, route } = table.route(id)
      const url = new URL(asking.url)
      url.pathname = table.tail(route, url.pathname)
      return enter(dialect, { ...asking, url, target: targetOf(asking) })
    },
  }
}

function targetOf({ target, url }: Asking): string {
  return target ?? `${url.pathname}${url.search}`
}

/** Of a face that cannot stream. */
const streamLimit = 67_108_864

interface Answered {
  readonly answer: Answer
  readonly route?: Route
  readonly json?: unknown
}

/** Stops pages of foreign origins and answers the preflights of allowed ones. */
function gate({ head, url, allowOrigins }: Asking, methods: () => readonly string[]): Problem | Answer | undefined {
  const origin = head.headers.get('origin')
  if (!originAllowed(origin, { host: url.host, allow: allowOrigins })) {
    const message = `Failed to answer: the page's origin ${origin} is not allowed. Start the server with that origin allowed.`
    return { code: 'foreign-origin', message }
  }
  if (head.method !== 'OPTIONS' || origin === null || !head.headers.get('access-control-request-method')) return
  const headers = preflightHeaders(methods(), head.headers.get('access-control-request-headers'))
  return { status: 204, body: null, verdict: 'ok', headers }
}

type Body =
  | { readonly ok: true; readonly value: unknown; readonly bytes: () => Uint8Array; readonly json?: unknown }
  | { readonly ok: false; readonly problem: Problem; readonly json?: unknown }
  | { readonly answer: Answer }

async function bodyOf(
  route: Route,
  readBody: ReadBody,
  guard: (bytes: () => Uint8Array) => Promise<Answer | undefined> | undefined,
): Promise<Body> {
  if (!route.body) return { ok: true, value: undefined, bytes: () => new Uint8Array(0) }
  const came = await readBody(route.body.maxBytes ?? bodyLimit)
  if (!came.ok) return came
  const bytes = () => ('bytes' in came ? came.bytes : new TextEncoder().encode(came.text))
  const stopped = await guard(bytes)
  if (stopped) return { answer: stopped }
  const { orElse } = route.body
  const parsed = orElse !== undefined && bytes().length === 0 ? { ok: true as const, json: orElse } : parseJson(came)
  if (!parsed.ok) return parsed
  const { json } = parsed
  const result = route.body.read(json)
  return result.ok ? { ok: true, value: result.value, bytes, json } : { ...result, json }
}

async function* streamOf(readBody: ReadBody): AsyncGenerator<Uint8Array> {
  const came = await readBody(streamLimit)
  if (!came.ok) throw new Error(came.problem.message)
  yield 'bytes' in came ? came.bytes : new TextEncoder().encode(came.text)
}
