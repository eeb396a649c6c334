import type { Clock, Http, HttpRequest, HttpResponse, Socket } from '@minibell/ports'
import type { Receipt } from '@minibell/protocol'
import { type FakeLog, fakeLog, type NewChange } from './fake-log.ts'
import { type FakeConnection, fakeSocket } from './fake-socket.ts'

/** A small delivery platform behind ports, and its levers: for tests of clients, surfaces and adapters. */
export interface FakePlatform {
  readonly http: Http
  readonly socket: Socket
  readonly log: FakeLog
  /** Appends each, and says them in one batch on every live socket. */
  append(...changes: readonly NewChange[]): void
  /** Oldest first. */
  readonly requests: readonly HttpRequest[]
  readonly connections: readonly FakeConnection[]
  /** Receipts that were processed, oldest first. */
  readonly receipts: readonly Receipt[]
  /** Senders of `POST /uses`. */
  readonly uses: readonly string[]
  /** Levers; all may be set at any time. */
  readonly levers: Levers
}

/** What makes a fake platform misbehave. */
export interface Levers {
  /** Tokens that are good and tokens that ran out; any other is unknown. Absent: every token is good. */
  tokens?: { readonly good: readonly string[]; readonly expired: readonly string[] }
  /** Comes before every answer: what it gives is answered instead; a rejection is the network's. */
  before?: (request: HttpRequest) => Answer | undefined | Promise<Answer | undefined>
  /** Sockets close before they open. */
  noSockets?: boolean
  /** At most so many changes or items an answer. */
  pageSize?: number
}

/** `status` 200 unless given; a text `body` goes out as it is, anything else as JSON. */
export interface Answer {
  readonly status?: number
  readonly body?: unknown
}

/** Everything answers within microtasks. */
export function fakePlatform(clock: Clock, log: FakeLog = fakeLog()): FakePlatform {
  const requests: HttpRequest[] = []
  const receipts: Receipt[] = []
  const uses: string[] = []
  const levers: Levers = {}
  const { socket, connections } = fakeSocket(log, { clock, levers })

  const route = (request: HttpRequest): unknown => {
    const [path = '', query = ''] = request.url.split('?')
    const given = (name: string): string | undefined => new RegExp(`(?:^|&)${name}=([^&]*)`).exec(query)?.[1]
    const max = Math.min(Number(given('max')), levers.pageSize ?? 1000)
    const cursor = given('cursor')
    if (path.endsWith('/changes'))
      return log.changes(decodeURIComponent(given('epoch') ?? ''), Number(given('after')), max)
    if (path.endsWith('/snapshot')) return log.snapshot(max, cursor, clock.now())
    const body = JSON.parse(request.body ?? '{}')
    if (path.endsWith('/uses')) uses.push(body.sender)
    if (!path.endsWith('/receipts')) return { lastUsedAt: clock.now() }
    receipts.push(...body.receipts)
    const before = log.position().offset
    const answer = log.receive(body.receipts)
    push(before)
    return answer
  }

  const refusal = (request: HttpRequest): Answer | undefined => {
    const token = request.headers?.['authorization']?.slice(7) ?? ''
    const code = levers.tokens?.expired.includes(token) ? 'expired' : 'unauthorized'
    if (!levers.tokens || levers.tokens.good.includes(token)) return
    return { status: 401, body: { error: { code, message: `Token ${token} is ${code}.` } } }
  }

  const respond = async (request: HttpRequest): Promise<HttpResponse> => {
    const { status = 200, body } = (await levers.before?.(request)) ?? refusal(request) ?? { body: route(request) }
    return { status, headers: {}, body: typeof body === 'string' ? body : JSON.stringify(body) }
  }

  const push = (from: number): void => {
    const { epoch, offset: to } = log.position()
    const changes = log.log().filter(({ offset }) => offset > from)
    if (to > from) for (const one of connections) if (one.isLive()) one.say({ type: 'batch', epoch, from, to, changes })
  }

  return {
    socket,
    log,
    requests,
    connections,
    receipts,
    uses,
    levers,
    append(...changes) {
      const before = log.position().offset
      for (const change of changes) log.append(change)
      push(before)
    },
    http(request) {
      requests.push(request)
      let abort: () => void = () => undefined
      const aborted = new Promise<never>((_, reject) => {
        abort = () => reject(new Error('aborted'))
      })
      aborted.catch(() => undefined)
      return { response: Promise.race([respond(request), aborted]), abort: () => abort() }
    },
  }
}
