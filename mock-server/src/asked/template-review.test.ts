import { expect, test } from 'vitest'
import { allowedEntries } from '../platform/official-account/library/allowed-entries.ts'
import { refusedExamples } from '../platform/official-account/library/refused-examples.ts'
import { ask } from './asked.ts'
import { type OfficialMock, officialMock } from './official-world.ts'
import { cardTemplate, templateMock } from './template-world.ts'

const path = '/control/v1/official-accounts/harbour'
const get = (mock: OfficialMock, where: string) => ask(mock.fetch, `GET ${where}`)
const post = (mock: OfficialMock, where: string, body: object) => ask(mock.fetch, `POST ${where}`, { body })

const good = {
  title: 'Ticket collection notification',
  content:
    '{{first.DATA}}\nNumber of your ticket: {{keyword1.DATA}}\nPlace of the collection: {{keyword2.DATA}}\n{{remark.DATA}}',
  example: 'Dear Ms Ade, your ticket is ready.\nNumber of your ticket: 17\nPlace of the collection: Gate 4\nThank you.',
  class: 'instant',
  kind: 'item-receipt',
}
const propose = (mock: OfficialMock, changes: object = {}) =>
  post(mock, `${path}/proposals`, { industry: 1, rulesRead: true, ...good, ...changes })

test('WT-8.1, WT-8.2, WT-9.1 to WT-9.6, WT-10.1 to WT-10.9: what the rules pass waits for an operator', async () => {
  const mock = await officialMock({ account: { industries: [1, 2] } })
  const { body } = await propose(mock)
  expect(body).toMatchObject({ state: 'in-review', automatic: 'passed' })
  const { explanation } = (await get(mock, `/control/v1/template-proposals/${body.id}`)).body
  expect(explanation.map(({ rule }: { readonly rule: string }) => rule)).toContain('WT-9.3.title')
})

test.each(refusedExamples.filter(({ industry }) => industry === 1).map((one) => [one.item, one.title, one] as const))(
  '%s: "%s" is refused by itself; an operator may overrule',
  async (item, _, { item: __, ...example }) => {
    const mock = await officialMock({ account: { industries: [1, 2] } })
    const { body } = await propose(mock, example)
    expect(body).toMatchObject({ state: 'refused', automatic: 'refused', decided: { by: 'rules' } })
    const { explanation } = (await get(mock, `/control/v1/template-proposals/${body.id}`)).body
    expect(explanation[0]).toMatchObject({ rule: expect.stringContaining(item), word: 'refused' })
    const decided = await post(mock, `/control/v1/template-proposals/${body.id}/decide`, { decision: 'approve' })
    expect(decided.body).toMatchObject({ state: 'approved', automatic: 'refused' })
  },
)

test('X-1: explain says what every rule would say, and proposes nothing', async () => {
  const mock = await officialMock({ account: { industries: [1, 2] } })
  const explain = (changes: object) =>
    post(mock, `${path}/proposals/explain`, { industry: 1, rulesRead: true, ...good, ...changes })
  const refused = (await explain({ title: 'Discount notification' })).body
  expect(refused).toMatchObject({ passes: false, denial: { rule: 'WT-7.2.advertising' } })
  expect(refused.words[0]).toMatchObject({ rule: 'WT-7.2.advertising', word: 'refused' })
  expect((await explain({})).body.passes).toBe(true)
  expect((await get(mock, '/control/v1/template-proposals')).body.proposals).toEqual([])
  expect((await explain({ title: 7 })).status).toBe(400)
  const elsewhere = { industry: 1, rulesRead: true, ...good }
  expect((await post(mock, '/control/v1/official-accounts/none/proposals/explain', elsewhere)).status).toBe(404)
})

test('WT-9.1: the account’s own name is a brand', async () => {
  const mock = await officialMock({ account: { industries: [1, 2] } })
  expect((await propose(mock, { title: 'Harbour Post ticket collection notification' })).body.state).toBe('refused')
})

test('WT-9.2: endings: literal admits "alert"', async () => {
  const mock = await officialMock({ account: { industries: [1, 2] } })
  const example = good.example.replace('Gate 4', 'the office')
  const alert = { title: 'Weather alert', class: 'irregular', kind: 'alert', example }
  expect((await propose(mock, alert)).body.state).toBe('refused')
  await ask(mock.fetch, 'PUT /control/v1/wechat', { body: { endings: 'literal' } })
  expect((await propose(mock, alert)).body.state).toBe('in-review')
})

test('WT-9.6: what was approved is a duplicate from then on, in its industry alone', async () => {
  const mock = await officialMock({ account: { industries: [1, 2] } })
  await propose(mock)
  await post(mock, '/control/v1/template-proposals/1/decide', { decision: 'approve' })
  expect((await propose(mock)).body.state).toBe('refused')
  expect((await propose(mock, { industry: 2 })).body.state).toBe('in-review')
})

test('the two lists of examples are files to download', async () => {
  const mock = await officialMock()
  const allowed = await get(mock, '/control/v1/template-library/examples/allowed')
  expect([allowed.body.examples.length, allowed.headers.get('content-disposition')]).toEqual([
    allowedEntries.length,
    'attachment; filename="allowed-templates.json"',
  ])
  const refused = await get(mock, '/control/v1/template-library/examples/refused?language=zh')
  expect(refused.body.examples).toHaveLength(refusedExamples.length / 2)
  expect((await get(mock, '/control/v1/template-library/examples/none')).status).toBe(404)
  expect((await get(mock, '/control/v1/template-library/examples/refused?language=fr')).status).toBe(400)
})

const existing = {
  ...cardTemplate,
  libraryId: 'TM00853',
  title: 'Coupon expiration reminder',
  content: '{{first.DATA}}\nCoupon: {{keyword1.DATA}}\nUntil: {{keyword2.DATA}}\n{{remark.DATA}}',
}

test('WT-7.4: an existing template for coupons stays listed as non-compliant, cannot be sent, and is cleaned up', async () => {
  const mock = await templateMock({ templates: [existing] })
  const [listed] = (await get(mock, `${path}/templates`)).body.templates
  expect(listed.nonCompliant).toMatch(/^WT-7\.4\.cards: "Coupon"/)
  expect((await mock.send()).body.errcode).toBe(40037)
  expect((await post(mock, `${path}/templates/clean-up`, {})).body).toEqual({ deleted: [existing.id] })
  expect((await get(mock, `${path}/templates`)).body.templates).toEqual([])
  expect((await mock.letters())[0]).toMatchObject({ about: 'cleaned-up' })
})

test('WT-7.4: an operator marks a template, and takes the mark back', async () => {
  const plain = {
    ...existing,
    title: 'Contract expiration reminder',
    content: existing.content.replace('Coupon', 'Contract'),
  }
  const mock = await templateMock({ templates: [plain] })
  const mark = (body: object, id = plain.id) => ask(mock.fetch, `PUT ${path}/templates/${id}/compliance`, { body })
  expect((await mark({ nonCompliant: 'Used for marketing.' })).status).toBe(200)
  expect((await mock.send()).body.errcode).toBe(40037)
  await mark({ nonCompliant: null })
  expect((await get(mock, `${path}/templates/${plain.id}`)).body.nonCompliant).toBeUndefined()
  expect((await mark({ nonCompliant: 7 })).status).toBe(400)
  expect((await mark({ nonCompliant: null }, 'none')).status).toBe(404)
})
