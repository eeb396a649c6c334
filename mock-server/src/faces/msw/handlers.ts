import { type HttpHandler, http, type WebSocketHandler } from 'msw'
import type { Route } from '../../api/route.ts'
import type { Routes } from '../../api/routes.ts'
import { socketHandler } from './socket-handler.ts'

/** Where the handlers answer. */
export interface HandlersOptions {
  /** Where the platform seems to be, such as `https://api.example`; default `*`, any origin and any path before ours. */
  readonly origin?: string
  /** `answered`: the platform's own 404 for whatever lies below its bases, as over a socket. Default: left to MSW, which tells them. */
  readonly unknownPaths?: 'unhandled' | 'answered'
}

/**
 * MSW handlers of a mock platform: one for each route, one for each path's wrong methods, and one `ws.link`. Works with MSW 2.15 and 3.
 */
export function handlers(
  mock: { readonly routes: Routes },
  { origin = '*', unknownPaths = 'unhandled' }: HandlersOptions = {},
): (HttpHandler | WebSocketHandler)[] {
  const { routes } = mock
  const answers = (route: Route) =>
    originsOf(route, { routes, origin }).map(
      (at) => [`${at}${route.path}`, ({ request }: { request: Request }) => routes.fetchAt(route.id, request)] as const,
    )
  const paths = new Map(routes.routes.map((route) => [route.path, route]))
  return [
    ...routes.routes.flatMap((route) => answers(route).map((at) => http[verbs[route.method]](...at))),
    ...[...paths.values()].flatMap((route) => answers(route).map((at) => http.all(...at))),
    ...(unknownPaths === 'answered' ? rest(routes, origin) : []),
    socketHandler(routes, origin),
  ]
}

/** A platform that real clients call by its own name answers there as well; below `*` it does anyway. */
function originsOf(route: Route, { routes, origin }: { readonly routes: Routes; readonly origin: string }): string[] {
  const real = routes.origins.get(route.id)
  return origin === '*' || real === undefined || real === origin ? [origin] : [origin, real]
}

const verbs = { GET: 'get', POST: 'post', PUT: 'put', DELETE: 'delete' } as const

/** Below `*` the path that MSW saw is the path that is answered. */
function rest(routes: Routes, origin: string): HttpHandler[] {
  return routes.bases.map((base) => http.all(`${origin}${base}/*`, ({ request }) => routes.fetch(request)))
}
