import { statement } from '../../case.ts'
import { claim, equal } from '../../claim.ts'
import { at, type Json, list } from '../../json.ts'
import { idOfTemplate, marketId, refusedTemplate, sendTemplate, snapshot } from '../../requests.ts'
import { moveTo, type Table } from '../../table.ts'
import { hour, noon } from '../../world.ts'

const oa9 = statement('OA-9')

const items = async (table: Table): Promise<number> => list(at(await snapshot(table, 'host-ada'), 'items')).length

oa9.accepts('a repetition with the same answer, and delivers once', async (table) => {
  const first = await sendTemplate(table)
  const second = await sendTemplate(table)
  equal(idOfTemplate(second), idOfTemplate(first), 'messageId of the repetition')
  equal(await items(table), 1, 'items')
})

oa9.accepts('a repetition days later, when the token was refreshed', async (table) => {
  const first = await sendTemplate(table)
  await moveTo(table, noon + 50 * hour)
  const second = await sendTemplate(table, { accessToken: 'at-ada-again' })
  equal(idOfTemplate(second), idOfTemplate(first), 'messageId of the repetition')
  equal(await items(table), 1, 'items')
})

oa9.accepts('the same JSON in another order of keys', async (table) => {
  const first = await sendTemplate(table)
  const other: Json = {
    templates: [{ templateParameters: { order: 'A7', who: 'Ada' }, language: 'en-US' }],
    redirectUrl: 'pages/bill/detail?id=7',
    templateCode: 'TP_INBOX',
    requestId: 'request-1',
    accessToken: 'at-ada',
    appId: marketId,
  }
  const second = await table.post('/v2/miniprogram/message/send', JSON.stringify(other, null, 3))
  equal(idOfTemplate(second), idOfTemplate(first), 'messageId of the repetition')
})

oa9.accepts('another id as another message', async (table) => {
  const first = idOfTemplate(await sendTemplate(table))
  const second = idOfTemplate(await sendTemplate(table, { requestId: 'request-2' }))
  claim(first !== second, 'two ids are two messages')
  equal(await items(table), 2, 'items')
})

oa9.accepts('the same id of another client as another message', async (table) => {
  const body = {
    appId: marketId,
    accessToken: 'at-ada',
    requestId: 'request-1',
    templateCode: 'TP_INBOX',
    redirectUrl: 'pages/bill/detail?id=7',
    templates: [{ language: 'en-US', templateParameters: { who: 'Ada', order: 'A7' } }],
  }
  const send = (client: string) =>
    table.ask('POST', '/v2/miniprogram/message/send', { body, headers: { 'client-id': client } })
  claim(idOfTemplate(await send('one')) !== idOfTemplate(await send('two')), 'two clients are two messages')
})

for (const [what, changes] of [
  ['another page', { redirectUrl: 'pages/bill/detail?id=8' }],
  ['another recipient', { accessToken: 'at-ben' }],
  ['another template', { templateCode: 'TP_PUSH' }],
  ['another text', { templates: [{ language: 'en-US', templateParameters: { who: 'Ada', order: 'A8' } }] }],
  ['one more field', { extendInfo: 'new' }],
] as const)
  oa9.refuses(`the same id with ${what}`, async (table) => {
    idOfTemplate(await sendTemplate(table))
    refusedTemplate(await sendTemplate(table, changes), 'REPEAT_REQ_INCONSISTENT', 'OA-9')
    equal(await items(table), 1, 'items')
  })

const oa10 = statement('OA-10')

oa10.accepts('a token of this user, this app and this scope, as the operator issues it', async (table) => {
  const issued = await table.post('/control/v1/access-tokens', { person: 'dan', sender: 'market' })
  const accessToken = String(at(issued.body, 'token'))
  idOfTemplate(await sendTemplate(table, { accessToken }))
  equal(list(at(await snapshot(table, 'host-dan'), 'items')).length, 1, 'items of the user behind the token')
})

oa10.accepts('a token to its last millisecond', async (table) => {
  await moveTo(table, noon + hour - 1)
  idOfTemplate(await sendTemplate(table, { accessToken: 'at-hour' }))
})

for (const [what, accessToken, code] of [
  ['an expired token', 'at-late', 'EXPIRED_ACCESS_TOKEN'],
  ['an unknown token', 'at-nobody', 'INVALID_ACCESS_TOKEN'],
  ['a token of another app', 'at-stall', 'ACCESS_DENIED'],
  ['a token without the scope', 'at-mute', 'ACCESS_DENIED'],
] as const)
  oa10.refuses(what, async (table) => {
    refusedTemplate(await sendTemplate(table, { accessToken }), code, 'OA-10')
    equal(await items(table), 0, 'items')
  })

oa10.refuses('a token from the moment when it runs out', async (table) => {
  await moveTo(table, noon + hour)
  refusedTemplate(await sendTemplate(table, { accessToken: 'at-hour' }), 'EXPIRED_ACCESS_TOKEN', 'OA-10')
})

export const templateTrust = [...oa9.cases, ...oa10.cases]
