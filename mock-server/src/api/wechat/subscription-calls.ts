import type { Answer } from '../answer.ts'
import type { Route } from '../route.ts'
import { type Called, call } from './call.ts'
import { messageOf, wordingOf } from './send-calls.ts'
import { noteOf } from './template-calls.ts'
import { denied, failed, ok } from './wechat-answer.ts'

/** Messages to those who subscribed, followers or not. */
export const subscriptionRoutes: readonly Route[] = [
  call({ id: 'wechat.subscribe.bizsend', method: 'POST', path: '/cgi-bin/message/subscribe/bizsend', handle: bizsend }),
  call({ id: 'wechat.subscribe.once', method: 'POST', path: '/cgi-bin/message/template/subscribe', handle: once }),
  call({
    id: 'wechat.subscribe.send',
    method: 'POST',
    path: '/cgi-bin/message/subscribe/send',
    // Mini-programs alone have it, with tokens of their own.
    handle: async (called) =>
      failed({ code: 48001, at: called.platform.clock.now(), note: noteOf(called, 'calls what mini-programs may') }),
  }),
]

/** `page` is an address of the account's own. */
async function bizsend(called: Called): Promise<Answer> {
  const { page } = called.body
  return send(called, typeof page === 'string' && page !== '' ? { url: page } : {})
}

/** `title` of at most 15 characters, `data.content.value` of at most 200, `scene` 0 to 10,000. */
async function once(called: Called): Promise<Answer> {
  const { body, platform, sender } = called
  const { title, scene } = body
  const { data } = messageOf(sender.id, body)
  const content = data === 'malformed' ? undefined : data['content']
  const wrong = [
    ['title', isText(title, 15)],
    ['scene', /^\d{1,5}$/.test(String(scene)) && Number(scene) <= 10_000],
    ['data.content.value', isText(content, 200)],
  ].find(([, isRight]) => !isRight)
  const note = noteOf(called, 'sends to a subscriber')
  if (wrong)
    return failed({ code: 47003, at: platform.clock.now(), message: `argument invalid! ${wrong[0]} invalid`, note })
  return send(called, { oneTimeTitle: String(title) })
}

async function send(called: Called, more: { readonly url?: string; readonly oneTimeTitle?: string }): Promise<Answer> {
  const { platform, body, sender } = called
  const { url, ...request } = messageOf(sender.id, body)
  const outcome = await platform.official.sends.sendSubscribed({
    ...request,
    ...(url !== undefined && { url }),
    ...more,
  })
  const person = await platform.official.person(sender.id, request.openid)
  const note = {
    ...noteOf(called, `sends to the subscriber ${person?.name ?? 'of an unknown openid'}`),
    explanation: outcome.explanation,
    ...(person && { person: person.id }),
  }
  if (outcome.accepted) return ok(note)
  return denied(outcome.verdict, { at: platform.clock.now(), note, ...wordingOf(outcome.verdict) })
}

function isText(value: unknown, max: number): boolean {
  return typeof value === 'string' && value !== '' && Array.from(value).length <= max
}
