import type { Report } from '@minibell/ports'
import type { Platform } from '../platform/platform.ts'
import type { Answer } from './answer.ts'
import { type Bytes, bodyLimit, parseJson, readBytes } from './body.ts'
import { type AllowedOrigins, corsHeaders, originAllowed, preflightHeaders } from './origins.ts'
import { pathTable } from './paths.ts'
import type { Problem } from './problem.ts'
import { recorder } from './record.ts'
import type { Asked, Dialect, Route } from './route.ts'
import { unknownDialect } from './unknown.ts'

interface Parts {
  readonly dialects: readonly Dialect[]
  readonly report: Report
  readonly allowOrigins: AllowedOrigins
}

/** A request on its way through one dialect. */
interface Passage {
  readonly dialect: Dialect
  readonly request: Request
  readonly url: URL
  readonly given: Bytes | undefined
}

/** The one way in for HTTP: finds the route, reads the body, calls the handler, writes the row and the verdict header. */
export function dispatcher(
  platform: Platform,
  parts: Parts,
): {
  fetch(request: Request, read?: { readonly body: Bytes }): Promise<Response>
  answer(id: string, request: Request): Promise<Response>
} {
  const table = pathTable(parts.dialects)
  const record = recorder(platform)

  const answerTo = async (passage: Passage): Promise<{ answer: Answer; route?: Route; json?: unknown }> => {
    const { dialect, request, url } = passage
    const refuse = (problem: Problem, json?: unknown) => ({
      answer: dialect.refuse(problem, { request, platform, json }),
      json,
    })
    const found = table.find(dialect, url.pathname, request.method)
    if (!found.ok) return refuse(found.problem)
    const { route, params } = found
    const body = await bodyOf(route, passage)
    if (!body.ok) return { ...refuse(body.problem, body.json), route }
    const context = { platform, request, url, params, body: body.value, bytes: body.bytes }
    return { answer: await route.handle(context), route, json: body.json }
  }

  /** Nothing that happens below may reach the caller as an exception. */
  const respond = async (passage: Passage): Promise<Response> => {
    const cors = corsHeaders(passage.request.headers.get('origin'), parts.allowOrigins)
    try {
      const { answer, route, json } = await answerTo(passage)
      return record.response(answer, { ...passage, route, json, cors })
    } catch (error) {
      parts.report(error, `${passage.request.method} ${passage.url.pathname}`)
      return record.failure(error, { ...passage, cors })
    }
  }

  const gate = (passage: Passage): Response | undefined => {
    const { request, url, dialect } = passage
    const origin = request.headers.get('origin')
    const allowed = originAllowed(origin, { host: url.host, allow: parts.allowOrigins })
    if (!allowed) {
      const message = `Failed to answer: the page's origin ${origin} is not allowed. Start the server with that origin allowed.`
      const asked: Asked = { request, platform }
      return record.response(dialect.refuse({ code: 'foreign-origin', message }, asked), { ...passage, cors: {} })
    }
    if (request.method !== 'OPTIONS' || origin === null || !request.headers.has('access-control-request-method')) return
    const methods = table.methods(dialect, url.pathname)
    const headers = {
      ...corsHeaders(origin, parts.allowOrigins),
      ...preflightHeaders(methods, request.headers.get('access-control-request-headers')),
    }
    return record.response({ status: 204, body: null, verdict: 'ok', headers }, { ...passage, cors: {} })
  }

  const enter = (dialect: Dialect, request: Request, url: URL, given?: Bytes): Promise<Response> => {
    const passage = { dialect, request, url, given }
    const stopped = gate(passage)
    return stopped ? Promise.resolve(stopped) : respond(passage)
  }

  return {
    async fetch(request, read) {
      const url = new URL(request.url)
      return enter(table.dialect(url.pathname) ?? unknownDialect, request, url, read?.body)
    },
    async answer(id, request) {
      const { dialect, route } = table.route(id)
      const url = new URL(request.url)
      url.pathname = table.tail(route, url.pathname)
      return enter(dialect, request, url)
    },
  }
}

type Body =
  | { readonly ok: true; readonly value: unknown; readonly bytes: Uint8Array; readonly json?: unknown }
  | { readonly ok: false; readonly problem: Problem; readonly json?: unknown }

async function bodyOf(route: Route, passage: Passage): Promise<Body> {
  if (!route.body) return { ok: true, value: undefined, bytes: new Uint8Array(0) }
  const { maxBytes = bodyLimit, read } = route.body
  const got = passage.given ?? (await readBytes(passage.request, maxBytes))
  if (!got.ok) return got
  const parsed = parseJson(got.bytes)
  if (!parsed.ok) return parsed
  const result = read(parsed.json)
  if (!result.ok) return { ...result, json: parsed.json }
  return { ok: true, value: result.value, bytes: got.bytes, json: parsed.json }
}
