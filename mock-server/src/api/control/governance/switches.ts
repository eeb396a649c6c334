import * as v from 'valibot'
import { type Answer, done, read } from '../../answer.ts'
import { type RequestContext, type Route, route } from '../../route.ts'
import { reader, text } from '../../shape.ts'
import { missing, operated } from '../outcomes.ts'
import { idOf } from '../senders.ts'

/** A recipient's push switch: the main one without a sender, else that sender's (70011). */
const readSwitch = reader(
  v.strictObject({ sender: v.exactOptional(text(128)), push: v.boolean('true or false') }, 'a JSON object'),
)

interface Switch {
  readonly sender?: string
  readonly push: boolean
}

/** What the recipient switched off, and switching in their name. */
export const switchRoutes: readonly Route[] = [
  {
    id: 'control.persons.switches',
    method: 'GET',
    path: '/control/v1/persons/:id/switches',
    handle: (context) => told(context),
  },
  route({
    id: 'control.persons.switch',
    method: 'PUT',
    path: '/control/v1/persons/:id/switches',
    body: { read: readSwitch },
    handle: change,
  }),
]

async function told({ platform, params }: Pick<RequestContext, 'platform' | 'params'>): Promise<Answer> {
  const id = idOf({ params })
  if (await platform.directory.person(id)) return read(await platform.directory.pushSwitches(id))
  return missing('the person', { id, mend: 'GET /control/v1/persons lists them.' })
}

async function change({ platform, params, body }: RequestContext<Switch>): Promise<Answer> {
  const id = idOf({ params })
  const { sender, push } = body
  if (!(await platform.directory.person(id)))
    return missing('the person', { id, mend: 'GET /control/v1/persons lists them.' })
  if (sender === undefined) await platform.directory.setPush(id, push)
  else if (await platform.directory.sender(sender)) await platform.directory.setMuted(id, sender, !push)
  else return missing('the sender', { id: sender, mend: 'GET /control/v1/senders lists them.' })
  const what = sender === undefined ? 'Message push' : `Push of ${sender}`
  const summary = `${what} is switched ${push ? 'on' : 'off'} for ${id}`
  return done(await platform.directory.pushSwitches(id), operated(summary, { person: id }))
}
