import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { asyncApiDocument } from '../../api/documents/async-api-document.ts'
import type { JsonSchema } from '../../api/documents/json-schema-of.ts'
import { openApiDocument } from '../../api/documents/open-api-document.ts'
import { type Metric, metricsText, metricsType } from '../../api/metrics/metrics-text.ts'
import type { Routes } from '../../api/routes.ts'
import { ownFile, ownVersion } from './own-files.ts'

/** What a page says. */
interface Page {
  readonly status: number
  readonly type: string
  readonly text: string
}

/** Answers `/metrics`, `/healthz`, `/openapi.json` and `/asyncapi.json`, which are no API of the platform: without journal and verdict. False: not its business. */
export function pages(
  routes: Routes,
  { mayRead, url }: { mayRead(incoming: IncomingMessage): boolean; url(): string },
): (incoming: IncomingMessage, outgoing: ServerResponse) => boolean {
  // Made when first asked for: a start need not wait for them.
  const openApi = once(() =>
    openApiDocument({ routes: routes.routes, world: worldSchema(), version: ownVersion(), url: url() }),
  )
  const asyncApi = once(() => {
    const { host, protocol } = new URL(url())
    return asyncApiDocument({ version: ownVersion(), host, protocol: protocol === 'https:' ? 'wss' : 'ws' })
  })
  const known: Readonly<Record<string, ((incoming: IncomingMessage) => Promise<Page>) | undefined>> = {
    '/healthz': () => health(routes),
    '/openapi.json': async () => document(openApi()),
    '/asyncapi.json': async () => document(asyncApi()),
    '/metrics': async (incoming) =>
      mayRead(incoming)
        ? metricsPage(routes)
        : plain(401, 'Send "Authorization: Bearer TOKEN" with the control token.\n'),
  }
  return (incoming, outgoing) => {
    const page = known[(incoming.url ?? '/').split('?')[0] ?? '/']
    if (!page) return false
    const isRead = incoming.method === 'GET' || incoming.method === 'HEAD'
    const made = isRead ? page(incoming) : Promise.resolve(plain(405, 'GET only.\n'))
    made.then((one) => write(one, incoming, outgoing)).catch(() => outgoing.destroy())
    return true
  }
}

function write({ status, type, text }: Page, { method }: IncomingMessage, outgoing: ServerResponse): void {
  outgoing.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
  outgoing.end(method === 'HEAD' ? undefined : text)
}

function document(value: JsonSchema): Page {
  return { status: 200, type: 'application/json; charset=utf-8', text: JSON.stringify(value) }
}

/** Ours, and published as it is. */
function worldSchema(): JsonSchema {
  return JSON.parse(readFileSync(ownFile('worlds/world.schema.json'), 'utf8')) as JsonSchema
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

async function health(routes: Routes): Promise<Page> {
  const isHealthy = await routes.isHealthy()
  const body = { status: isHealthy ? 'ok' : 'failed', ...(!isHealthy && { message: 'The store does not answer.' }) }
  return { status: isHealthy ? 200 : 503, type: 'application/json; charset=utf-8', text: `${JSON.stringify(body)}\n` }
}

function metricsPage(routes: Routes): Page {
  return { status: 200, type: metricsType, text: metricsText([...routes.metrics(), ...processMetrics()]) }
}

/** By the names that Prometheus's own client libraries use. */
function processMetrics(): readonly Metric[] {
  const { user, system } = process.cpuUsage()
  const { rss, heapUsed } = process.memoryUsage()
  const gauge = (name: string, help: string, value: number): Metric => ({
    name,
    help,
    type: 'gauge',
    samples: [{ value }],
  })
  return [
    {
      name: 'process_cpu_seconds_total',
      help: 'User and system time of this process.',
      type: 'counter',
      samples: [{ value: (user + system) / 1e6 }],
    },
    gauge('process_resident_memory_bytes', 'Memory of this process.', rss),
    gauge('nodejs_heap_size_used_bytes', 'Heap that is in use.', heapUsed),
  ]
}

function plain(status: number, text: string): Page {
  return { status, type: 'text/plain; charset=utf-8', text }
}
