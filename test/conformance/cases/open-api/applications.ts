import { statement } from '../../case.ts'
import { equal } from '../../claim.ts'
import { at, type Json, list } from '../../json.ts'
import { idOfTemplate, refusedTemplate, sendTemplate, snapshot } from '../../requests.ts'
import type { Table } from '../../table.ts'

const oa12 = statement('OA-12')

const template = (fields: { readonly [name: string]: Json }) => ({
  code: 'TP_NEW',
  sender: 'market',
  channel: 'INBOX',
  name: 'New',
  status: 'approved',
  defaultLanguage: 'en-US',
  texts: { 'en-US': { title: 'New', content: 'Hello ${who}.' } },
  ...fields,
})

const put = async (table: Table, fields: { readonly [name: string]: Json }) =>
  equal((await table.put('/control/v1/templates/TP_NEW', template(fields))).status, 200, 'status of the template')

const templates = [{ language: 'en-US', templateParameters: { who: 'Ada' } }]
const send = (table: Table) => sendTemplate(table, { templateCode: 'TP_NEW', templates })

oa12.accepts('a template that the portal holds approved, with its channel and texts', async (table) => {
  await put(table, {})
  const read = await table.get('/control/v1/templates/TP_NEW')
  equal(read.body, template({}), 'the template')
  idOfTemplate(await send(table))
})

oa12.accepts('a template from the moment of its approval', async (table) => {
  await put(table, { status: 'in-review' })
  refusedTemplate(await send(table), 'TEMPLATE_NOT_EXIST', 'OA-12')
  await put(table, {})
  idOfTemplate(await send(table))
})

for (const status of ['in-review', 'rejected', 'withdrawn', 'disabled'])
  oa12.refuses(`a template that is ${status}`, async (table) => {
    await put(table, { status })
    refusedTemplate(await send(table), 'TEMPLATE_NOT_EXIST', 'OA-12')
    equal(list(at(await snapshot(table, 'host-ada'), 'items')).length, 0, 'items')
  })

oa12.refuses('a template of another mini-program', async (table) => {
  await put(table, { sender: 'stall' })
  refusedTemplate(await send(table), 'TEMPLATE_NOT_EXIST', 'OA-12')
})

oa12.refuses('a mini-program without the message feature, and one that was removed', async (table) => {
  await table.put('/control/v1/senders/market/capability', { capability: 'not-applied' })
  refusedTemplate(await sendTemplate(table), 'ACCESS_DENIED', 'OA-12')
})

const oa9 = statement('OA-9')

oa9.accepts('200 posts with one id at once, and delivers once', async (table) => {
  const answers = await Promise.all(Array.from({ length: 200 }, () => sendTemplate(table)))
  const ids = new Set(answers.map(idOfTemplate))
  equal(ids.size, 1, 'message ids')
  equal(list(at(await snapshot(table, 'host-ada'), 'items')).length, 1, 'items')
})

oa9.refuses('all but one of many bodies that come with one id at once', async (table) => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, number) => sendTemplate(table, { redirectUrl: `pages/bill/detail?id=${number}` })),
  )
  const codes = answers.map(({ body }) => at(body, 'result.resultCode'))
  equal(codes.filter((code) => code === 'SUCCESS').length, 1, 'accepted')
  equal(codes.filter((code) => code === 'REPEAT_REQ_INCONSISTENT').length, 19, 'refused')
  equal(list(at(await snapshot(table, 'host-ada'), 'items')).length, 1, 'items')
})

export const messageApplications = [...oa12.cases, ...oa9.cases]
