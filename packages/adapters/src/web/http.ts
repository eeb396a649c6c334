import type { Http, HttpResponse } from '@minibell/ports'

/** `Http` by `fetch`. Never answered from a cache; relative addresses are of the page. */
export const webHttp: Http = ({ timeoutMs = 30_000, url, ...request }) => {
  const control = new AbortController()
  const abort = (): void => control.abort()

  const answer = async (): Promise<HttpResponse> => {
    const timer = setTimeout(abort, timeoutMs)
    try {
      const response = await fetch(url, { ...request, cache: 'no-store', signal: control.signal })
      const headers: Record<string, string> = {}
      response.headers.forEach((value, name) => {
        headers[name] = value
      })
      return { status: response.status, headers, body: await response.text() }
    } finally {
      clearTimeout(timer)
    }
  }

  return { response: answer(), abort }
}
