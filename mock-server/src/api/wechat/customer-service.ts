import type { Answer, Note } from '../answer.ts'
import type { Route } from '../route.ts'
import { type Called, call } from './call.ts'
import { readContent } from './customer-service-content.ts'
import { kfRoutes } from './customer-service-desk.ts'
import { mediaRoutes } from './customer-service-media.ts'
import { denied, failed, ok } from './wechat-answer.ts'

/** CS-1: `message/custom/send` and `typing`, and the desk accounts. */
export const customerServiceRoutes: readonly Route[] = [
  call({ id: 'wechat.custom.send', method: 'POST', path: '/cgi-bin/message/custom/send', handle: send }),
  call({ id: 'wechat.custom.typing', method: 'POST', path: '/cgi-bin/message/custom/typing', handle: typing }),
  ...kfRoutes,
  ...mediaRoutes,
]

async function send(called: Called): Promise<Answer> {
  const { platform, body, sender } = called
  const { touser, msgtype } = body
  const at = platform.clock.now()
  const note: Note = {
    kind: 'request',
    summary: `${sender.name} sends ${typeof msgtype === 'string' ? msgtype.slice(0, 20) : 'a message'} by customer service`,
    sender: sender.id,
    request: body,
  }
  if (!isOpenId(touser)) return failed({ code: 40003, at, note })
  const read = readContent(body)
  if (!read.ok)
    return failed({ code: read.code, at, note: { ...note, summary: `${note.summary}: ${read.field} is wrong` } })
  const kfAccount = await deskAccountOf(called)
  if (kfAccount === 'unknown') return failed({ code: 61452, at, note })
  const outcome = await platform.customerService.send({
    sender: sender.id,
    openid: touser,
    content: read.content,
    ...(kfAccount !== undefined && { kfAccount }),
  })
  const person = await platform.official.person(sender.id, touser)
  const known: Note = { ...note, explanation: outcome.explanation, ...(person && { person: person.id }) }
  return outcome.accepted ? ok(known) : denied(outcome.verdict, { at, note: known })
}

/** `customservice.kf_account`: one of the account's own, where it is named at all. */
async function deskAccountOf({ platform, body, sender }: Called): Promise<string | undefined> {
  const { customservice } = body
  if (typeof customservice !== 'object' || customservice === null || !('kf_account' in customservice)) return undefined
  const { kf_account: name } = customservice
  const accounts = await platform.customerService.desk.list(sender.id)
  return accounts.some(({ account }) => account === name) ? String(name) : 'unknown'
}

const typingCodes = { 'unknown-openid': 40003, 'no-traffic': 45080, 'typing-already': 45081 } as const

async function typing({ platform, body, sender }: Called): Promise<Answer> {
  const { touser, command } = body
  const at = platform.clock.now()
  const note: Note = { kind: 'request', summary: `${sender.name} is typing`, sender: sender.id, request: body }
  if (!isOpenId(touser)) return failed({ code: 40003, at, note })
  if (command !== 'Typing' && command !== 'CancelTyping') return failed({ code: 45072, at, note })
  const outcome = await platform.customerService.typing(sender.id, touser, command)
  return outcome === 'ok' ? ok(note) : failed({ code: typingCodes[outcome], at, note })
}

function isOpenId(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= 128
}
