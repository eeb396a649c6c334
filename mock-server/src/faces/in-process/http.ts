import type { Http, HttpExchange, HttpRequest, HttpResponse } from '@minibell/ports'
import type { Routes } from '../../api/routes.ts'
import type { Streaming } from '../../api/streaming.ts'

/** Relative addresses are of this origin; nothing is ever looked up. */
const base = 'http://minibell.test'

/** The `Http` port onto routes in the same process: no socket, no stream, no timer, so `timeoutMs` never runs out. */
export function inProcessHttp(routes: Pick<Routes, 'answer'>): Http {
  return (request) => exchange(routes, request)
}

function exchange(routes: Pick<Routes, 'answer'>, request: HttpRequest): HttpExchange {
  let abort: () => void = () => undefined
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(new Error(`Failed to get an answer of ${request.url}: it was aborted. Ask again.`))
  })
  // Aborting after the answer, or without anybody who waits, is nothing to be warned of.
  aborted.catch(() => undefined)
  return { response: Promise.race([answerOf(routes, request, aborted), aborted]), abort: () => abort() }
}

async function answerOf(
  routes: Pick<Routes, 'answer'>,
  { method, url, headers = {}, body }: HttpRequest,
  aborted: Promise<never>,
): Promise<HttpResponse> {
  const answer = await routes.answer({
    method,
    url: new URL(url, base),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
    ...(body === undefined ? {} : { body }),
  })
  if (answer.status === 0) throw new Error(`Failed to get an answer of ${url}: the connection ended. Ask again.`)
  const { status, stream } = answer
  return { status, headers: answer.headers, body: stream ? await wholeOf(stream, aborted) : (answer.body ?? '') }
}

/** The port gives answers whole, so that a stream is an answer once it ended; `eventSource` carries it as it comes. */
function wholeOf(begin: Streaming, aborted: Promise<never>): Promise<string> {
  return new Promise((resolve) => {
    let text = ''
    const left = begin({
      send(more) {
        text += more
      },
      end: () => resolve(text),
    })
    aborted.catch(left)
  })
}
