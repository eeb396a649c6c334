import * as v from 'valibot'
import { type Answer, done, read } from '../../answer.ts'
import { type RequestContext, type Route, route } from '../../route.ts'
import { reader } from '../../shape.ts'
import { operated } from '../outcomes.ts'
import { withSender } from './standing.ts'

const readMark = reader(
  v.strictObject(
    { upTo: v.exactOptional(v.pipe(v.number('a whole number'), v.safeInteger(), v.minValue(0))) },
    'a JSON object',
  ),
)

const path = '/control/v1/senders/:id/internal-messages'

/** What the platform told the developer, and how far the developer has read. */
export const letterRoutes: readonly Route[] = [
  {
    id: 'control.senders.internal-messages',
    method: 'GET',
    path,
    handle: (context) => withSender(context, (id) => list(context, id)),
  },
  route({
    id: 'control.senders.internal-messages.read',
    method: 'POST',
    path: `${path}/read`,
    body: { read: readMark, orElse: {} },
    handle: (context) => withSender(context, (id) => mark(context, id)),
  }),
]

async function list({ platform }: Pick<RequestContext, 'platform'>, id: string): Promise<Answer> {
  const [messages, readUpTo] = await Promise.all([platform.governance.letters(id), platform.governance.lettersRead(id)])
  return read({ messages, readUpTo })
}

async function mark({ platform, body }: RequestContext<{ readonly upTo?: number }>, id: string): Promise<Answer> {
  const readUpTo = await platform.governance.readLetters(id, body.upTo)
  return done({ readUpTo }, operated(`The internal messages of ${id} are read up to ${readUpTo}`, { sender: id }))
}
