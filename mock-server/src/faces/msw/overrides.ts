import { getResponse, type HttpHandler } from 'msw'

/**
 * A listening server's `overrides` from the user's own MSW handlers: the first that answers wins, `passthrough()` and silence leave
 * the request to the platform, `Response.error()` cuts the connection.
 */
export function overrides(handlers: readonly HttpHandler[]): (request: Request) => Promise<Response | undefined> {
  return async (request) => {
    const response = await getResponse([...handlers], request)
    return response?.headers.get('x-msw-intention') === 'passthrough' ? undefined : response
  }
}
