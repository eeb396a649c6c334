import type { Problem } from '../problem.ts'
import type { Dialect, Route } from '../route.ts'

interface Compiled {
  readonly route: Route
  readonly segments: readonly string[]
}

interface Match {
  readonly route: Route
  readonly params: Readonly<Record<string, string>>
}

export type Found =
  | { readonly ok: true; readonly route: Route; readonly params: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly problem: Problem }

/** Where each path leads. Paths match whole and with case; a slash at the end is another path. */
export function pathTable(dialects: readonly Dialect[]): {
  dialect(pathname: string): Dialect | undefined
  find(dialect: Dialect, pathname: string, method: string): Found
  methods(dialect: Dialect, pathname: string): readonly string[]
  route(id: string): { readonly dialect: Dialect; readonly route: Route }
  tail(route: Route, pathname: string): string
} {
  const compiled = new Map<Dialect, readonly Compiled[]>()
  const byId = new Map<string, { readonly dialect: Dialect; readonly route: Route }>()
  for (const dialect of dialects) {
    compiled.set(
      dialect,
      dialect.routes.map((route) => ({ route, segments: route.path.split('/') })),
    )
    for (const route of dialect.routes) byId.set(route.id, { dialect, route })
  }

  const matches = (dialect: Dialect, pathname: string): readonly Match[] => {
    const segments = pathname.split('/')
    return (compiled.get(dialect) ?? []).flatMap((entry) => {
      const params = paramsOf(entry.segments, segments)
      return params ? [{ route: entry.route, params }] : []
    })
  }
  /** By path, of those that are a route's own text: nearly all that send. */
  const plain = new Map<string, readonly Match[]>()
  for (const dialect of dialects)
    for (const { path } of dialect.routes) if (!path.includes(':')) plain.set(path, matches(dialect, path))

  return {
    dialect: (pathname) =>
      dialects.find(({ bases }) => bases.some((base) => pathname === base || pathname.startsWith(`${base}/`))),
    find(dialect, pathname, method) {
      const found = plain.get(pathname) ?? matches(dialect, pathname)
      const match = found.find(({ route }) => route.method === method)
      if (match) return { ok: true, ...match }
      if (found.length === 0) return { ok: false, problem: notFound(pathname) }
      return {
        ok: false,
        problem: notAllowed(
          pathname,
          method,
          found.map(({ route }) => route.method),
        ),
      }
    },
    methods: (dialect, pathname) => matches(dialect, pathname).map(({ route }) => route.method),
    route(id) {
      const found = byId.get(id)
      if (!found) throw new Error(`Failed to answer: there is no route "${id}". Take an id from \`routes\`.`)
      return found
    },
    tail: (route, pathname) =>
      `/${pathname
        .split('/')
        .slice(1 - route.path.split('/').length)
        .join('/')}`,
  }
}

function paramsOf(pattern: readonly string[], path: readonly string[]): Readonly<Record<string, string>> | undefined {
  if (pattern.length !== path.length) return undefined
  const params: Record<string, string> = {}
  for (const [index, wanted] of pattern.entries()) {
    const segment = path[index] ?? ''
    if (!wanted.startsWith(':')) {
      if (wanted !== segment) return undefined
      continue
    }
    const value = decoded(segment)
    if (value === undefined || value === '') return undefined
    params[wanted.slice(1)] = value
  }
  return params
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}

function notFound(pathname: string): Problem {
  return {
    code: 'not-found',
    message: `Failed to find ${pathname.slice(0, 200)}: there is no such path. Look it up in docs/delivery-protocol.md and docs/mock-api.md.`,
  }
}

function notAllowed(pathname: string, method: string, allow: readonly string[]): Problem {
  const message = `Failed to answer ${method} ${pathname.slice(0, 200)}: the path takes ${allow.join(', ')}. Use that.`
  return { code: 'method-not-allowed', message, allow }
}
