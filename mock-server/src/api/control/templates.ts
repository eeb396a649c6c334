import * as v from 'valibot'
import type { Template } from '../../platform/world.ts'
import { type Answer, done, read } from '../answer.ts'
import { errorAnswer } from '../error-answer.ts'
import { type RequestContext, type Route, route } from '../route.ts'
import { malformed, reader, text } from '../shape.ts'
import { conflict, missing, operated } from './outcomes.ts'
import { readTemplate } from './records.ts'
import { otherId } from './senders.ts'

type Review = { readonly decision: 'approve' } | { readonly decision: 'reject'; readonly reason: string }

const readReview = reader(
  v.variant(
    'decision',
    [
      v.strictObject({ decision: v.literal('approve') }),
      v.strictObject({ decision: v.literal('reject'), reason: text(1_000) }),
    ],
    '{"decision": "approve"} or {"decision": "reject", "reason"}',
  ),
)

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
  route({
    id: 'control.templates.review',
    method: 'POST',
    path: '/control/v1/templates/:code/review',
    body: { read: readReview },
    handle: review,
  }),
]

async function readOne({ platform, params }: RequestContext): Promise<Answer> {
  const code = params['code'] ?? ''
  const template = await platform.directory.template(code)
  return template
    ? read(template)
    : missing('the template', { id: code, mend: 'GET /control/v1/templates lists them.' })
}

/** OA-12: ends a review. The developer's sends are told the reason of a rejection. */
async function review({ platform, params, body }: RequestContext<Review>): Promise<Answer> {
  const code = params['code'] ?? ''
  const found = await platform.directory.template(code)
  if (!found) return missing('the template', { id: code, mend: 'GET /control/v1/templates lists them.' })
  if (found.status !== 'in-review')
    return conflict(`Failed to review ${code}: it is ${found.status}. Put it with the status "in-review" first.`)
  const { reason: _, ...template } = found
  const next: Template =
    body.decision === 'approve'
      ? { ...template, status: 'approved' }
      : { ...template, status: 'rejected', reason: body.reason }
  await platform.directory.putTemplate(next)
  const because = 'reason' in body ? `: ${body.reason}` : ''
  return done(next, operated(`Template ${code} is ${next.status}${because}`, { sender: next.sender }))
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
