import type { SenderRecord } from '../../platform/world.ts'
import { type Answer, done, read } from '../answer.ts'
import { errorAnswer } from '../error-answer.ts'
import { type RequestContext, type Route, route } from '../route.ts'
import { malformed } from '../shape.ts'
import { missing, operated } from './outcomes.ts'
import { readSender, unlessTaken } from './records.ts'

const mend = 'GET /control/v1/senders lists them.'

/** Mini-programs and official accounts. */
export const senderRoutes: readonly Route[] = [
  {
    id: 'control.senders.list',
    method: 'GET',
    path: '/control/v1/senders',
    handle: async ({ platform }) => read({ senders: await platform.directory.senders() }),
  },
  { id: 'control.senders.read', method: 'GET', path: '/control/v1/senders/:id', handle: readOne },
  route({
    id: 'control.senders.put',
    method: 'PUT',
    path: '/control/v1/senders/:id',
    body: { read: readSender },
    handle: put,
  }),
]

/** The `:id` of the path. */
export function idOf({ params }: { readonly params: Readonly<Record<string, string>> }): string {
  return params['id'] ?? ''
}

/** A whole record whose own id is not the one in the path. */
export function otherId(field: string, ids: { readonly inPath: string; readonly inBody: string }): Answer {
  const received = JSON.stringify(ids.inBody)
  return errorAnswer(malformed({ field, expected: `${JSON.stringify(ids.inPath)}, as in the path`, received }), {
    kind: 'control',
  })
}

async function readOne({ platform, params }: RequestContext): Promise<Answer> {
  const id = idOf({ params })
  const sender = await platform.directory.sender(id)
  return sender ? read(sender) : missing('the sender', { id, mend })
}

async function put({ platform, params, body }: RequestContext<SenderRecord>): Promise<Answer> {
  const id = idOf({ params })
  if (body.id !== id) return otherId('id', { inPath: id, inBody: body.id })
  const taken = await unlessTaken(() => platform.directory.putSender(body))
  if (taken) return taken
  return done(body, operated(`Sender ${id} is put`, { sender: id }))
}
