import type { Position } from '@minibell/protocol'
import * as v from 'valibot'
import type { DeliverySession } from '../../platform/platform.ts'
import { type Answer, read } from '../answer.ts'
import { errorAnswer } from '../error-answer.ts'
import type { Problem } from '../problem.ts'
import { shortText, wholeNumber } from '../query.ts'
import { type Dialect, type RequestContext, route } from '../route.ts'
import { malformed, type Read, reader, text } from '../shape.ts'
import { type ReceiptsBody, readReceipts, receive } from './receipts.ts'
import { readReport, readSwitch, report, setSwitch, switchesOf } from './reports.ts'
import { withSession } from './tokens.ts'
import { positionOf } from './waiting/event-text.ts'
import { held } from './waiting/held.ts'
import { changesInTime } from './waiting/news.ts'
import { eventStream, type StreamParts } from './waiting/stream.ts'

const readUse = reader(v.object({ sender: text(128) }, 'a JSON object'))

/** What may wait for one session: requests and streams, of all its devices and tabs. */
const mostHeld = 16
const longestWaitMs = 25_000

type Parts = Omit<StreamParts, 'held'>

/** docs/delivery-protocol.md over HTTP; its socket is in `socket/`. `close` ends streams and answers what waits. */
export function delivery(parts: Parts): { readonly dialect: Dialect; close(): void } {
  const waiting = held(mostHeld)
  return { dialect: dialectOf({ ...parts, held: waiting }), close: waiting.close }
}

function dialectOf(parts: StreamParts): Dialect {
  return {
    name: 'delivery',
    bases: ['/delivery/v1'],
    routes: [
      {
        id: 'delivery.changes',
        method: 'GET',
        path: '/delivery/v1/changes',
        handle: (context) => withSession(context, (session) => changes(context, session, parts)),
      },
      {
        id: 'delivery.stream',
        method: 'GET',
        path: '/delivery/v1/stream',
        handle: (context) => withSession(context, (session) => stream(context, session, parts)),
      },
      {
        id: 'delivery.snapshot',
        method: 'GET',
        path: '/delivery/v1/snapshot',
        handle: (context) => withSession(context, (session) => snapshot(context, session)),
      },
      route({
        id: 'delivery.receipts',
        method: 'POST',
        path: '/delivery/v1/receipts',
        body: { read: readReceipts },
        handle: (context) => withSession(context, (session) => receipts(context, session)),
      }),
      route({
        id: 'delivery.uses',
        method: 'POST',
        path: '/delivery/v1/uses',
        body: { read: readUse },
        handle: (context) => withSession(context, (session) => use(context, session)),
      }),
      route({
        id: 'delivery.reports',
        method: 'POST',
        path: '/delivery/v1/reports',
        body: { read: readReport },
        handle: (context) => withSession(context, (session) => report(context, session)),
      }),
      {
        id: 'delivery.switches.read',
        method: 'GET',
        path: '/delivery/v1/switches',
        handle: (context) => withSession(context, async (session) => read(await switchesOf(context.platform, session))),
      },
      route({
        id: 'delivery.switches',
        method: 'POST',
        path: '/delivery/v1/switches',
        body: { read: readSwitch },
        handle: (context) => withSession(context, (session) => setSwitch(context, session)),
      }),
    ],
    refuse,
  }
}

function refuse(problem: Problem): Answer {
  return errorAnswer(problem, { kind: 'request' })
}

async function changes(context: RequestContext, session: DeliverySession, parts: StreamParts): Promise<Answer> {
  const { platform, url, request } = context
  const from = positionIn(url.searchParams)
  if (!from.ok) return refuse(from.problem)
  const max = wholeNumber(url.searchParams, { name: 'max', min: 1, max: 1000, otherwise: 200 })
  if (!max.ok) return refuse(max.problem)
  const waitMs = wholeNumber(url.searchParams, { name: 'waitMs', min: 0, max: longestWaitMs, otherwise: 0 })
  if (!waitMs.ok) return refuse(waitMs.problem)
  const found = await changesInTime(platform, {
    ...parts,
    session,
    waitMs: waitMs.value,
    signal: request.signal,
    ask: () => platform.delivery.changes(session, { ...from.value, max: max.value }),
  })
  // A session may end while its request waits.
  return withSession(context, async () => read({ ...found, serverAt: platform.clock.now() }))
}

async function stream(
  { platform, url, request }: RequestContext,
  session: DeliverySession,
  parts: StreamParts,
): Promise<Answer> {
  const id = request.headers.get('last-event-id')
  const last = id === null ? undefined : positionOf(id)
  if (id !== null && !last)
    return refuse(malformed({ what: 'header Last-Event-ID', expected: 'an id of this stream', received: 'none' }))
  const from = positionIn(url.searchParams)
  if (!from.ok) return refuse(from.problem)
  return eventStream(platform, { ...parts, session, from: last ?? from.value })
}

function positionIn(query: URLSearchParams): Read<Position> {
  const epoch = shortText(query, { name: 'epoch', max: 128 })
  if (!epoch.ok) return epoch
  const after = wholeNumber(query, { name: 'after', min: 0, max: Number.MAX_SAFE_INTEGER, otherwise: 0 })
  if (!after.ok) return after
  return { ok: true, value: { epoch: epoch.value, offset: after.value } }
}

async function snapshot({ platform, url }: RequestContext, session: DeliverySession): Promise<Answer> {
  const cursor = url.searchParams.get('cursor') ?? undefined
  const max = wholeNumber(url.searchParams, { name: 'max', min: 1, max: 200, otherwise: 50 })
  if (!max.ok) return refuse(max.problem)
  const page = { max: max.value, ...(cursor === undefined ? {} : { cursor }) }
  const found = cursor === '' ? 'malformed-cursor' : await platform.delivery.snapshot(session, page)
  if (found !== 'malformed-cursor') return read({ ...found, serverAt: platform.clock.now() })
  const expected = 'the cursor of the page before, or none'
  return refuse(malformed({ what: 'query', field: 'cursor', expected, received: 'no cursor of this epoch' }))
}

/** The platform writes the rows of receipts and uses itself. */
async function receipts({ platform, body }: RequestContext<ReceiptsBody>, session: DeliverySession): Promise<Answer> {
  return read(await receive(platform, { session, body }))
}

async function use(
  { platform, body }: RequestContext<{ readonly sender: string }>,
  session: DeliverySession,
): Promise<Answer> {
  const { person, scope } = session
  const { sender } = body
  const refused = (expected: string) =>
    refuse(malformed({ field: 'sender', expected, received: JSON.stringify(sender) }))
  if (scope.kind === 'sender' && scope.sender !== sender)
    return refused(`"${scope.sender}", the sender of this session`)
  const { status } = (await platform.directory.sender(sender)) ?? {}
  if (status === undefined) return refused('the id of a sender that exists')
  if (status === 'removed') return refused('a mini-program that is available; this one was removed')
  await platform.directory.recordUse({ person, sender })
  return read({ lastUsedAt: await platform.directory.lastUsedAt(person, sender) })
}
