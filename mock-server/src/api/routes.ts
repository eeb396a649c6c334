import type { Report, Timers, Undo } from '@minibell/ports'
import type { Platform } from '../platform/platform.ts'
import type { Bytes } from './body.ts'
import { control } from './control/control.ts'
import { delivery } from './delivery/delivery.ts'
import { sockets } from './delivery/sockets.ts'
import type { Wire } from './delivery/wire.ts'
import { dispatcher } from './dispatch.ts'
import { miniapp } from './miniapp/miniapp.ts'
import { type OpenApiOptions, openApi } from './open-api/open-api.ts'
import type { AllowedOrigins } from './origins.ts'
import type { Dialect, Route } from './route.ts'

export interface RoutesOptions {
  /** Drives time-outs and heartbeats of sockets and long polls. Never moved by the platform's clock. */
  readonly timers: Timers
  /** Web origins besides the server's own that may call and connect; default none. */
  readonly allowOrigins?: AllowedOrigins
  /** How often a client must be heard; it is told in `hello`. Default 25,000. */
  readonly pingMs?: number
  readonly openApi?: OpenApiOptions
  /** Gets the mock's own bugs; the caller gets a 500 with the id of the journal's row. Default: nobody. */
  readonly report?: Report
  /** Told by `GET /control/v1/info`. */
  readonly info?: { readonly version?: string; readonly doors?: Readonly<Record<string, string>> }
}

/** All dialects over one platform. Every face is made of this. */
export interface Routes {
  readonly routes: readonly Route[]
  /** Answers any request and never rejects. `body`: bytes that a face has read already, within the limit. */
  fetch(request: Request, read?: { readonly body: Bytes }): Promise<Response>
  /** Answers by the route of that id, whatever stands before its path in the URL. */
  answer(id: string, request: Request): Promise<Response>
  /** Serves one delivery socket until either side closes it. The undo says `bye closing`. */
  attach(wire: Wire): Undo
  /** Says `bye closing` to every socket and answers waiting long polls. */
  close(): void
  readonly allowOrigins: AllowedOrigins
}

export function createRoutes(platform: Platform, options: RoutesOptions): Routes {
  const { timers, report = () => undefined, allowOrigins = [] } = options
  const connections = sockets(platform, { timers, report, pingMs: options.pingMs ?? 25_000 })
  const controls = control({
    timers,
    ...(options.info ? { info: options.info } : {}),
  })
  const dialects: readonly Dialect[] = [miniapp(), openApi(options.openApi), delivery(), controls.dialect]
  const dispatch = dispatcher(platform, { dialects, report, allowOrigins })
  return {
    routes: dialects.flatMap((dialect) => dialect.routes),
    fetch: dispatch.fetch,
    answer: dispatch.answer,
    attach: connections.attach,
    close() {
      connections.close()
      controls.close()
    },
    allowOrigins,
  }
}
