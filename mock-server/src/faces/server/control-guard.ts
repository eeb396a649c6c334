import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

const base = '/control/v1'
const cookie = 'minibell-control'

/** Keeps the operator's API for those who have the token. */
export interface ControlGuard {
  /** Absent: everybody may. */
  readonly token?: string
  /** 401 for a request of the control API without the token. */
  refuse(request: Request): Response | undefined
  /** Whether a request has the token, where one is needed. */
  mayRead(incoming: IncomingMessage): boolean
  /** A page that was opened with `?control-token=` gets a cookie instead. False: not its business. */
  signIn(incoming: IncomingMessage, outgoing: ServerResponse): boolean
}

/** Bound to this machine alone nobody needs a token, unless one is given; beyond it one is made up. */
export function controlGuard({
  host,
  token,
}: {
  readonly host: string
  readonly token?: string | undefined
}): ControlGuard {
  const secret = token ?? (isLoopback(host) ? undefined : randomBytes(18).toString('base64url'))
  if (secret === undefined) return { refuse: () => undefined, mayRead: () => true, signIn: () => false }
  return {
    token: secret,
    refuse: (request) =>
      isControl(request) && !tokensOf((name) => request.headers.get(name)).some((one) => same(one, secret))
        ? refusal()
        : undefined,
    mayRead: ({ headers }) => tokensOf((name) => headers[name]).some((one) => same(one, secret)),
    signIn(incoming, outgoing) {
      const [path = '', query = ''] = (incoming.url ?? '').split('?')
      const given = new URLSearchParams(query).get('control-token')
      if (given === null || !same(given, secret) || (path !== '/' && path !== '/demo/')) return false
      outgoing.setHeader('set-cookie', `${cookie}=${secret}; Path=/; HttpOnly; SameSite=Strict`)
      outgoing.writeHead(302, { location: path, 'cache-control': 'no-store' }).end()
      return true
    },
  }
}

/** Whether an address to bind is reached from this machine alone. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}

/** By the path that the dispatcher will see. */
function isControl({ url, method }: Request): boolean {
  const { pathname } = new URL(url)
  return method !== 'OPTIONS' && (pathname === base || pathname.startsWith(`${base}/`))
}

function tokensOf(header: (name: 'authorization' | 'cookie') => string | null | undefined): readonly string[] {
  const bearer = /^Bearer +(\S+)$/i.exec(header('authorization') ?? '')?.[1]
  const kept = (header('cookie') ?? '')
    .split(/; */)
    .filter((pair) => pair.startsWith(`${cookie}=`))
    .map((pair) => pair.slice(cookie.length + 1))
  return bearer === undefined ? kept : [bearer, ...kept]
}

function same(given: string, secret: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(secret)]
  return one.length === other.length && timingSafeEqual(one, other)
}

function refusal(): Response {
  const message =
    'Failed to answer: the control API needs its token here. Send "Authorization: Bearer TOKEN" with the token that the server printed, or was given by --control-token.'
  return Response.json(
    { error: { code: 'unauthorized', message } },
    { status: 401, headers: { 'www-authenticate': 'Bearer' } },
  )
}
