import { claim } from './claim.ts'
import type { Doors } from './doors.ts'
import { at, decoded, type Json } from './json.ts'
import { type DeliverySocket, openDelivery } from './socket.ts'
import { type DeliveryStream, openStream } from './stream.ts'

export interface Answer {
  readonly status: number
  readonly body: Json
  readonly text: string
  /** `MA-3`, or `ok`, of the header `minibell-verdict`. */
  readonly verdict: string
  /** The row of the journal that explains it. */
  readonly journalId: string
  /** A header of the answer; `null` where there is none. */
  header(name: string): string | null
}

/** What a case sits at: a platform to ask. Bodies that are texts go out as they are. */
export interface Table {
  ask(method: string, path: string, options?: AskOptions): Promise<Answer>
  get(path: string, token?: string): Promise<Answer>
  post(path: string, body: Json, token?: string): Promise<Answer>
  put(path: string, body: Json): Promise<Answer>
  /** A delivery socket; closed when the case ends. */
  open(): DeliverySocket
  /** A delivery stream; closed when the case ends. */
  stream(query: string, token: string, lastEventId?: string): Promise<DeliveryStream>
  /** The last exchange in one line. */
  last(): string
  leave(): void
  /** Where the platform is, without a slash at the end. */
  readonly baseUrl: string
}

export interface AskOptions {
  readonly body?: Json
  readonly headers?: Readonly<Record<string, string>>
}

export function sitDown(doors: Doors): Table {
  const sockets: (DeliverySocket | DeliveryStream)[] = []
  let last = 'nothing was asked'

  const ask: Table['ask'] = async (method, path, { body, headers = {} } = {}) => {
    const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
    const answered = await doors.fetch(`${doors.baseUrl}${path}`, {
      method,
      headers: text === undefined ? headers : { 'content-type': 'application/json', ...headers },
      ...(text === undefined ? {} : { body: text }),
    })
    const said = await answered.text()
    last = `${method} ${path} ${(text ?? '').slice(0, 300)} → ${answered.status} ${said.slice(0, 500)}`
    const [verdict = '', journalId = ''] = (answered.headers.get('minibell-verdict') ?? '').split('; ')
    return {
      status: answered.status,
      body: decoded(said),
      text: said,
      verdict,
      journalId,
      header: (name) => answered.headers.get(name),
    }
  }

  return {
    ask,
    get: (path, token) => ask('GET', path, { headers: bearer(token) }),
    post: (path, body, token) => ask('POST', path, { body, headers: bearer(token) }),
    put: (path, body) => ask('PUT', path, { body }),
    open() {
      const socket = openDelivery(doors)
      sockets.push(socket)
      return socket
    },
    async stream(query, token, lastEventId) {
      const last = lastEventId === undefined ? {} : { 'last-event-id': lastEventId }
      const stream = await openStream(doors, query, { ...bearer(token), ...last })
      sockets.push(stream)
      return stream
    },
    baseUrl: doors.baseUrl,
    last: () => last,
    leave() {
      for (const socket of sockets) socket.close()
    },
  }
}

function bearer(token: string | undefined): Record<string, string> {
  return token === undefined ? {} : { authorization: `Bearer ${token}` }
}

/** Moves the platform's clock; a platform that cannot is not to be tested further. */
export async function moveTo(table: Table, instant: number): Promise<void> {
  const answer = await table.post('/control/v1/clock', { moveTo: instant })
  claim(answer.status === 200 && at(answer.body, 'at') === instant, `the clock did not move: ${table.last()}`)
}

/** What the journal says of an answer, as one text. */
export async function explained(table: Table, answer: Answer): Promise<Answer> {
  return table.get(`/control/v1/journal/${answer.journalId}`)
}
