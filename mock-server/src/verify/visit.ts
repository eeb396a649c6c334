import type { Backend, BodyReader } from './backend.ts'
import { at, claim, cut, equal, type Json, Lacking } from './claim.ts'
import { type Hearing, hearing } from './hearing.ts'

export interface Answer {
  readonly status: number
  readonly body: Json
}

/** One check's way to a backend; what it opened is closed with it. */
export interface Visit {
  readonly backend: Backend
  /** `path` below `/delivery/v1`. */
  get(path: string, token?: string | null, headers?: Readonly<Record<string, string>>): Promise<Answer>
  post(path: string, body: Json, token?: string | null): Promise<Answer>
  /** As `get`, and it must be 200. */
  read(path: string): Promise<Json>
  open(): Hearing & { send(frame: Json): void; sendText(text: string): void }
  stream(query: string): Promise<Hearing>
  /** Sends one message; resolves with its change once `changes` tells it, and the position before. */
  appear(): Promise<Appeared>
  /** The last exchange in one line. */
  last(): string
  leave(): void
}

export interface Appeared {
  readonly epoch: string
  /** The offset before. */
  readonly before: number
  readonly itemId: string
  readonly item: Json
}

export function visit(backend: Backend): Visit {
  const { baseUrl, patienceMs = 10_000, without = [] } = backend
  const base = `${baseUrl}/delivery/v1`
  const ends: (() => void)[] = []
  let last = 'nothing was asked'

  const ask = async (line: string, headers: Readonly<Record<string, string>>, body?: Json): Promise<Answer> => {
    const [method = '', path = ''] = line.split(' ')
    const sent = body === undefined ? {} : { body: JSON.stringify(body) }
    const type = body === undefined ? {} : { 'content-type': 'application/json' }
    const answer = await backend.fetch(`${base}${path}`, { method, headers: { ...type, ...headers }, ...sent })
    const said = await answer.text()
    last = `${line} → ${answer.status} ${cut(said)}`
    return { status: answer.status, body: decoded(said) }
  }

  const get: Visit['get'] = (path, token = backend.token, headers = {}) =>
    ask(`GET ${path}`, { ...bearer(token), ...headers })

  const read: Visit['read'] = async (path) => {
    const { status, body } = await get(path)
    equal(status, 200, `status of ${path}`)
    return body
  }

  const open: Visit['open'] = () => {
    if (without.includes('socket')) throw new Lacking('it has no socket')
    const heard = hearing('socket', patienceMs)
    const unsent: string[] = []
    let isOpen = false
    const socket = backend.openSocket(`${base.replace(/^http/, 'ws')}/socket`, {
      opened() {
        isOpen = true
        for (const text of unsent.splice(0)) socket.send(text)
      },
      received: (text) => heard.hear(decoded(text)),
      closed: heard.end,
    })
    ends.push(() => socket.close())
    const sendText = (text: string): void => void (isOpen ? socket.send(text) : unsent.push(text))
    return { ...heard, sendText, send: (frame) => sendText(JSON.stringify(frame)) }
  }

  const stream: Visit['stream'] = async (query) => {
    if (without.includes('stream')) throw new Lacking('it has no stream')
    const answer = await backend.fetch(`${base}/stream?${query}`, { method: 'GET', headers: bearer(backend.token) })
    const type = answer.headers.get('content-type') ?? 'none'
    equal([answer.status, type.split(';')[0]], [200, 'text/event-stream'], 'status and type of the stream')
    claim(!!answer.body, 'the stream has a body')
    const heard = hearing('stream', patienceMs)
    const reader = answer.body.getReader()
    ends.push(() => void reader.cancel().catch(() => undefined))
    readEvents(reader, heard).then(
      () => heard.end(0),
      () => heard.end(1),
    )
    return heard
  }

  return {
    backend,
    get,
    read,
    open,
    stream,
    post: (path, body, token = backend.token) => ask(`POST ${path}`, bearer(token), body),
    appear: () => appear(backend, read, patienceMs),
    last: () => last,
    leave() {
      for (const end of ends) end()
    },
  }
}

async function appear({ send }: Backend, read: Visit['read'], patienceMs: number): Promise<Appeared> {
  if (!send) throw new Lacking('give a way to send a message')
  const now = await read('/snapshot?max=1')
  const [epoch, before] = [String(at(now, 'epoch')), Number(at(now, 'offset'))]
  await send()
  const until = performance.now() + patienceMs
  for (let pauseMs = 0; ; pauseMs = Math.min(500, pauseMs + 50)) {
    const news = await read(`/changes?epoch=${encodeURIComponent(epoch)}&after=${before}&max=1000`)
    const changes = at(news, 'changes')
    const added = Array.isArray(changes) ? changes.find((change) => at(change, 'type') === 'added') : undefined
    if (added) return { epoch, before, itemId: String(at(added, 'item.id')), item: at(added, 'item') ?? null }
    claim(performance.now() < until, `a message that was sent is told by /changes within ${patienceMs} ms`)
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
}

async function readEvents(reader: BodyReader, heard: Hearing): Promise<void> {
  const decoder = new TextDecoder()
  let rest = ''
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const events = (rest + decoder.decode(next.value, { stream: true })).split(/\r?\n\r?\n/)
    rest = events.pop() ?? ''
    for (const event of events) {
      const data = /^data: ?(.*)$/m.exec(event)?.[1]
      if (data !== undefined) heard.hear(decoded(data))
    }
  }
}

function bearer(token: string | null): Readonly<Record<string, string>> {
  return token === null ? {} : { authorization: `Bearer ${token}` }
}

function decoded(said: string): Json {
  try {
    return JSON.parse(said)
  } catch {
    return said
  }
}
