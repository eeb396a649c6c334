import { statement } from '../../case.ts'
import { claim, equal } from '../../claim.ts'
import { at, list } from '../../json.ts'
import { marketId, refusedTemplate, snapshot } from '../../requests.ts'
import { explained, type Table } from '../../table.ts'

const oa11 = statement('OA-11')

/** The sample of the source's page but for the ids that belong to this world. */
const sample = {
  appId: marketId,
  accessToken: 'at-ada',
  redirectUrl: '20191127190741010007013213123xxxx',
  templateCode: 'TP_SMS',
  actionUrl: '/pages/bill/detail',
  templates: [
    { templateParameters: { who: 'string to represent a name, e.g. XiaoMing', order: '1' }, language: 'en-US' },
  ],
  extendInfo: { memo: 'memo' },
}

const post = (table: Table, body: object) => table.post('/v2/miniprogram/message/send', JSON.stringify(body))

const lenient = async (table: Table) =>
  equal((await table.put('/control/v1/open-api', { mode: 'lenient' })).status, 200, 'status of the settings')

oa11.refuses('the sample to the letter, and says that requestId is missing', async (table) => {
  const { extendInfo: _, ...literal } = sample
  const answer = await post(table, literal)
  refusedTemplate(answer, 'PARAM_ILLEGAL', 'OA-2')
  claim((await explained(table, answer)).text.includes('requestId'), `the journal names requestId: ${table.last()}`)
})

oa11.refuses('a request id in redirectUrl that is no page', async (table) => {
  const { extendInfo: _, ...literal } = sample
  const answer = await post(table, { ...literal, requestId: 'r', templateCode: 'TP_INBOX' })
  refusedTemplate(answer, 'PARAM_ILLEGAL', 'OA-3')
})

oa11.accepts('the sample where the operator is lenient, once however often it comes', async (table) => {
  await lenient(table)
  const body = { ...sample, templateCode: 'TP_INBOX' }
  const first = await post(table, body)
  equal(at(first.body, 'result.resultStatus'), 'S', 'resultStatus')
  equal(at(first.body, 'extendInfo'), { memo: 'memo' }, 'extendInfo')
  equal(at((await post(table, body)).body, 'messageId'), at(first.body, 'messageId') ?? null, 'messageId of the second')
  const items = list(at(await snapshot(table, 'host-ada'), 'items'))
  equal(items.length, 1, 'items')
  equal(at(items[0], 'item.message.jump.path'), 'pages/bill/detail', 'the page of actionUrl')
})

oa11.accepts('a redirectUrl that is a page before an actionUrl, where the operator is lenient', async (table) => {
  await lenient(table)
  const redirectUrl = 'pages/home/index'
  await post(table, { ...sample, templateCode: 'TP_INBOX', redirectUrl })
  const items = list(at(await snapshot(table, 'host-ada'), 'items'))
  equal(at(items[0], 'item.message.jump.path'), redirectUrl, 'the page of redirectUrl')
})

export const samples = oa11.cases
