import type { Report } from '@minibell/ports'
import type { Platform } from '../../platform/platform.ts'
import type { Answer } from '../answer.ts'
import type { Problem } from '../problem.ts'
import type { Dialect, Head, Route } from '../route.ts'
import { bodyLimit, parseJson, type ReadBody } from './body.ts'
import { type AllowedOrigins, corsHeaders, originAllowed, preflightHeaders } from './origins.ts'
import { pathTable } from './paths.ts'
import { type PlainAnswer, recorder } from './record.ts'
import { unknownDialect } from './unknown.ts'

/** A request as the dispatcher takes it. */
export interface Asking {
  readonly head: Head
  readonly url: URL
  /** Called at most once, and not for operations without a body. */
  readonly read: ReadBody
  /** Pages of other origins that may ask; the face's own business. */
  readonly allowOrigins: AllowedOrigins
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
}

/** The one way in for HTTP: finds the route, reads the body, calls the handler, writes the row and the verdict header. */
export function dispatcher(platform: Platform, parts: Parts): Dispatcher {
  const table = pathTable(parts.dialects)
  const record = recorder(platform)

  const answerTo = async (dialect: Dialect, asking: Asking): Promise<Answered> => {
    const { head, url } = asking
    const refused = (problem: Problem, json?: unknown): Answered => ({
      answer: dialect.refuse(problem, { request: head, platform, json }),
      json,
    })
    const stopped = gate(asking, () => table.methods(dialect, url.pathname))
    if (stopped) return 'code' in stopped ? refused(stopped) : { answer: stopped }
    const found = table.find(dialect, url.pathname, head.method)
    if (!found.ok) return refused(found.problem)
    const { route, params } = found
    const body = await bodyOf(route, asking.read)
    if (!body.ok) return { ...refused(body.problem, body.json), route }
    const context = { platform, request: head, url, params, body: body.value, bytes: body.bytes }
    return { answer: await route.handle(context), route, json: body.json }
  }

  const enter = async (dialect: Dialect, asking: Asking): Promise<PlainAnswer> => {
    const { head, url } = asking
    const cors = corsHeaders(head.headers.get('origin'), asking.allowOrigins)
    try {
      const { answer, ...seen } = await answerTo(dialect, asking)
      return record.answer(answer, { head, url, cors, ...seen })
    } catch (error) {
      parts.report(error, `${head.method} ${url.pathname}`)
      return record.failure(error, { dialect, head, url, cors })
    }
  }

  return {
    answer: (asking) => enter(table.dialect(asking.url.pathname) ?? unknownDialect, asking),
    answerAt(id, asking) {
      const { dialect, route } = table.route(id)
      const url = new URL(asking.url)
      url.pathname = table.tail(route, url.pathname)
      return enter(dialect, { ...asking, url })
    },
  }
}

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

async function bodyOf(route: Route, readBody: ReadBody): Promise<Body> {
  if (!route.body) return { ok: true, value: undefined, bytes: () => new Uint8Array(0) }
  const came = await readBody(route.body.maxBytes ?? bodyLimit)
  if (!came.ok) return came
  const parsed = parseJson(came)
  if (!parsed.ok) return parsed
  const { json } = parsed
  const result = route.body.read(json)
  if (!result.ok) return { ...result, json }
  const bytes = () => ('bytes' in came ? came.bytes : new TextEncoder().encode(came.text))
  return { ok: true, value: result.value, bytes, json }
}
