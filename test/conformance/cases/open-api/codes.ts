import { statement } from '../../case.ts'
import { equal } from '../../claim.ts'
import { at } from '../../json.ts'
import { idOfTemplate, refusedTemplate, sendTemplate } from '../../requests.ts'
import { moveTo, type Table } from '../../table.ts'
import { noon } from '../../world.ts'

const oa8 = statement('OA-8')

const settings = async (
  table: Table,
  body: { readonly [name: string]: string | { readonly [name: string]: number } },
) => equal((await table.put('/control/v1/open-api', body)).status, 200, 'status of the settings')

const typed = (table: Table, type: string) =>
  table.ask('POST', '/v2/miniprogram/message/send', { body: '{}', headers: { 'content-type': type } })

for (const type of ['application/json', 'application/json; charset=UTF-8', 'Application/JSON;charset="utf-8"'])
  oa8.accepts(`the type ${type}`, async (table) => {
    equal(at((await typed(table, type)).body, 'result.resultCode'), 'PARAM_ILLEGAL', 'resultCode of an empty object')
  })

for (const type of ['text/plain', 'application/xml', 'application/json; charset=ISO-8859-1'])
  oa8.refuses(`the type ${type}`, async (table) => {
    refusedTemplate(await typed(table, type), 'MEDIA_TYPE_NOT_ACCEPTABLE', 'OA-8')
  })

oa8.refuses('what is wrong first, first: method, type, path', async (table) => {
  const headers = { 'content-type': 'text/plain' }
  const code = async (method: string, path: string) =>
    at((await table.ask(method, path, { ...(method === 'POST' && { body: '{' }), headers })).body, 'result.resultCode')
  equal(await code('DELETE', '/v2/never'), 'METHOD_NOT_SUPPORTED', 'resultCode of a wrong method')
  equal(await code('POST', '/v2/never'), 'MEDIA_TYPE_NOT_ACCEPTABLE', 'resultCode of a wrong type')
  equal(at((await table.post('/v2/never', '{')).body, 'result.resultCode'), 'NO_INTERFACE_DEF', 'resultCode of a path')
})

const slow = { rate: { messages: 2, perMs: 1_000 } }

oa8.accepts('as many requests as the operator allows, and more a window later', async (table) => {
  await settings(table, slow)
  for (const requestId of ['a', 'b']) idOfTemplate(await sendTemplate(table, { requestId }))
  await moveTo(table, noon + 1_000)
  idOfTemplate(await sendTemplate(table, { requestId: 'c' }))
})

oa8.refuses('one request more than that; a repetition is none', async (table) => {
  await settings(table, slow)
  for (const requestId of ['a', 'b', 'a', 'b']) idOfTemplate(await sendTemplate(table, { requestId }))
  refusedTemplate(await sendTemplate(table, { requestId: 'c' }), 'REQUEST_TRAFFIC_EXCEED_LIMIT', 'OA-8')
})

oa8.refuses('one request more than that with U, where the operator says so', async (table) => {
  await settings(table, { ...slow, trafficStatus: 'U' })
  for (const requestId of ['a', 'b']) idOfTemplate(await sendTemplate(table, { requestId }))
  const { body } = await sendTemplate(table, { requestId: 'c' })
  equal(at(body, 'result.resultStatus'), 'U', 'resultStatus')
  equal(at(body, 'result.resultCode'), 'REQUEST_TRAFFIC_EXCEED_LIMIT', 'resultCode')
})

const no = { person: 'ada', sender: 'market', channel: 'INBOX', agreed: false }

oa8.accepts('one who is subscribed again, and any one in the profile source', async (table) => {
  await settings(table, { profile: 'current' })
  equal((await table.put('/control/v1/consents', no)).status, 200, 'status of a consent')
  equal((await table.put('/control/v1/consents', { ...no, agreed: true })).status, 200, 'status of a consent')
  idOfTemplate(await sendTemplate(table))
  await table.put('/control/v1/consents', no)
  await settings(table, { profile: 'source' })
  const answer = await sendTemplate(table, { requestId: 'again' })
  equal(at(answer.body, 'result.resultStatus'), 'S', 'resultStatus')
  equal(at(answer.body, 'messageId') ?? null, null, 'messageId in the profile source')
})

oa8.refuses('one who is not subscribed to the channel of the template', async (table) => {
  await settings(table, { profile: 'current' })
  await table.put('/control/v1/consents', no)
  refusedTemplate(await sendTemplate(table), 'USER_NOT_SUBSCRIBED', 'OA-8')
  idOfTemplate(await sendTemplate(table, { requestId: 'push', templateCode: 'TP_PUSH' }))
})

oa8.refuses('more to one person than the super app allows', async (table) => {
  await settings(table, { profile: 'current', frequency: { messages: 1, perMs: 3_600_000 } })
  idOfTemplate(await sendTemplate(table))
  refusedTemplate(await sendTemplate(table, { requestId: 'more' }), 'MESSAGE_SEND_EXCEED_LIMIT', 'OA-8')
  idOfTemplate(await sendTemplate(table, { requestId: 'other', accessToken: 'at-ben' }))
})

export const codes = oa8.cases
