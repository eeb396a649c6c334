import type { Http } from '@minibell/ports'

/** The `Http` port over this host's `fetch`, taken at each call, so that whoever replaces it is met. */
export const fetchHttp: Http = ({ method, url, headers = {}, body, timeoutMs = 30_000 }) => {
  const stop = new AbortController()
  const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(timeoutMs)])
  const response = (async () => {
    const answer = await fetch(url, { method, headers, signal, ...(body === undefined ? {} : { body }) })
    return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() }
  })()
  // Whoever aborts may have stopped listening.
  response.catch(() => undefined)
  return { response, abort: () => stop.abort() }
}
