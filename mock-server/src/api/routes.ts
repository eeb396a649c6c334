import type { Report, Timers, Undo } from '@minibell/ports'
import type { Platform } from '../platform/platform.ts'
import { control } from './control/control.ts'
import type { CheckPush } from './control/official-accounts/push-check.ts'
import { memoryShelf, type SnapshotShelf } from './control/snapshot-shelf.ts'
import type { WebhookDesk } from './control/webhooks.ts'
import { delivery } from './delivery/delivery.ts'
import { sockets } from './delivery/socket/sockets.ts'
import type { Wire } from './delivery/socket/wire.ts'
import { chunksOf, type ReadBody, readBytes, textBody } from './dispatch/body.ts'
import { type Asking, dispatcher } from './dispatch/dispatch.ts'
import type { Flood } from './dispatch/flood.ts'
import type { AllowedOrigins } from './dispatch/origins.ts'
import { createFaults } from './faults/faults.ts'
import { faultyWire } from './faults/faulty-wire.ts'
import { sharedFaults } from './faults/shared-faults.ts'
import { meter } from './metrics/meter.ts'
import type { Metric } from './metrics/metrics-text.ts'
import { miniapp } from './miniapp/miniapp.ts'
import { type OpenApiOptions, openApi } from './open-api/open-api.ts'
import type { Dialect, PlainAnswer, Route } from './route.ts'
import { bugsOnly } from './store-fault.ts'
import { streamOf } from './streaming.ts'
import { wechat } from './wechat/wechat.ts'

/** What the routes need besides a platform: timers, and what a deployment may choose. */
export interface RoutesOptions {
  /** Drives time-outs and heartbeats of sockets and long polls. Never moved by the platform's clock. */
  readonly timers: Timers
  /** How often a client must be heard; it is told in `hello`. Default 25,000. */
  readonly pingMs?: number
  readonly openApi?: OpenApiOptions
  /** Gets the mock's own bugs; the caller gets a 500 with the id of the journal's row. Default: nobody. */
  readonly report?: Report
  /** Where `/control/v1/snapshots` keeps worlds. Default: in memory. */
  readonly snapshots?: SnapshotShelf
  /** CS-1: asks an account's URL whether it is the developer's. Absent: nobody can ask, and the operation says so. */
  readonly checkPush?: CheckPush
  /** What is on its way to the world's webhooks. Absent: none are told. */
  readonly webhooks?: WebhookDesk
  /** Told by `GET /control/v1/info`. */
  readonly info?: { readonly version?: string; readonly doors?: Readonly<Record<string, string>> }
}

/** All dialects over one platform. Every face is made of this. */
export interface Routes {
  readonly routes: readonly Route[]
  /** Everything at or below these paths is the platform's: `/miniapp/v1`, `/v2` … */
  readonly bases: readonly string[]
  /** Real origins at which some routes answer as well, by the routes' ids: MSW intercepts them. */
  readonly origins: ReadonlyMap<string, string>
  /** Answers any request and never rejects; `Response.error()` where a declared fault leaves no answer. */
  fetch(request: Request, face?: FaceOfRequest): Promise<Response>
  /** As `fetch`, for faces that write answers themselves; status 0: the connection breaks off. */
  plain(request: Request, face?: FaceOfRequest): Promise<PlainAnswer>
  /** As `fetch`, by the route of that id, whatever stands before its path in the URL. */
  fetchAt(id: string, request: Request): Promise<Response>
  /** As `fetch`, without the classes of the web: microtasks only. */
  answer(plain: PlainRequest): Promise<PlainAnswer>
  /** What happened since these routes were made, for `GET /metrics` of a server. */
  metrics(): readonly Metric[]
  /** Whether the store answers. */
  isHealthy(): Promise<boolean>
  /** Serves one delivery socket until either side closes it. The undo says `bye closing`. */
  attach(wire: Wire): Undo
  /** Says `bye closing` to every socket and stream, and answers waiting long polls. */
  close(): void
}

/** How a face carries a request. */
export interface FaceOfRequest {
  /** Its own way to the body, within the limit that it is given; default: the request's stream. */
  readonly read?: ReadBody
  /** The same, in the pieces in which it comes, for operations that stream. */
  readonly stream?: () => AsyncIterable<Uint8Array>
  /** Pages of which origins besides the URL's own may ask; default all, since whoever calls this is in the process already. */
  readonly allowOrigins?: AllowedOrigins
  /** Path and query as they were on the wire, for signatures; default: the URL's. */
  readonly target?: string
  /** The client asks too often: it is told so, and nothing is read. */
  readonly flood?: Flood | undefined
}

/** A request without the classes of the web. */
export interface PlainRequest {
  readonly method: string
  readonly url: URL
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** Serves `platform` in all its dialects. Call `close` of what it answers, or its timers and sockets stay. */
export function createRoutes(platform: Platform, options: RoutesOptions): Routes {
  const { timers } = options
  const report = bugsOnly(options.report ?? (() => undefined))
  const pingMs = options.pingMs ?? 25_000
  const connections = sockets(platform, { timers, report, pingMs })
  const deliveries = delivery({ timers, report, pingMs })
  const { processes } = platform
  const faults = processes.name === undefined ? createFaults() : sharedFaults(processes)
  const controls = control({
    timers,
    faults,
    routes: () => dialects.flatMap(({ routes }) => routes.map(({ id }) => id)),
    ...(options.openApi?.keySeed === undefined ? {} : { keySeed: options.openApi.keySeed }),
    shelf: options.snapshots ?? memoryShelf(),
    ...(options.checkPush ? { checkPush: options.checkPush } : {}),
    ...(options.webhooks ? { webhooks: options.webhooks } : {}),
    ...(options.info ? { info: options.info } : {}),
  })
  const dialects: readonly Dialect[] = [
    miniapp(),
    openApi(options.openApi),
    wechat(),
    deliveries.dialect,
    controls.dialect,
  ]
  const meters = meter(platform, {
    sockets: connections.count,
    waiting: () => (options.webhooks?.deliveries() ?? []).filter(({ state }) => state === 'waiting').length,
  })
  const dispatch = dispatcher(platform, { dialects, report, faults, timers, answered: meters.answered })
  return {
    routes: dialects.flatMap((dialect) => dialect.routes),
    bases: dialects.flatMap((dialect) => dialect.bases),
    origins: new Map(
      dialects.flatMap(({ origin, routes }) =>
        origin === undefined ? [] : routes.map(({ id }) => [id, origin] as const),
      ),
    ),
    fetch: async (request, face) => responseOf(await dispatch.answer(askingOf(request, face))),
    plain: (request, face) => dispatch.answer(askingOf(request, face)),
    fetchAt: async (id, request) => responseOf(await dispatch.answerAt(id, askingOf(request))),
    answer: ({ method, url, headers, body }) =>
      dispatch.answer({
        head: { method, headers: lookup(headers) },
        url,
        read: textBody(body ?? ''),
        allowOrigins: '*',
      }),
    metrics: meters.metrics,
    isHealthy: () =>
      platform.directory.senderByWireId('miniapp', '').then(
        () => true,
        () => false,
      ),
    attach: (wire) => connections.attach(faultyWire(wire, { faults, timers })),
    close() {
      connections.close()
      deliveries.close()
      controls.close()
      meters.stop()
    },
  }
}

function askingOf(request: Request, face: FaceOfRequest = {}): Asking {
  const { read = (limit) => readBytes(request, limit), allowOrigins = '*', target, flood } = face
  const stream = face.stream ?? (() => chunksOf(request))
  return {
    head: request,
    url: new URL(request.url),
    read,
    stream,
    allowOrigins,
    ...(target === undefined ? {} : { target }),
    ...(flood && { flood }),
  }
}

function responseOf({ status, headers, body, stream }: PlainAnswer): Response {
  return status === 0 ? Response.error() : new Response(stream ? streamOf(stream) : body, { status, headers })
}

function lookup(headers: Readonly<Record<string, string>>): { get(name: string): string | null } {
  return { get: (name) => headers[name] ?? null }
}
