import * as v from 'valibot'
import type { DeliverySession, Platform } from '../../platform/platform.ts'
import { reportKinds } from '../../platform/rulebook/numbers.ts'
import { type Answer, done } from '../answer.ts'
import { errorAnswer, refusal } from '../error-answer.ts'
import type { RequestContext } from '../route.ts'
import { malformed, reader, text } from '../shape.ts'

export const readReport = reader(
  v.object({ itemId: text(128), kind: v.picklist(reportKinds, `one of ${reportKinds.join(', ')}`) }, 'a JSON object'),
)

export const readSwitch = reader(
  v.object({ sender: v.exactOptional(text(128)), push: v.boolean('true or false') }, 'a JSON object'),
)

interface Report {
  readonly itemId: string
  readonly kind: (typeof reportKinds)[number]
}

/** MA-21: a recipient complains about an item of theirs; again is once. */
export async function report({ platform, body }: RequestContext<Report>, session: DeliverySession): Promise<Answer> {
  const sender = await platform.delivery.senderOf(session, body.itemId)
  if (sender === undefined) {
    const message = `Failed to report "${body.itemId}": this session sees no such item. Name one of the snapshot.`
    return refusal(404, { code: 'unknown-item', kind: 'request', message })
  }
  const { person } = session
  const { repeated } = await platform.governance.report({ person, sender, ...body })
  const summary = `${person} reports ${body.itemId} of ${sender} as ${body.kind}${repeated ? ' again' : ''}`
  return done({ repeated }, { kind: 'request', person, sender, summary })
}

/** The recipient's own switches (70011); the main one is for sessions of the host alone. */
export async function setSwitch(
  { platform, body }: RequestContext<{ readonly sender?: string; readonly push: boolean }>,
  session: DeliverySession,
): Promise<Answer> {
  const { person, scope } = session
  const sender = body.sender ?? (scope.kind === 'sender' ? scope.sender : undefined)
  const refused = (expected: string) =>
    errorAnswer(malformed({ field: 'sender', expected, received: JSON.stringify(body.sender) }), { kind: 'request' })
  if (scope.kind === 'sender' && sender !== scope.sender)
    return refused(`"${scope.sender}", the sender of this session`)
  if (sender === undefined) await platform.directory.setPush(person, body.push)
  else if (await platform.directory.sender(sender)) await platform.directory.setMuted(person, sender, !body.push)
  else return refused('the id of a sender that exists')
  const summary = `${person} switches push ${sender === undefined ? '' : `of ${sender} `}${body.push ? 'on' : 'off'}`
  return done(await switchesOf(platform, session), {
    kind: 'request',
    person,
    summary,
    ...(sender === undefined ? {} : { sender }),
  })
}

/** What a session may know of the switches: the main one, and its own senders'. */
export async function switchesOf(
  platform: Platform,
  { person, scope }: DeliverySession,
): Promise<{ readonly push: boolean; readonly muted: readonly string[] }> {
  const { push, muted } = await platform.directory.pushSwitches(person)
  return { push, muted: muted.filter((sender) => scope.kind === 'host' || sender === scope.sender) }
}
