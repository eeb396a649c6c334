import * as v from 'valibot'
import { type Answer, done, read } from '../answer.ts'
import { type RequestContext, type Route, route } from '../route.ts'
import { reader } from '../shape.ts'
import { missing, operated } from './outcomes.ts'
import { idOf } from './senders.ts'

const readSwitch = reader(v.strictObject({ enabled: v.boolean('true or false') }, 'a JSON object'))

/** The rules and their switches; a switched-off rule never speaks. */
export const ruleRoutes: readonly Route[] = [
  {
    id: 'control.rules.list',
    method: 'GET',
    path: '/control/v1/rules',
    handle: async ({ platform }) => read({ rules: platform.rules.list() }),
  },
  route({
    id: 'control.rules.put',
    method: 'PUT',
    path: '/control/v1/rules/:id',
    body: { read: readSwitch },
    handle: put,
  }),
]

async function put({ platform, params, body }: RequestContext<{ readonly enabled: boolean }>): Promise<Answer> {
  const id = idOf({ params })
  if (!platform.rules.setEnabled(id, body.enabled))
    return missing('the rule', { id, mend: 'GET /control/v1/rules lists them.' })
  await platform.processes.tell()
  return done({ id, enabled: body.enabled }, operated(`Rule ${id} is switched ${body.enabled ? 'on' : 'off'}`))
}
