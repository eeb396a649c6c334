import * as v from 'valibot'
import { capabilities } from '../../../platform/index.ts'
import type { Degree, ViolationKind } from '../../../platform/rulebook/numbers.ts'
import { degrees, violationKinds } from '../../../platform/rulebook/numbers.ts'
import type { Capability } from '../../../platform/world.ts'
import { type Answer, done, read } from '../../answer.ts'
import { type RequestContext, type Route, route } from '../../route.ts'
import { reader, text } from '../../shape.ts'
import { instant } from '../instant.ts'
import { conflict, missing, operated } from '../outcomes.ts'
import { idOf } from '../senders.ts'

const reason = v.exactOptional(text(1_000))
const said = text(1_000)

const readReview = reader(
  v.strictObject({ decision: v.picklist(['grant', 'refuse'], 'grant or refuse'), reason }, 'a JSON object'),
)
const readDisable = reader(v.strictObject({ until: v.exactOptional(instant), reason: said }, 'a JSON object'))
const readReason = reader(v.strictObject({ reason: said }, 'a JSON object'))
const readMaybe = reader(v.strictObject({ reason }, 'a JSON object'))
const readNothing = reader(v.strictObject({}, 'an empty JSON object'))
const readCapability = reader(
  v.strictObject(
    {
      capability: v.picklist(capabilities, `one of ${capabilities.join(', ')}`),
      until: v.exactOptional(instant),
      reason,
    },
    'a JSON object',
  ),
)

/** What an operator says of a violation. */
export const breach = {
  kind: v.exactOptional(v.picklist(violationKinds, `one of ${violationKinds.join(', ')}`)),
  degree: v.exactOptional(v.picklist(degrees, `one of ${degrees.join(', ')}`)),
  loss: v.exactOptional(text(1_000)),
}

const readViolation = reader(
  v.strictObject(
    {
      ...breach,
      kind: v.picklist(violationKinds, `one of ${violationKinds.join(', ')}`),
      reason: said,
      itemId: v.exactOptional(text(128)),
    },
    'a JSON object',
  ),
)

type Violation = {
  readonly kind: ViolationKind
  readonly degree?: Degree
  readonly reason: string
  readonly loss?: string
  readonly itemId?: string
}

const path = '/control/v1/senders/:id'

/** MA-6, MA-19: application, review, restriction measures and the ledger of one mini-program. */
export const governanceRoutes: readonly Route[] = [
  route({
    id: 'control.senders.apply',
    method: 'POST',
    path: `${path}/apply`,
    body: { read: readNothing, orElse: {} },
    handle: (context) => withSender(context, (id) => apply(context, id)),
  }),
  route({
    id: 'control.senders.capability',
    method: 'PUT',
    path: `${path}/capability`,
    body: { read: readCapability },
    handle: (context) => withSender(context, (id) => setCapability(context, id)),
  }),
  route({
    id: 'control.senders.review',
    method: 'POST',
    path: `${path}/review`,
    body: { read: readReview },
    handle: (context) => withSender(context, (id) => review(context, id)),
  }),
  route({
    id: 'control.senders.disable',
    method: 'POST',
    path: `${path}/disable`,
    body: { read: readDisable },
    handle: (context) => step(context, { capability: 'disabled', ...context.body }),
  }),
  route({
    id: 'control.senders.enable',
    method: 'POST',
    path: `${path}/enable`,
    body: { read: readMaybe, orElse: {} },
    handle: (context) => step(context, { capability: 'granted', ...context.body }),
  }),
  route({
    id: 'control.senders.revoke',
    method: 'POST',
    path: `${path}/revoke`,
    body: { read: readReason },
    handle: (context) => step(context, { capability: 'revoked', ...context.body }),
  }),
  route({
    id: 'control.senders.remove',
    method: 'POST',
    path: `${path}/remove`,
    body: { read: readReason },
    handle: (context) => setStatus(context, 'removed'),
  }),
  route({
    id: 'control.senders.restore',
    method: 'POST',
    path: `${path}/restore`,
    body: { read: readMaybe, orElse: {} },
    handle: (context) => setStatus(context, 'available'),
  }),
  {
    id: 'control.senders.standing',
    method: 'GET',
    path: `${path}/standing`,
    handle: (context) => withSender(context, async (id) => read(await context.platform.governance.standing(id))),
  },
  route({
    id: 'control.violations.record',
    method: 'POST',
    path: `${path}/violations`,
    body: { read: readViolation },
    handle: (context) => withSender(context, (id) => record(context, id)),
  }),
  route({
    id: 'control.violations.dismiss',
    method: 'POST',
    path: `${path}/violations/:number/dismiss`,
    body: { read: readReason },
    handle: (context) => withSender(context, (id) => dismiss(context, id)),
  }),
  route({
    id: 'control.messages.refuse',
    method: 'POST',
    path: `${path}/messages/:message/refuse`,
    body: { read: readReason },
    handle: (context) => withSender(context, (id) => refuseMessage(context, id)),
  }),
]

/** Goes on with the id of the path when the sender exists. */
export async function withSender<Body>(
  context: RequestContext<Body>,
  go: (id: string) => Promise<Answer>,
): Promise<Answer> {
  const id = idOf(context)
  if (await context.platform.directory.sender(id)) return go(id)
  return missing('the sender', { id, mend: 'GET /control/v1/senders lists them.' })
}

type Step = { readonly capability: Capability; readonly until?: number; readonly reason?: string }

function step(
  context: Pick<RequestContext, 'platform' | 'params'> & RequestContext<unknown>,
  to: Step,
): Promise<Answer> {
  return withSender(context, async (id) => {
    const { capability, disabledUntil } = await context.platform.governance.setCapability(id, to)
    const body = { capability, ...(disabledUntil === undefined ? {} : { disabledUntil }) }
    return done(body, operated(`Capability of ${id} is ${capability}`, { sender: id }))
  })
}

function setCapability(context: RequestContext<Step>, _: string): Promise<Answer> {
  return step(context, context.body)
}

/** MA-6: the developer's application, for those who have no page of theirs at hand; judged as theirs is. */
async function apply({ platform }: Pick<RequestContext, 'platform'>, id: string): Promise<Answer> {
  const result = await platform.governance.apply(id)
  if (result.accepted) return done({ capability: 'in-review' }, operated(`${id} applies`, { sender: id }))
  const { expected, received, hint } = result.verdict
  return conflict(`Failed to apply for ${id}: ${expected} is expected, ${received}. ${hint.en}`)
}

async function review(
  { platform, body }: RequestContext<{ readonly decision: 'grant' | 'refuse'; readonly reason?: string }>,
  id: string,
): Promise<Answer> {
  if (!(await platform.governance.review(id, body)))
    return conflict(`Failed to review ${id}: nothing is in review. Wait for POST /miniapp/v1/capability/apply.`)
  const capability = body.decision === 'grant' ? 'granted' : 'refused'
  return done({ capability }, operated(`The application of ${id} is ${capability}`, { sender: id }))
}

function setStatus(
  context: RequestContext<{ readonly reason?: string }>,
  status: 'available' | 'removed',
): Promise<Answer> {
  return withSender(context, async (id) => {
    await context.platform.governance.setStatus(id, { status, ...context.body })
    return done({ status }, operated(`Sender ${id} is ${status}`, { sender: id }))
  })
}

async function record({ platform, body }: RequestContext<Violation>, id: string): Promise<Answer> {
  const violation = await platform.governance.record(id, body)
  const { points, capability, status } = await platform.governance.standing(id)
  const note = operated(`A violation of ${id} is recorded: ${body.kind}`, { sender: id })
  return done({ violation, points, capability, status }, note)
}

async function dismiss(
  { platform, params, body }: RequestContext<{ readonly reason: string }>,
  id: string,
): Promise<Answer> {
  const number = params['number'] ?? ''
  const found = /^\d{1,9}$/.test(number) && (await platform.governance.dismiss(id, { id: Number(number), ...body }))
  if (!found)
    return missing('the violation', { id: number, mend: `GET /control/v1/senders/${id}/standing lists them.` })
  return done({}, operated(`Violation ${number} of ${id} is taken back`, { sender: id }))
}

async function refuseMessage(
  { platform, params, body }: RequestContext<{ readonly reason: string }>,
  id: string,
): Promise<Answer> {
  const message = params['message'] ?? ''
  if (!(await platform.governance.refuseMessage(id, { id: message, ...body })))
    return missing('the message', { id: message, mend: 'POST /miniapp/v1/messages answers its id.' })
  return done({}, operated(`Message ${message} of ${id} is refused`, { sender: id }))
}
