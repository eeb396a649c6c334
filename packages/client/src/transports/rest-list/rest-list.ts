import type { Clock, Http, HttpExchange, HttpRequest, HttpResponse } from '@minibell/ports'
import type { Receipt, ReceiptKind, Sender } from '@minibell/protocol'
import { type ListedRow, type LocalLog, localLog } from './local-log.ts'

/** An existing list of notifications, and how one of its rows is an item. */
export interface RestListOptions<Row> {
  /** Where the list is, newest or oldest first; asked with the session's token as `Authorization: Bearer`. */
  readonly url: string
  /** One row as an item; `undefined`: it is not for this inbox. */
  map(row: Row): ListedRow | undefined
  /** The rows of an answer; default: the answer itself, which must be a list. */
  rows?(answer: unknown): readonly Row[]
  /** The list holds all there is: what is not in it any more was withdrawn. Default: of what is newer than its oldest row alone. */
  readonly isWhole?: boolean
  /** What tells the backend that something happened to a row; `undefined` or absent: this device alone knows. */
  tell?(kind: ReceiptKind, itemId: string): Pick<HttpRequest, 'method' | 'url' | 'body'> | undefined
  /** Names, icons and switches; a sender that is not among them is shown by its id. */
  readonly senders?: readonly Sender[]
}

type Host = { readonly http: Http; readonly clock: Clock }

/**
 * A host's `http` on which an existing REST list answers as a delivery platform would: `createInbox({ host: { ...host, http:
 * restList(host, { url, map }) }, transports: [polling()] })`. A poll reads the list and brings what changed; requests for other paths go
 * through. One inbox each.
 */
export function restList<Row>(host: Host, options: RestListOptions<Row>): Http {
  const { senders = [] } = options
  const log = localLog(host.clock.now().toString(36).padStart(9, '0'), senders)
  return (request) => {
    const [, name = '', query = ''] = /\/delivery\/v1\/(\w+)(?:\?(.*))?$/.exec(request.url) ?? []
    const answer = Object.keys(answers).includes(name) && answers[name]
    if (!answer) return host.http(request)
    const { http, all } = abortable(host.http)
    const given = (key: string): string => new RegExp(`(?:^|&)${key}=([^&]*)`).exec(query)?.[1] ?? ''
    const call: Call = { host: { ...host, http }, options, senders, log, request, given, listOf: mapped(options) }
    const abort = (): void => {
      for (const one of all) one.abort()
    }
    return { response: answer(call).then(answerOf, faultOf), abort }
  }
}

interface Call {
  readonly host: Host
  readonly options: Pick<RestListOptions<unknown>, 'url' | 'isWhole' | 'tell'>
  readonly senders: readonly Sender[]
  listOf(answer: unknown): readonly ListedRow[]
  readonly log: LocalLog
  readonly request: HttpRequest
  given(key: string): string
}

/** A refusal in the protocol's words. */
class Refusal extends Error {
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

const answers: Readonly<Record<string, (call: Call) => Promise<unknown>>> = {
  async changes(call) {
    await refresh(call)
    const { log, host, given } = call
    const found = log.changes(decodeURIComponent(given('epoch')), Number(given('after')), Number(given('max')) || 200)
    return { ...found, serverAt: host.clock.now() }
  },
  async snapshot(call) {
    await refresh(call)
    const { log, host, given, senders } = call
    const page = log.snapshot(Number(given('max')) || 50, Number(given('cursor')) || Infinity)
    return { ...page, senders, serverAt: host.clock.now() }
  },
  async receipts(call) {
    const { receipts }: { readonly receipts: readonly Receipt[] } = JSON.parse(call.request.body ?? '')
    const accepted: string[] = []
    const refused: { readonly receiptId: string; readonly code: string }[] = []
    for (const receipt of receipts) {
      const { receiptId } = receipt
      const outcome = await receive(call, receipt)
      if (outcome === 'accepted') accepted.push(receiptId)
      if (outcome === 'refused') refused.push({ receiptId, code: 'unknown-item' })
    }
    return { accepted, refused }
  },
  uses: async ({ host }) => ({ lastUsedAt: host.clock.now() }),
}

/** The backend hears of it first; what it cannot be told now is said again later. */
async function receive(call: Call, receipt: Receipt): Promise<'accepted' | 'refused' | 'later'> {
  const { log, options } = call
  const { kind } = receipt
  if ('itemId' in receipt && !log.has(receipt.itemId)) return 'refused'
  for (const itemId of log.lacking(kind, receipt)) {
    const telling = options.tell && options.tell(kind, itemId)
    const { status } = telling ? await ask(call, telling).catch(() => ({ status: 0 })) : { status: 200 }
    if (status === 401) throw expired()
    if (status < 200 || status >= 500 || status === 429) return 'later'
    if (status >= 400) return 'refused'
    log.mark(kind, [itemId])
  }
  return 'accepted'
}

async function refresh(call: Call): Promise<void> {
  const { log, options, host, listOf } = call
  const { status, body } = await ask(call, { method: 'GET', url: options.url })
  if (status === 401) throw expired()
  if (status >= 400)
    throw new Refusal(status, `http-${status}`, `Failed to read the list: ${options.url} answered ${status}. Mend url.`)
  const rows = listOf(parsed(body, options.url))
  log.update(rows, { isWhole: !!options.isWhole, now: host.clock.now() })
}

const mapped =
  <Row>({ rows, map }: RestListOptions<Row>) =>
  (answer: unknown): readonly ListedRow[] => {
    const wrong = (what: string): Refusal =>
      new Refusal(400, 'malformed', `Failed to read the list: ${what}. Mend rows or map.`)
    // Without `rows` the answer is the list; `map` knows what is in it.
    const list = rows ? rows(answer) : (answer as readonly Row[])
    if (!Array.isArray(list)) throw wrong(`it is ${JSON.stringify(list)?.slice(0, 80)} and no array`)
    const found: ListedRow[] = []
    for (const row of list) {
      const one = attempt(
        () => map(row),
        (error) => wrong(`map threw ${String(error)} on ${JSON.stringify(row)?.slice(0, 200)}`),
      )
      if (one && !(one.id && one.sender && Object(one.message).kind && one.sentAt >= 0))
        throw wrong(`map made ${JSON.stringify(one)?.slice(0, 200)}, which lacks id, sender, message or sentAt`)
      if (one) found.push(one)
    }
    return found
  }

function attempt<Value>(act: () => Value, refusal: (error: unknown) => Refusal): Value {
  try {
    return act()
  } catch (error) {
    throw refusal(error)
  }
}

/** A page of some proxy is no list, and may be one the next time. */
function parsed(body: string, url: string): unknown {
  return attempt(
    () => JSON.parse(body),
    () => new Refusal(502, 'failed', `Failed to read the list: what ${url} answered is no JSON. Try again later.`),
  )
}

const expired = (): Refusal => new Refusal(401, 'expired', 'The list refused this token.')

function ask({ host, request }: Call, to: Pick<HttpRequest, 'method' | 'url' | 'body'>): Promise<HttpResponse> {
  const { authorization = '' } = request.headers ?? {}
  const type = to.body === undefined ? {} : { 'content-type': 'application/json' }
  return host.http({ ...to, headers: { authorization, ...type } }).response
}

function answerOf(body: unknown): HttpResponse {
  return { status: 200, headers: {}, body: JSON.stringify(body) }
}

/** What a port rejected with is rejected again: there was no answer. */
function faultOf(error: unknown): HttpResponse {
  if (!(error instanceof Refusal)) throw error
  const { status, code, message } = error
  return { status, headers: {}, body: JSON.stringify({ error: { code, message } }) }
}

function abortable(http: Http): { readonly http: Http; readonly all: Set<HttpExchange> } {
  const all = new Set<HttpExchange>()
  return {
    all,
    http(request) {
      const one = http(request)
      all.add(one)
      return one
    },
  }
}
