import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Http, Undo } from '@minibell/ports'
import type { ReadBody } from '../../api/dispatch/body.ts'
import type { Flood } from '../../api/dispatch/flood.ts'
import type { AllowedOrigins } from '../../api/dispatch/origins.ts'
import { signedCalls } from '../../api/open-api/signature/seal.ts'
import type { PlainAnswer } from '../../api/route.ts'
import { createRoutes, type Routes, type RoutesOptions } from '../../api/routes.ts'
import { bugsOnly } from '../../api/store-fault.ts'
import { fetchHttp } from '../../outbound/fetch-http.ts'
import { superAppQueue } from '../../outbound/super-app/queue.ts'
import { type WebhookQueue, webhookQueue } from '../../outbound/webhooks/webhook-queue.ts'
import { pushQueue } from '../../outbound/wechat/push-queue.ts'
import { checkUrl } from '../../outbound/wechat/url-check.ts'
import type { Platform } from '../../platform/platform.ts'
import { readIncoming } from './bounded-body.ts'
import { type ControlGuard, controlGuard } from './control-guard.ts'
import { clientOf } from './fairness/client.ts'
import { type Fairness, type FairnessOptions, fairness } from './fairness/fairness.ts'
import { front } from './front.ts'
import { hostCheck } from './hosts.ts'
import { ListenError } from './listen-error.ts'
import { ownConsole, ownVersion } from './own-files.ts'
import { pages } from './pages.ts'
import { realTimers } from './real-time.ts'
import { serveSockets } from './sockets.ts'
import { makeServer } from './tls/make-server.ts'
import type { KeyPair } from './tls/self-made.ts'
import { writeStream } from './write-stream.ts'

/** Everything may be left out: port 4510 of this machine, pages of the same origin only. */
export interface ListenOptions {
  /** 0: any free one. Default 4510. */
  readonly port?: number
  /** Default 127.0.0.1: this machine only. */
  readonly host?: string
  /** Certificate and key as PEM texts: HTTPS and `wss` then, and nothing else. Default: plain HTTP. */
  readonly tls?: KeyPair
  /** Names in `Host` headers besides loopback names and `host`. */
  readonly hosts?: readonly string[]
  /** Folder of the built console, served at `/`; default: the one that ships with this package. */
  readonly consoleDir?: string
  /** Folder of the built demo; without it `/demo/` says how to get one. */
  readonly demoDir?: string
  /** Asked before the routes; `undefined` leaves a request to them. `overrides` of `@minibell/mock/msw` makes one from MSW handlers. */
  readonly overrides?: (request: Request) => Promise<Response | undefined>
  /** What `/control/v1` asks for as a bearer token. Default: none on this machine alone, a secret one beyond it. */
  readonly controlToken?: string
  /** Web origins besides the server's own whose pages may call and connect; default none. */
  readonly allowOrigins?: AllowedOrigins
  /** These four only where a platform is given, since routes have them already. */
  readonly pingMs?: number
  readonly openApi?: RoutesOptions['openApi']
  readonly snapshots?: RoutesOptions['snapshots']
  readonly report?: RoutesOptions['report']
  /** How the platform reaches a super app (DL-11) and developers' URLs (CS-1). Default: `fetch`. */
  readonly http?: Http
  /** What one address and one token may ask. */
  readonly fairness?: FairnessOptions
  /** Connections at a time; more are cut at once. Default 20,000. */
  readonly mostConnections?: number
  /** Headers must be there after `headersMs` (default 10,000) and the whole request after `requestMs` (default 30,000). */
  readonly slowest?: { readonly headersMs: number; readonly requestMs: number }
}

/** A server that is up. */
export interface Listening {
  /** `http://localhost:4510`, without a slash at the end. */
  readonly url: string
  readonly port: number
  readonly routes: Routes
  /** What the control API asks for, where it does. */
  readonly controlToken?: string
  /** Says `bye closing` to sockets, answers long polls, and resolves when the port is free. */
  close(): Promise<void>
}

/** The whole mock on one port: console, demo, send APIs, delivery, control. Rejects with `ListenError`, one sentence. */
export async function listen(
  source: Platform | { readonly routes: Routes },
  options: ListenOptions = {},
): Promise<Listening> {
  const { port = 4510, host = '127.0.0.1', allowOrigins = [] } = options
  const outbound = 'routes' in source ? undefined : outboundOf(source, options)
  const routes = 'routes' in source ? source.routes : routesOf(source, { ...options, webhooks: outbound?.webhooks })
  const hostAllowed = hostCheck({ host, ...(options.hosts ? { hosts: options.hosts } : {}) })
  const guard = controlGuard({ host, token: options.controlToken })
  // A bound TCP server has an address of this kind.
  const boundPort = (): number => (server.address() as AddressInfo).port
  const url = (): string => `${options.tls ? 'https' : 'http'}://${nameOf(host)}:${boundPort()}`
  const fair = fairness(realTimers, options.fairness)
  const server = serverOf(listener(routes, { ...options, hostAllowed, guard, fair, url }), { ...options, port, host })
  server.maxConnections = options.mostConnections ?? 20_000
  const sockets = serveSockets(server, { routes, hostAllowed, allowOrigins, fair })
  await bind(server, { port, host })
  return {
    url: url(),
    port: boundPort(),
    routes,
    ...(guard.token === undefined ? {} : { controlToken: guard.token }),
    close: () => {
      outbound?.stop()
      return close(server, { routes, sockets })
    },
  }
}

function routesOf(
  platform: Platform,
  options: ListenOptions & { readonly webhooks: WebhookQueue | undefined },
): Routes {
  const { pingMs, openApi, snapshots, report, webhooks, http = fetchHttp } = options
  return createRoutes(platform, {
    timers: realTimers,
    checkPush: (sender) => checkUrl(platform, { http, random: Math.random }, sender),
    info: {
      version: ownVersion(),
      doors: {
        console: '/',
        ...(options.demoDir === undefined ? {} : { demo: '/demo/' }),
        control: '/control/v1',
        delivery: '/delivery/v1',
      },
    },
    ...(webhooks ? { webhooks } : {}),
    ...(pingMs ? { pingMs } : {}),
    ...(openApi ? { openApi } : {}),
    ...(snapshots ? { snapshots } : {}),
    ...(report ? { report } : {}),
  })
}

/** A mock that is given has its own; a bare platform gets one here. */
function outboundOf(
  platform: Platform,
  { http = fetchHttp, report = () => undefined, openApi }: ListenOptions,
): { readonly webhooks: WebhookQueue; readonly stop: Undo } {
  const parts = { http, timers: realTimers, report: bugsOnly(report) }
  const webhooks = webhookQueue(platform, parts)
  const stops = [
    webhooks.stop,
    superAppQueue(platform, { ...parts, headers: signedCalls(platform.clock, openApi?.keySeed) }),
    pushQueue(platform, { ...parts, random: Math.random }),
  ]
  return {
    webhooks,
    stop() {
      for (const stop of stops) stop()
    },
  }
}

function serverOf(
  answer: RequestListener,
  options: ListenOptions & { readonly port: number; readonly host: string },
): Server {
  try {
    return makeServer(answer, { ...limitsOf(options), tls: options.tls })
  } catch (error) {
    // Node throws errors alone here, of OpenSSL for the most part.
    throw new ListenError({ port: options.port, host: options.host, cause: error as Error })
  }
}

function limitsOf({ slowest = { headersMs: 10_000, requestMs: 30_000 } }: ListenOptions) {
  const { headersMs, requestMs } = slowest
  return {
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    connectionsCheckingInterval: Math.max(100, Math.min(1000, headersMs / 4)),
    keepAliveTimeout: 30_000,
    maxHeaderSize: 16_384,
  }
}

function listener(
  routes: Routes,
  options: ListenOptions & {
    readonly hostAllowed: (host: string | undefined) => boolean
    readonly guard: ControlGuard
    readonly fair: Fairness
    readonly url: () => string
  },
): RequestListener {
  const answerFront = front({ consoleDir: options.consoleDir ?? ownConsole(), demoDir: options.demoDir })
  const answerPage = pages(routes, { mayRead: options.guard.mayRead, url: options.url })
  const floods = new WeakMap<IncomingMessage, Flood>()
  const answer = getRequestListener(
    async (request, env) => {
      // Only HTTP/1 servers are made here.
      const { incoming, outgoing } = env as { incoming: IncomingMessage; outgoing: ServerResponse }
      const refused = options.guard.refuse(request)
      if (refused) return refused
      const flood = floods.get(incoming)
      const own = flood ? undefined : await options.overrides?.(request.clone())
      if (own?.type === 'error') {
        outgoing.destroy()
        return RESPONSE_ALREADY_SENT
      }
      if (own) return own
      // Overrides have a copy of the stream; without them the body is read from the socket at once.
      const read: ReadBody = (limit) => readIncoming(incoming, limit)
      const answered = await routes.plain(request, {
        allowOrigins: options.allowOrigins ?? [],
        target: incoming.url ?? '/',
        flood,
        ...(options.overrides ? {} : { read, stream: () => incoming.iterator({ destroyOnReturn: false }) }),
      })
      write(outgoing, answered)
      return RESPONSE_ALREADY_SENT
    },
    { overrideGlobalObjects: false },
  )
  return (incoming, outgoing) => {
    if (!options.hostAllowed(hostOf(incoming))) return misdirected(incoming, outgoing)
    const entered = options.fair.enter(clientOf(incoming))
    if (entered.ok) outgoing.once('close', entered.leave)
    else floods.set(incoming, entered.flood)
    if (options.guard.signIn(incoming, outgoing)) return
    if (entered.ok && answerPage(incoming, outgoing)) return
    const frontAnswer = entered.ok ? answerFront(incoming, outgoing) : Promise.resolve(false)
    frontAnswer.then((answered) => (answered ? undefined : answer(incoming, outgoing))).catch(() => outgoing.destroy())
  }
}

/** Without a `Response` in between, which costs more than all else that a face does. */
function write(outgoing: ServerResponse, { status, headers, body, stream }: PlainAnswer): void {
  if (status === 0) return void outgoing.destroy()
  if (stream) return void writeStream(outgoing.writeHead(status, headers), stream)
  const text = body ?? ''
  const length = status === 204 || status === 304 ? {} : { 'content-length': Buffer.byteLength(text) }
  outgoing.writeHead(status, { ...headers, ...length }).end(text)
}

/** Of an absolute request target, which some clients send, the host in it counts. */
function hostOf(incoming: IncomingMessage): string | undefined {
  const absolute = /^https?:\/\/([^/?#]*)/i.exec(incoming.url ?? '')
  return absolute?.[1] ?? incoming.headers.host
}

function misdirected(incoming: IncomingMessage, outgoing: ServerResponse): void {
  const message = `Failed to answer: "${(incoming.headers.host ?? '').slice(0, 100)}" is no name of this server. Call it localhost, or start it with that host.`
  outgoing.writeHead(421, { 'content-type': 'application/json; charset=utf-8', connection: 'close' })
  outgoing.end(JSON.stringify({ error: { code: 'misdirected', message } }))
}

function bind(server: Server, { port, host }: { readonly port: number; readonly host: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(new ListenError({ port, host, cause: error })))
    server.listen(port, host, () => resolve())
  })
}

async function close(
  server: Server,
  { routes, sockets }: { readonly routes: Routes; readonly sockets: { close(): void } },
): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  routes.close()
  server.closeIdleConnections()
  // Answers under way and closing handshakes get a moment; then nothing holds the port.
  const cut = setTimeout(() => {
    sockets.close()
    server.closeAllConnections()
  }, 500)
  await closed
  clearTimeout(cut)
  sockets.close()
}

function nameOf(host: string): string {
  if (host === '127.0.0.1' || host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}
