import { expect, test } from 'vitest'
import { ask, dayMs } from './asked.ts'
import { type OfficialMock, officialMock } from './official-world.ts'

const industries = (mock: OfficialMock, first: unknown, second: unknown) =>
  mock.post('/cgi-bin/template/api_set_industry', { industry_id1: first, industry_id2: second })
const add = (mock: OfficialMock, id: unknown, names?: unknown) =>
  mock.post('/cgi-bin/template/api_add_template', { template_id_short: id, keyword_name_list: names })
const list = async (mock: OfficialMock) =>
  (await ask(mock.fetch, `GET /cgi-bin/template/get_all_private_template?access_token=${await mock.token()}`)).body
    .template_list
const codes = async (answers: Promise<{ readonly body: { readonly errcode?: number } }>[]) =>
  (await Promise.all(answers)).map(({ body }) => body.errcode)

test('WO-1: who may not apply is told 48001, and so is who has not opened the plug-in', async () => {
  for (const account of [{ type: 'subscription' }, { payment: false }, { plugin: 'closed' }] as const) {
    const mock = await officialMock({ account })
    expect((await industries(mock, '1', '2')).body.errcode).toBe(48001)
    expect((await add(mock, 'OPENTM200565259')).body.errcode).toBe(48001)
  }
})

test('WO-1: a subscription account is refused when it applies, a paying service account gets a review', async () => {
  const apply = async (account: object) => {
    const mock = await officialMock({ account })
    await mock.platform.directory.setCapability('harbour', 'not-applied')
    return ask(mock.fetch, 'POST /control/v1/senders/harbour/apply')
  }
  expect(await apply({ type: 'subscription' })).toMatchObject({ status: 409 })
  expect(await apply({ payment: false })).toMatchObject({ status: 409 })
  expect(await apply({})).toMatchObject({ status: 200, body: { capability: 'in-review' } })
})

test('WO-1: the plug-in opens only after the application was granted', async () => {
  const mock = await officialMock({ account: { plugin: 'closed' } })
  const open = () => ask(mock.fetch, 'PUT /control/v1/official-accounts/harbour/plugin', { body: { plugin: 'open' } })
  await mock.platform.directory.setCapability('harbour', 'in-review')
  expect((await open()).status).toBe(409)
  await mock.platform.directory.setCapability('harbour', 'granted')
  expect((await open()).status).toBe(200)
  expect((await industries(mock, '1', '2')).body.errcode).toBe(0)
})

test('a blocked account is told 48004 until the clock ends it', async () => {
  const mock = await officialMock()
  const until = mock.clock.now() + dayMs
  await mock.platform.governance.setCapability('harbour', { capability: 'disabled', until, reason: 'Marketing' })
  expect((await add(mock, 'OPENTM200565259')).body.errcode).toBe(48004)
  await mock.clock.advance(dayMs)
  expect((await add(mock, 'OPENTM200565259')).body.errcode).toBe(0)
})

test('WO-2: two different industries, once a calendar month in China', async () => {
  const mock = await officialMock()
  const faults = [
    industries(mock, '3', '3'),
    industries(mock, '0', '1'),
    industries(mock, '1', '42'),
    industries(mock, 'x', '1'),
    industries(mock, undefined, '1'),
    industries(mock, [1], '1'),
  ]
  expect(await codes(faults)).toEqual([40102, 40102, 40102, 40102, 40103, 40103])
  expect((await industries(mock, '1', 4)).body).toEqual({ errcode: 0, errmsg: 'ok' })
  await mock.clock.moveTo('2026-03-31T15:59:59Z')
  expect((await industries(mock, '1', '5')).body.errcode).toBe(43100)
  await mock.clock.advance(1_000)
  expect((await industries(mock, '1', '5')).body.errcode).toBe(0)
})

test('WO-2: get_industry says both by name, without an errcode', async () => {
  const mock = await officialMock()
  await industries(mock, '1', '8')
  const answer = await ask(mock.fetch, `GET /cgi-bin/template/get_industry?access_token=${await mock.token()}`)
  expect(answer.body).toEqual({
    primary_industry: { first_class: 'IT科技', second_class: '互联网|电子商务' },
    secondary_industry: { first_class: '金融业', second_class: '证券|基金|理财|信托' },
  })
})

test('WO-2: templates of an industry that is left are deleted, others stay', async () => {
  const mock = await officialMock()
  await add(mock, 'OPENTM200565259')
  await add(mock, 'OPENTM202014771')
  expect((await industries(mock, '14', '1')).body.errcode).toBe(0)
  expect((await list(mock)).map(({ title }: { readonly title: string }) => title)).toEqual(['订单发货提醒'])
})

test('WO-2: nothing is added before the industries are chosen', async () => {
  const mock = await officialMock()
  const { industries: _, ...bare } = (await mock.platform.official.account('harbour')) ?? {}
  await ask(mock.fetch, 'PUT /control/v1/official-accounts/harbour', { body: bare })
  expect((await add(mock, 'OPENTM200565259')).body.errcode).toBe(45027)
})

test('WO-3, WT-3: historical and category entries of the own industries are added', async () => {
  const mock = await officialMock()
  const first = await add(mock, 'OPENTM200565259')
  expect(first.body).toEqual({ errcode: 0, errmsg: 'ok', template_id: expect.stringMatching(/^[\w-]{43}$/) })
  const second = await add(mock, '2120', ['订单号', '退款金额'])
  const [historical, category] = await list(mock)
  expect(historical).toEqual({
    template_id: first.body.template_id,
    title: '订单发货提醒',
    primary_industry: '运输与仓储',
    deputy_industry: '物流',
    content: expect.stringContaining('{ {first.DATA} }\n订单编号：{ {keyword1.DATA} }'),
    example: expect.stringContaining('顺丰速运'),
  })
  expect(category).toMatchObject({
    template_id: second.body.template_id,
    content: '订单号：{{character_string4.DATA}}\n退款金额：{{amount1.DATA}}',
    example: '订单号：A-1001\n退款金额：¥30.00',
  })
})

test('WO-3, WT-3: what is no entry, of other industries, or lacks its keywords', async () => {
  const mock = await officialMock()
  expect((await add(mock, 'OPENTM999')).body.errcode).toBe(40037)
  expect((await add(mock, 'TM00015')).body.errcode).toBe(45027)
  for (const id of [undefined, 7, '', 'a b', 'x'.repeat(33)]) expect((await add(mock, id)).body.errcode).toBe(40036)
  const names = [undefined, [], ['订单号'], ['订单号', 'nobody'], ['订单号', '订单号'], 'x', [1, 2]]
  for (const each of names) expect((await add(mock, '2120', each)).body.errcode).toBe(40246)
})

test('WO-4: ten templates by the source, 25 by the pages of today', async () => {
  const mock = await officialMock()
  await ask(mock.fetch, 'PUT /control/v1/wechat', { body: { profile: 'source' } })
  const ten = await codes(Array.from({ length: 11 }, () => add(mock, 'OPENTM200565259')))
  expect(ten.filter((code) => code === 0)).toHaveLength(10)
  expect(ten.filter((code) => code === 45026)).toHaveLength(1)
  await ask(mock.fetch, 'PUT /control/v1/wechat', { body: {} })
  const more = await codes(Array.from({ length: 16 }, () => add(mock, 'OPENTM200565259')))
  expect(more.filter((code) => code === 0)).toHaveLength(15)
  expect(await list(mock)).toHaveLength(25)
})

test('WO-5: details are shown, and a deleted template is gone', async () => {
  const mock = await officialMock()
  const { template_id: id } = (await add(mock, 'OPENTM200565259')).body
  const path = `/control/v1/official-accounts/harbour/templates/${id}`
  expect((await ask(mock.fetch, `GET ${path}`)).body).toMatchObject({ id, class: 'instant', kind: 'status' })
  const remove = (templateId: unknown) =>
    mock.post('/cgi-bin/template/del_private_template', { template_id: templateId })
  expect((await remove(id)).body).toEqual({ errcode: 0, errmsg: 'ok' })
  expect((await remove(id)).body.errcode).toBe(40037)
  expect((await remove(7)).body.errcode).toBe(40036)
  expect((await ask(mock.fetch, `GET ${path}`)).status).toBe(404)
  expect(await list(mock)).toEqual([])
})

test('WT-11.9: what was recycled is not added again', async () => {
  const mock = await officialMock({ account: { recycled: ['OPENTM200565259'] } })
  expect((await add(mock, 'OPENTM200565259')).body.errcode).toBe(43106)
})

const proposal = {
  industry: 2,
  title: 'Ticket collection notification',
  content:
    '{{first.DATA}}\nNumber of your ticket: {{keyword1.DATA}}\nPlace of the collection: {{keyword2.DATA}}\n{{remark.DATA}}',
  example: 'Dear Ms Ade, your ticket is ready.\nNumber of your ticket: 17\nPlace of the collection: Gate 4\nThank you.',
  class: 'instant',
  kind: 'item-receipt',
  rulesRead: true,
}
const propose = (mock: OfficialMock, changes: object = {}) =>
  ask(mock.fetch, 'POST /control/v1/official-accounts/harbour/proposals', { body: { ...proposal, ...changes } })
const decide = (mock: OfficialMock, id: unknown, body: object) =>
  ask(mock.fetch, `POST /control/v1/template-proposals/${id}/decide`, { body })

test('WT-3: a proposal that is approved is in the library and can be added', async () => {
  const mock = await officialMock()
  const { body } = await propose(mock)
  expect(body).toMatchObject({ id: 1, state: 'in-review', automatic: 'passed' })
  const decided = (await decide(mock, 1, { decision: 'approve' })).body
  expect(decided).toMatchObject({ state: 'approved', libraryId: expect.stringMatching(/^OPENTM\d+$/) })
  expect((await add(mock, decided.libraryId)).body.errcode).toBe(0)
  expect((await decide(mock, 1, { decision: 'refuse' })).status).toBe(409)
})

test('WT-3: without the rules read, or of another industry, it is refused by itself; the operator may overrule', async () => {
  const mock = await officialMock()
  expect((await propose(mock, { rulesRead: false })).body).toMatchObject({ state: 'refused', automatic: 'refused' })
  expect((await propose(mock, { industry: 40 })).body).toMatchObject({ state: 'refused' })
  expect((await decide(mock, 1, { decision: 'approve', reason: 'Seen by hand.' })).body.state).toBe('approved')
  expect((await decide(mock, 2, { decision: 'refuse' })).body.state).toBe('refused')
})

test('a proposal of no class cannot be approved; unknown ones are 404', async () => {
  const mock = await officialMock()
  await propose(mock, { class: 'holiday' })
  expect((await decide(mock, 1, { decision: 'approve' })).status).toBe(409)
  expect((await decide(mock, 9, { decision: 'approve' })).status).toBe(404)
  expect((await ask(mock.fetch, 'GET /control/v1/template-proposals/x')).status).toBe(404)
  expect((await ask(mock.fetch, 'GET /control/v1/template-library?industry=99')).status).toBe(400)
})

test('account, templates, proposals and library survive an export', async () => {
  const mock = await officialMock()
  await propose(mock)
  await decide(mock, 1, { decision: 'approve' })
  await add(mock, '2120', ['订单号', '退款金额'])
  const before = await mock.platform.worlds.export()
  await mock.platform.worlds.import(JSON.parse(JSON.stringify(before)))
  const after = await mock.platform.worlds.export()
  expect(after.officialAccounts).toEqual(before.officialAccounts)
  expect(after.state).toEqual({ ...(before.state as object), epoch: expect.any(String) })
  expect(await mock.platform.official.library.proposals()).toHaveLength(1)
})
