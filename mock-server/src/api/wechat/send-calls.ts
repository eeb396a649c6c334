import type { TemplateMessage } from '../../platform/official-account/sends/template-sends.ts'
import type { Verdict } from '../../platform/verdict.ts'
import type { Answer } from '../answer.ts'
import type { Route } from '../route.ts'
import { type Called, call, type JsonObject, readObject } from './call.ts'
import { noteOf } from './template-calls.ts'
import { denied, failed, ok } from './wechat-answer.ts'

/** WT-1 to WT-6 on the wire: sends, and the quota. */
export const sendRoutes: readonly Route[] = [
  call({ id: 'wechat.template.send', method: 'POST', path: '/cgi-bin/message/template/send', handle: send }),
  call({ id: 'wechat.template.blocked', method: 'POST', path: '/wxa/sec/queryblocktmplmsg', handle: blocked }),
  call({ id: 'wechat.clear-quota', method: 'POST', path: '/cgi-bin/clear_quota', handle: clearQuota }),
  call({
    id: 'wechat.uniform-send',
    method: 'POST',
    path: '/cgi-bin/message/wxopen/template/uniform_send',
    handle: async (called) =>
      failed({ code: 45109, at: called.platform.clock.now(), note: noteOf(called, 'calls what is withdrawn') }),
  }),
]

/** Of `client_msg_id`, in UTF-16 units; no page names a length. */
const longestId = 128

async function send(called: Called): Promise<Answer> {
  const { platform, sender, body } = called
  const at = platform.clock.now()
  const request = messageOf(sender.id, body)
  if ((request.clientMsgId ?? '').length > longestId) {
    const message = 'argument invalid! client_msg_id invalid'
    return failed({ code: 47003, at, message, note: noteOf(called, 'sends with an id that is too long') })
  }
  const outcome = await platform.official.sends.send(request)
  const person = await platform.official.person(sender.id, request.openid)
  const note = {
    ...noteOf(called, `sends ${request.templateId.slice(0, 8)}… to ${person?.name ?? 'an unknown openid'}`),
    explanation: outcome.explanation,
    ...(person && { person: person.id }),
  }
  if (!outcome.accepted) return denied(outcome.verdict, { at, note, ...wordingOf(outcome.verdict) })
  const { msgId } = outcome
  const answer = { errcode: 0, errmsg: 'ok', msgid: msgId }
  // JSON.stringify has no 64-bit integers, so the body is written as text.
  return {
    ...ok({ ...note, answer }),
    body: `{"errcode":0,"errmsg":"ok","msgid":${msgId}}`,
    type: 'application/json; charset=utf-8',
  }
}

/** `errmsg` where the text of the code does not do: 47003 names the key, and what no code is made for says why. */
export function wordingOf({ code, rule, expected, hint }: Verdict): { readonly message?: string } {
  if (code === 47003) return { message: `argument invalid! ${expected.split(':')[0] ?? ''}` }
  return code === 50002 ? { message: `user limited, ${rule}: ${hint.en}` } : {}
}

/** A body of `template/send`. Fields that are not what they should be are read as missing: the rules say so. */
export function messageOf(sender: string, body: JsonObject): TemplateMessage {
  const clientMsgId = textOf(body['client_msg_id'])
  const url = textOf(body['url'])
  const miniProgram = jumpOf(body['miniprogram'])
  return {
    sender,
    openid: textOf(body['touser']) ?? '',
    templateId: textOf(body['template_id']) ?? '',
    ...(url !== undefined && { url }),
    ...(miniProgram && { miniProgram }),
    data: dataOf(body['data']),
    ...(clientMsgId !== undefined && { clientMsgId }),
    ...statedOf(body['minibell']),
  }
}

/** Ours, ignored by the real platform: what triggered the message, what it is about, why it is exempt (WT-2, WT-6). */
function statedOf(value: unknown): Pick<TemplateMessage, 'trigger' | 'circumstance' | 'subject'> {
  const stated = objectOf(value) ?? {}
  const trigger = objectOf(stated['trigger'])
  const kind = textOf(trigger?.['kind'])
  const about = textOf(trigger?.['subject'])
  const circumstance = textOf(stated['circumstance'])
  const subject = textOf(stated['subject'])
  return {
    ...(kind !== undefined && { trigger: { kind, ...(about !== undefined && { subject: about }) } }),
    ...(circumstance !== undefined && { circumstance }),
    ...(subject !== undefined && { subject }),
  }
}

/** Clients send an empty object where there is no jump, and some `path` for `pagepath`. */
function jumpOf(value: unknown): TemplateMessage['miniProgram'] {
  const jump = objectOf(value)
  const appId = textOf(jump?.['appid'])
  if (!jump || appId === undefined) return undefined
  return { appId, pagePath: textOf(jump['pagepath']) ?? textOf(jump['path']) ?? '' }
}

function dataOf(value: unknown): TemplateMessage['data'] {
  const members = objectOf(value)
  if (!members) return 'malformed'
  return Object.fromEntries(Object.entries(members).map(([key, member]) => [key, textValue(member)]))
}

/** `{"value": text}`; numbers are taken as text. */
function textValue(member: unknown): string | undefined {
  const value = objectOf(member)?.['value']
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? value : undefined
}

/** `msginfo` is a list also where it is empty, as a real answer was. */
async function blocked(called: Called): Promise<Answer> {
  const { platform, sender, body } = called
  const templateId = textOf(body['tmpl_msg_id'])
  const after = body['largest_id'] ?? 0
  const max = body['limit'] ?? 100
  const note = noteOf(called, 'asks for blocked messages')
  const at = platform.clock.now()
  if (templateId === undefined) return failed({ code: 40036, at, note })
  if (!isCount(after) || !isCount(max) || max < 1 || max > 100) return failed({ code: 47003, at, note })
  const found = await platform.official.sends.blocked(sender.id, { templateId, after, max })
  const msginfo = found.map(({ id, templateId: tmpl_msg_id, title, content, sentAt, openid }) => ({
    ...{ id, tmpl_msg_id, title, content },
    send_timestamp: Math.floor(sentAt / 1_000),
    openid,
  }))
  return ok(note, { msginfo })
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}

async function clearQuota(called: Called): Promise<Answer> {
  const { platform, sender, body } = called
  const at = platform.clock.now()
  const note = noteOf(called, 'clears its quota')
  if (body['appid'] !== sender.wireId) return failed({ code: 40013, at, note })
  const isCleared = await platform.official.sends.clearQuota(sender.id)
  return isCleared ? ok(note) : failed({ code: 48006, at, note })
}

/** An empty text is none. */
function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function objectOf(value: unknown): JsonObject | undefined {
  const read = readObject(value)
  return read.ok ? read.value : undefined
}
