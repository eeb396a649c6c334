import type { Template } from '../../platform/world.ts'
import { type Answer, done, read } from '../answer.ts'
import { errorAnswer } from '../error-answer.ts'
import { type RequestContext, type Route, route } from '../route.ts'
import { malformed } from '../shape.ts'
import { missing, operated } from './outcomes.ts'
import { readTemplate } from './records.ts'
import { otherId } from './senders.ts'

/** What the portal holds (OA-12). */
export const templateRoutes: readonly Route[] = [
  {
    id: 'control.templates.list',
    method: 'GET',
    path: '/control/v1/templates',
    handle: async ({ platform }) => read({ templates: await platform.directory.templates() }),
  },
  { id: 'control.templates.read', method: 'GET', path: '/control/v1/templates/:code', handle: readOne },
  route({
    id: 'control.templates.put',
    method: 'PUT',
    path: '/control/v1/templates/:code',
    body: { read: readTemplate },
    handle: put,
  }),
]

async function readOne({ platform, params }: RequestContext): Promise<Answer> {
  const code = params['code'] ?? ''
  const template = await platform.directory.template(code)
  return template
    ? read(template)
    : missing('the template', { id: code, mend: 'GET /control/v1/templates lists them.' })
}

async function put({ platform, params, body }: RequestContext<Template>): Promise<Answer> {
  const code = params['code'] ?? ''
  if (body.code !== code) return otherId('code', { inPath: code, inBody: body.code })
  if (!(await platform.directory.sender(body.sender)))
    return missing('the sender', { id: body.sender, mend: 'GET /control/v1/senders lists them.' })
  if (!Object.hasOwn(body.texts, body.defaultLanguage)) {
    const expected = `one of the languages in "texts": ${Object.keys(body.texts).join(', ').slice(0, 200) || 'none'}`
    const received = JSON.stringify(body.defaultLanguage)
    return errorAnswer(malformed({ field: 'defaultLanguage', expected, received }), { kind: 'control' })
  }
  await platform.directory.putTemplate(body)
  return done(body, operated(`Template ${code} is put`, { sender: body.sender }))
}
