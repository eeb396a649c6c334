import {
  cache,
  createInbox,
  type Inbox,
  type InboxHost,
  outbox,
  pagedHistory,
  type Transport,
  webSocket,
} from '@minibell/client'
import type { memoryStorage } from '@minibell/client/testing'
import type { Socket, SocketEvents, VirtualTime } from '@minibell/ports'
import { virtualTime } from '@minibell/ports'

/** An inbox of one person whose platform answers at once, and whose requests are counted. */
export interface Bench {
  readonly inbox: Inbox
  readonly time: VirtualTime
  /** A text frame of the platform. */
  say(text: string): void
  readonly requests: () => number
}

/**
 * Milliseconds of the processor that the page's own thread has used, which is how long it stood still on a machine with nothing else to
 * do: what the engine collects and compiles beside it keeps nobody waiting, and others on the machine move a clock.
 */
export function cpuMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

/** What an item weighs on the wire, as others have it: a title, a line and a link. */
export function itemOf(offset: number): object {
  const jump = { kind: 'page', sender: 'kijani', path: 'pages/bill/detail', query: { id: String(offset) } }
  const message = { kind: 'service', title: 'Your bill', content: 'KSh 1,240 is due on 28 November.', jump }
  return { id: `m${offset}`, offset, sender: 'kijani', message, placement: 'list', sentAt: 1.7e12 + offset }
}

const senders = [{ id: 'kijani', name: 'Kijani', status: 'available', muted: false }]

/** The inbox is live; `before`: items that are on the platform when it starts, `isReady`: with the texts of all their pages. */
export async function benchOf(
  options: {
    readonly keep?: number
    readonly before?: number
    readonly isReady?: boolean
    readonly storage?: ReturnType<typeof memoryStorage>
  } = {},
): Promise<Bench> {
  const { keep = Number.POSITIVE_INFINITY, before = 0, isReady = false, storage } = options
  const time = virtualTime()
  let requests = 0
  let line: SocketEvents | undefined

  const answer = (url: string): object => {
    const [path = '', query = ''] = url.split('?')
    if (path.endsWith('/receipts')) return { accepted: [], refused: [] }
    const given = (name: string): number => Number(new RegExp(`${name}=(\\d+)`).exec(query)?.[1] ?? 0)
    const changes = { epoch: 'e1', recovered: true, base: 0, top: before, from: before, to: before, changes: [] }
    if (path.endsWith('/changes')) return changes
    const last = (given('cursor') || before + 1) - 1
    const first = Math.max(0, last - given('max'))
    const items = Array.from({ length: last - first }, (_, at) => ({ item: itemOf(last - at), marks: ['delivered'] }))
    const counts = { total: before, unseen: before, unread: before }
    const more = first > 0 ? { cursor: String(first + 1) } : {}
    return { epoch: 'e1', offset: before, items, senders, counts, ...more, serverAt: time.now() }
  }
  const ready = new Map(isReady ? pagesOf(answer) : [])
  const hear = (text: string): void => {
    const { type } = JSON.parse(text)
    if (type === 'auth')
      say(
        JSON.stringify({ type: 'hello', protocol: 1, epoch: 'e1', base: 0, top: before, pingMs: 25_000, serverAt: 0 }),
      )
    if (type === 'resume') say(JSON.stringify({ type: 'resumed', ...answer('/changes') }))
  }
  const say = (text: string): void => line?.received(text)
  const socket: Socket = (_, events) => {
    line = events
    Promise.resolve().then(() => events.opened())
    return { send: (text) => void Promise.resolve().then(() => hear(text)), close: () => undefined }
  }
  const host: InboxHost & { readonly socket: Socket } = {
    socket,
    http(request) {
      requests += 1
      const body = ready.get(request.url) ?? JSON.stringify(answer(request.url))
      return { response: Promise.resolve({ status: 200, headers: {}, body }), abort() {} }
    },
    clock: time,
    timers: time,
    random: () => 0.5,
    report(error) {
      throw error
    },
  }
  const transports: readonly Transport<typeof host>[] = [webSocket()]
  const session = { url: '', person: 'amina', getToken: () => 'token' }
  const kept = storage && { cache: cache(storage), outbox: outbox(storage) }
  const inbox = createInbox({ host, session, transports, keep, history: pagedHistory(), ...kept })
  inbox.start()
  await time.advance(0)
  return { inbox, time, say, requests: () => requests }
}

/** Every page that the client asks for, by its address: the platform's work is nobody's here. */
function pagesOf(answer: (url: string) => object): readonly (readonly [string, string])[] {
  const pages: [string, string][] = []
  const add = (url: string): string | undefined => {
    const body = answer(url)
    pages.push([url, JSON.stringify(body)])
    return 'cursor' in body ? String(body.cursor) : undefined
  }
  const base = '/delivery/v1/snapshot'
  let cursor = add(`${base}?max=50`)
  for (let held = 50; cursor !== undefined; ) {
    const max = held < 200 ? 50 : 200
    cursor = add(`${base}?max=${max}&cursor=${cursor}`)
    held += max
  }
  return pages
}

/** One message, as the platform says it. */
export function arrival(offset: number): string {
  return JSON.stringify(batchOf({ type: 'added', offset, item: itemOf(offset) }))
}

/** The frame that tells one change. */
export function batchOf(change: { readonly offset: number }): object {
  return { type: 'batch', epoch: 'e1', from: change.offset - 1, to: change.offset, changes: [change] }
}

/** An inbox to which `count` items came one by one. */
export async function filled(count: number): Promise<Bench> {
  const bench = await benchOf()
  for (let offset = 1; offset <= count; offset += 1) bench.say(arrival(offset))
  return bench
}
