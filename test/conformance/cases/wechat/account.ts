import { statement } from '../../case.ts'
import { claim, equal } from '../../claim.ts'
import { at } from '../../json.ts'
import { moveTo, type Table } from '../../table.ts'
import { day, noon } from '../../world.ts'
import { ada, ben, follower, messages, taken, turnedDown } from './customer-office.ts'
import { add, call, chooseIndustries, desk, ownTitles, propose, sendTemplate, template } from './template-desk.ts'

const notApplied = { sender: { capability: 'not-applied' }, plugin: 'closed' }
const wo1 = statement('WO-1', desk(null, notApplied))
const apply = (table: Table) => table.post('/control/v1/senders/office/apply', {})
const plugin = (table: Table) => table.put('/control/v1/official-accounts/office/plugin', { plugin: 'open' })

wo1.accepts('an application of a paying service account, its grant, and the plug-in afterwards', async (table) => {
  equal((await plugin(table)).status, 409, 'status of opening the plug-in too early')
  equal(at((await apply(table)).body, 'capability'), 'in-review', 'capability')
  turnedDown(await chooseIndustries(table, '1', '2'), 48001, 'WO-1')
  await table.post('/control/v1/senders/office/review', { decision: 'grant' })
  turnedDown(await chooseIndustries(table, '1', '2'), 48001, 'WO-1')
  equal((await plugin(table)).status, 200, 'status of opening the plug-in')
  taken(await chooseIndustries(table, '1', '2'))
})

const refusals = (
  [
    ['a subscription account', { type: 'subscription' }],
    ['an account without payment ability', { payment: false }],
  ] as const
).map(([who, account]) => {
  const refusing = statement('WO-1', desk(null, { ...notApplied, ...account }))
  refusing.refuses(`the application of ${who}`, async (table) => {
    equal((await apply(table)).status, 409, 'status of the application')
    turnedDown(await chooseIndustries(table, '1', '2'), 48001, 'WO-1')
  })
  return refusing.cases
})

const wo2 = statement('WO-2', desk(null, { industries: undefined }))

wo2.accepts('two different industries, and others a month later', async (table) => {
  taken(await chooseIndustries(table, '1', '13'))
  const { body } = await call(table, 'template/get_industry')
  equal(at(body, 'primary_industry'), { first_class: 'IT科技', second_class: '互联网|电子商务' }, 'primary_industry')
  equal(at(body, 'secondary_industry'), { first_class: '运输与仓储', second_class: '快递' }, 'secondary_industry')
  await moveTo(table, noon + 31 * day)
  taken(await chooseIndustries(table, '1', '2'))
})

wo2.accepts('that templates of an industry that is left are gone', async (table) => {
  taken(await chooseIndustries(table, '1', '2'))
  taken(await add(table, 'TM00015'))
  taken(await add(table, 'OPENTM202014771'))
  await moveTo(table, noon + 31 * day)
  taken(await chooseIndustries(table, '2', '30'))
  equal((await ownTitles(table)).length, 1, 'templates that stay')
})

wo2.refuses('twice the same, and codes that are none', async (table) => {
  turnedDown(await chooseIndustries(table, '1', '1'), 40102, 'WO-2')
  turnedDown(await chooseIndustries(table, '0', '42'), 40102, 'WO-2')
})

wo2.refuses('a second change within the month', async (table) => {
  taken(await chooseIndustries(table, '1', '2'))
  await moveTo(table, noon + 20 * day)
  turnedDown(await chooseIndustries(table, '1', '3'), 43100, 'WO-2')
})

wo2.refuses('templates before the industries are chosen', async (table) => {
  turnedDown(await add(table, 'TM00015'), 45027, 'WO-2')
})

const wo3 = statement('WO-3', desk(null))

wo3.accepts('historical entries, and category entries with some of their keywords', async (table) => {
  const added = await add(table, 'TM00015')
  taken(added)
  claim(/^[A-Za-z0-9_-]{43}$/.test(String(at(added.body, 'template_id'))), 'template_id has 43 characters')
  taken(await add(table, '2120', ['退款金额', '订单号']))
  equal((await ownTitles(table)).length, 2, 'templates')
})

wo3.refuses('numbers that the library lacks', async (table) => {
  turnedDown(await add(table, 'OPENTM999999999'), 40037, 'WO-3')
})

wo3.refuses('keywords that the entry lacks, and none', async (table) => {
  turnedDown(await add(table, '2120', ['退款金额', 'never']), 40246, 'WO-3')
  turnedDown(await add(table, '2120'), 40246, 'WO-3')
})

const wt3 = statement('WT-3', desk(null))

wt3.accepts('templates of either industry, and a proposal for what is missing', async (table) => {
  taken(await add(table, 'TM00015'))
  taken(await add(table, 'OPENTM202014771'))
  equal(at((await propose(table)).body, 'state'), 'in-review', 'state of the proposal')
  const approved = await table.post('/control/v1/template-proposals/1/decide', { decision: 'approve' })
  taken(await add(table, at(approved.body, 'libraryId') ?? null))
})

wt3.refuses('templates of other industries', async (table) => {
  turnedDown(await add(table, 'OPENTM405486394'), 45027, 'WT-3')
})

const strange = statement('WT-3', desk(template('status', 'instant', { industries: [40] })))

strange.refuses('to send a template of another industry', async (table) => {
  turnedDown(await sendTemplate(table), 45027, 'WT-3')
})

wt3.refuses('proposals for another industry, and without having read the rules', async (table) => {
  const elsewhere = await propose(table, { industry: 40 })
  const unread = await propose(table, { rulesRead: false })
  equal([at(elsewhere.body, 'state') ?? null, at(unread.body, 'state') ?? null], ['refused', 'refused'], 'states')
})

const wo4 = statement('WO-4', desk(null, { settings: { profile: 'source' } }))

const adds = async (table: Table, count: number) => {
  for (let number = 0; number < count; number += 1) taken(await add(table, 'TM00015'))
}

wo4.accepts('ten templates, and another one when one is deleted', async (table) => {
  await adds(table, 10)
  const { body } = await call(table, 'template/get_all_private_template')
  taken(
    await call(table, 'template/del_private_template', {
      template_id: at(body, 'template_list.0.template_id') ?? null,
    }),
  )
  taken(await add(table, 'TM00015'))
})

wo4.refuses('an eleventh, and in the current profile a twenty-sixth', async (table) => {
  await adds(table, 10)
  turnedDown(await add(table, 'TM00015'), 45026, 'WO-4')
  await table.put('/control/v1/wechat', { profile: 'current' })
  await adds(table, 15)
  turnedDown(await add(table, 'TM00015'), 45026, 'WO-4')
})

const wo5 = statement('WO-5', desk(template('status', 'instant')))

wo5.accepts('the list, the details and the deletion of its templates', async (table) => {
  equal(await ownTitles(table), ['Order notification'], 'titles')
  const path = `/control/v1/official-accounts/office/templates/${'T'.repeat(43)}`
  equal(at((await table.get(path)).body, 'kind'), 'status', 'kind in the details')
  taken(await call(table, 'template/del_private_template', { template_id: 'T'.repeat(43) }))
  equal(await ownTitles(table), [], 'titles afterwards')
})

wo5.refuses('to send by an id that is none, of nobody, or deleted', async (table) => {
  turnedDown(await sendTemplate(table, { template_id: 'short' }), 40036, 'WO-5')
  turnedDown(await sendTemplate(table, { template_id: 'x'.repeat(43) }), 40037, 'WO-5')
  await call(table, 'template/del_private_template', { template_id: 'T'.repeat(43) })
  turnedDown(await sendTemplate(table), 40037, 'WO-5')
})

const gone = { unfollowedAt: 1_700_000_000_000 }
const wo6 = statement('WO-6', desk(template('status', 'instant')))
const left = statement('WO-6', desk(template('status', 'instant'), { followers: [follower(ada, gone)] }))
const blocked = statement(
  'WO-6',
  desk(template('status', 'instant'), { followers: [follower(ada, { blacklisted: true })] }),
)

wo6.accepts('a follower', async (table) => {
  taken(await sendTemplate(table))
  equal((await messages(table)).length, 1, 'messages')
})

wo6.refuses('somebody who never followed, and a stranger', async (table) => {
  turnedDown(await sendTemplate(table, { touser: ben }), 43004, 'WO-6')
  turnedDown(await sendTemplate(table, { touser: 'oNobody' }), 40003, 'WO-6')
})

left.refuses('somebody who left', async (table) => {
  turnedDown(await sendTemplate(table), 43004, 'WO-6')
})

blocked.refuses('somebody on the blacklist', async (table) => {
  turnedDown(await sendTemplate(table), 43019, 'WO-6')
  equal((await messages(table)).length, 0, 'messages')
})

/** WO-1 to WO-6, WT-3. */
export const officialAccounts = [
  ...wo1.cases,
  ...refusals.flat(),
  ...wo2.cases,
  ...wo3.cases,
  ...wt3.cases,
  ...strange.cases,
  ...wo4.cases,
  ...wo5.cases,
  ...wo6.cases,
  ...left.cases,
  ...blocked.cases,
]
