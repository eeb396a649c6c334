import type { SenderRecord } from '../../platform/world.ts'
import { type Answer, read } from '../answer.ts'
import { type RequestContext, type Route, route } from '../route.ts'
import { meaning } from './codes.ts'
import { readApplication } from './shapes.ts'
import { withNamedSender, withSender } from './with-sender.ts'
import { business, refused } from './wording.ts'

/** MA-6, MA-19: the developer's page about their own capability. */
export const capabilityRoutes: readonly Route[] = [
  route({
    id: 'miniapp.capability.apply',
    method: 'POST',
    path: '/miniapp/v1/capability/apply',
    body: { read: readApplication },
    handle: (context) => withSender(context, (sender) => apply(context, sender)),
  }),
  {
    id: 'miniapp.capability.read',
    method: 'GET',
    path: '/miniapp/v1/capability',
    handle: (context) => withNamedSender(context, (sender) => standing(context, sender)),
  },
  {
    id: 'miniapp.internal-messages',
    method: 'GET',
    path: '/miniapp/v1/internal-messages',
    handle: (context) =>
      withNamedSender(context, async ({ id }) => said({ messages: await context.platform.governance.letters(id) })),
  },
]

function said(data: unknown): Answer {
  return read({ code: 0, message: meaning(0), data })
}

async function apply({ platform }: Pick<RequestContext, 'platform'>, sender: SenderRecord): Promise<Answer> {
  const result = await platform.governance.apply(sender.id)
  const summary = `${sender.name} applies for the message capability`
  const note = { kind: 'request' as const, sender: sender.id, summary, explanation: result.explanation }
  if (!result.accepted) return refused(result.verdict, note)
  return business(0, { message: meaning(0), data: { capability: 'in-review' }, verdict: 'ok', note })
}

/** Who complained is nobody's business but the operator's. */
async function standing({ platform }: RequestContext, sender: SenderRecord): Promise<Answer> {
  const { violations, ...page } = await platform.governance.standing(sender.id)
  return said({ ...page, violations: violations.map(({ person: _, ...violation }) => violation) })
}
