import type { SenderRecord } from '../../platform/world.ts'
import type { Answer } from '../answer.ts'
import type { RequestContext } from '../route.ts'
import { refused, requestVerdict } from './wording.ts'

type Asked = Pick<RequestContext, 'platform'>

/** Goes on with the mini-program that the body names. */
export function withSender(
  context: RequestContext<{ readonly miniappId: string }>,
  go: (sender: SenderRecord) => Promise<Answer>,
): Promise<Answer> {
  return named(context, context.body.miniappId, go)
}

/** Goes on with the mini-program that the query names. */
export function withNamedSender(
  context: RequestContext,
  go: (sender: SenderRecord) => Answer | Promise<Answer>,
): Promise<Answer> {
  return named(context, context.url.searchParams.get('miniappId') ?? '', go)
}

async function named(
  { platform }: Asked,
  miniappId: string,
  go: (sender: SenderRecord) => Answer | Promise<Answer>,
): Promise<Answer> {
  const sender = await platform.directory.senderByWireId('miniapp', miniappId)
  if (sender) return go(sender)
  const shown = miniappId.slice(0, 80)
  const fact = { field: 'miniappId', expected: 'the id of a registered mini-program', received: `"${shown}"` }
  return refused(requestVerdict(fact), { kind: 'request', summary: `Unknown mini-program "${shown}"` })
}
