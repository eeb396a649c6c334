import * as v from 'valibot'
import type { DeliverySession } from '../../platform/platform.ts'
import { type Answer, read } from '../answer.ts'
import { errorAnswer } from '../error-answer.ts'
import type { Problem } from '../problem.ts'
import { shortText, wholeNumber } from '../query.ts'
import { type Dialect, type RequestContext, route } from '../route.ts'
import { malformed, reader, text } from '../shape.ts'
import { type ReceiptsBody, readReceipts, receive } from './receipts.ts'
import { readReport, readSwitch, report, setSwitch, switchesOf } from './reports.ts'
import { withSession } from './tokens.ts'

const readUse = reader(v.object({ sender: text(128) }, 'a JSON object'))

/** docs/delivery-protocol.md over HTTP; its socket is in `socket/`. */
export function delivery(): Dialect {
  return {
    name: 'delivery',
    bases: ['/delivery/v1'],
    routes: [
      {
        id: 'delivery.changes',
        method: 'GET',
        path: '/delivery/v1/changes',
        handle: (context) => withSession(context, (session) => changes(context, session)),
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

async function changes({ platform, url }: RequestContext, session: DeliverySession): Promise<Answer> {
  const epoch = shortText(url.searchParams, { name: 'epoch', max: 128 })
  if (!epoch.ok) return refuse(epoch.problem)
  const after = wholeNumber(url.searchParams, { name: 'after', min: 0, max: Number.MAX_SAFE_INTEGER, otherwise: 0 })
  if (!after.ok) return refuse(after.problem)
  const max = wholeNumber(url.searchParams, { name: 'max', min: 1, max: 1000, otherwise: 200 })
  if (!max.ok) return refuse(max.problem)
  return read(await platform.delivery.changes(session, { epoch: epoch.value, offset: after.value, max: max.value }))
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
