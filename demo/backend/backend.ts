import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What this shop has kept for its customers since long before it knew of inboxes. */
export interface Notification {
  readonly id: string
  readonly user: string
  readonly headline: string
  readonly text: string
  /** `bill?id=2041`, a place in the shop's own app. */
  readonly link: string
  /** ISO 8601. */
  readonly createdAt: string
  read: boolean
}

export interface Backend {
  /** `http://localhost:PORT`. */
  readonly url: string
  close(): Promise<void>
}

/** Rows of one answer. */
const page = 50
const largestBody = 65_536

/**
 * A plain list over HTTP, as many services have one: no log, no positions, no sockets. `GET /notifications` newest first,
 * `POST /notifications`, `PUT /notifications/ID/read`, each with the user's token as `Authorization: Bearer`.
 */
export async function startBackend(options: {
  readonly port?: number
  /** User by token. */
  readonly tokens: Readonly<Record<string, string>>
}): Promise<Backend> {
  const { port = 4511, tokens } = options
  const kept: Notification[] = []
  const server = createServer((request, response) => {
    answer(request, { kept, user: userOf(request, tokens) }).then(
      (told) => write(response, told),
      () => write(response, { status: 400, body: { error: 'The body is no JSON of 65,536 bytes or fewer.' } }),
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve)
  })
  // A bound TCP server has an address of this kind.
  return { url: `http://localhost:${(server.address() as AddressInfo).port}`, close: () => close(server) }
}

interface Told {
  readonly status: number
  readonly body?: unknown
}

interface Place {
  readonly kept: Notification[]
  readonly user: string | undefined
}

async function answer(request: IncomingMessage, { kept, user }: Place): Promise<Told> {
  if (user === undefined) return { status: 401, body: { error: 'Sign in again.' } }
  const [, id] = /^\/notifications\/([^/]+)\/read$/.exec(request.url ?? '') ?? []
  const own = kept.filter((one) => one.user === user)
  if (request.method === 'PUT' && id !== undefined) return { status: readOne(own, id) }
  if (request.url !== '/notifications') return { status: 404, body: { error: 'There is no such path.' } }
  if (request.method === 'GET') return { status: 200, body: { notifications: own.slice(-page).reverse() } }
  if (request.method !== 'POST') return { status: 405, body: { error: 'GET or POST.' } }
  return add(kept, user, await bodyOf(request))
}

function readOne(own: readonly Notification[], id: string): number {
  const found = own.find((one) => one.id === id)
  if (!found) return 404
  found.read = true
  return 204
}

function add(kept: Notification[], user: string, body: unknown): Told {
  const { headline, text, link } = Object(body)
  if (![headline, text, link].every((part) => typeof part === 'string' && part !== ''))
    return { status: 400, body: { error: 'Give headline, text and link.' } }
  const id = `n-${kept.length + 1}`
  kept.push({ id, user, headline, text, link, createdAt: new Date().toISOString(), read: false })
  return { status: 201, body: { id } }
}

function userOf({ headers }: IncomingMessage, tokens: Readonly<Record<string, string>>): string | undefined {
  const token = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? ''
  return Object.hasOwn(tokens, token) ? tokens[token] : undefined
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = ''
  for await (const piece of request) {
    text += piece
    if (text.length > largestBody) throw new RangeError('too long')
  }
  return JSON.parse(text)
}

function write(response: ServerResponse, { status, body }: Told): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
  response.end(body === undefined ? undefined : JSON.stringify(body))
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
