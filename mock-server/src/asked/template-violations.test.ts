import { expect, test } from 'vitest'
import { penaltyNumbers } from '../platform/official-account/violations/penalty-numbers.ts'
import { ask, dayMs } from './asked.ts'
import { ada } from './official-world.ts'
import { cardTemplate, paying, type TemplateMock, templateMock } from './template-world.ts'

/** Rules that entered something, oldest first. */
const rules = async (mock: TemplateMock) => (await mock.violations()).map(({ rule }) => rule)

test('WT-11.1, WT-11.2, WT-11.3, WT-11.4, WT-11.5, WT-11.6, WT-11.7, WT-11.8: an honest message enters nothing', async () => {
  const mock = await templateMock()
  expect((await mock.send()).body.errcode).toBe(0)
  expect(await mock.violations()).toEqual([])
})

test('WT-4, WT-11.1: a follow is no service: refused and recorded, once a day', async () => {
  const { servedAt: _, ...follower } = paying
  const mock = await templateMock({ follower })
  expect((await mock.send()).body.errcode).toBe(50002)
  await mock.send()
  expect(await mock.violations()).toMatchObject([{ rule: 'WT-11.1', kind: 'harassment', source: 'rule' }])
  await mock.clock.advance(dayMs)
  await mock.send()
  expect(await rules(mock)).toEqual(['WT-11.1', 'WT-11.1'])
})

test('WT-4, WT-11.1: part-V lets what is no marketing through, and nothing else', async () => {
  const { servedAt: _, ...follower } = paying
  const mock = await templateMock({ follower, wechat: { neverServed: 'part-V' } })
  expect((await mock.send()).body.errcode).toBe(0)
  expect(await rules(mock)).toEqual([])
  expect((await mock.send({ remark: 'Flash sale: buy now and save.' })).body.errcode).toBe(50002)
  expect(await rules(mock)).toEqual(['WT-11.1'])
})

test('WT-11.2: the third repetition after one operation; other subjects and another operation are none', async () => {
  const mock = await templateMock()
  for (const keyword2 of ['1.00', '2.00', '3.00']) await mock.send({ keyword2 })
  await mock.send({ keyword2: '3.00' })
  expect(await rules(mock)).toEqual([])
  expect((await mock.send({ keyword2: '3.00' })).body.errcode).toBe(0)
  expect(await rules(mock)).toEqual(['WT-11.2'])
  await mock.clock.advance(1_000)
  const operation = { body: { kind: 'purchase', subject: 'A-2' } }
  await ask(mock.fetch, `POST /control/v1/official-accounts/harbour/followers/${ada}/operations`, operation)
  await mock.send({ keyword2: '3.00' })
  expect(await rules(mock)).toEqual(['WT-11.2'])
})

const remarks: readonly (readonly [rule: string, remark: string])[] = [
  ['WT-11.3', 'New arrivals are in the store now: garden chairs, buy one get one.'],
  ['WT-11.4', 'Share this message with five friends and get a red packet.'],
  ['WT-11.5', 'Download our app and get a free coupon.'],
  ['WT-11.6', 'The autumn party takes place on Saturday with live music.'],
  ['WT-11.7', 'All residents are welcome to the spring carnival with free gifts and discounts.'],
]

test.each(remarks)('%s: "%s" is accepted and entered', async (rule, remark) => {
  const mock = await templateMock()
  const { body } = await mock.send({ remark })
  expect(body.errcode).toBe(0)
  expect(await mock.violations()).toMatchObject([
    { rule, source: 'rule', template: cardTemplate.libraryId, itemId: expect.any(String) },
  ])
  expect((await mock.letters()).at(-1)).toMatchObject({ about: 'violation', reason: expect.stringContaining(rule) })
})

test('WT-11.8: a parameter that is filled in incorrectly', async () => {
  const mock = await templateMock()
  expect((await mock.send({ keyword2: 'undefined' })).body.errcode).toBe(0)
  expect(await rules(mock)).toEqual(['WT-11.8'])
})

test('a rule that is switched off enters nothing', async () => {
  const mock = await templateMock()
  await ask(mock.fetch, 'PUT /control/v1/rules/WT-11.8', { body: { enabled: false } })
  await mock.send({ keyword2: 'undefined' })
  expect(await mock.violations()).toEqual([])
})

const selling = { remark: 'Flash sale: buy now and save.' }

/** Sends marketing about one purchase after the other, a minute apart, until the platform says something else than 0. */
async function sellUntilRefused(mock: TemplateMock): Promise<number> {
  for (;;) {
    const { errcode } = (await mock.send(selling)).body
    if (errcode !== 0) return errcode
    await mock.clock.advance(60_000)
  }
}

const lasting = { ...penaltyNumbers, recycleAt: 1_000 }

test('WT-11.9, WT-12: warning, 7 days without API, 30 days, account disabled, each told by internal message', async () => {
  // General messages have no five minutes.
  const template = { ...cardTemplate, class: 'general' as const, kind: 'feedback' as const }
  const mock = await templateMock({ templates: [template], wechat: { penalties: lasting } })
  const abouts = async () => (await mock.letters()).map(({ about }) => about)
  expect(await sellUntilRefused(mock)).toBe(48004)
  expect((await abouts()).reverse()).toEqual(['violation', 'warned', 'violation', 'api-blocked'])
  await mock.clock.advance(7 * dayMs)
  expect((await mock.send()).body.errcode).toBe(0)
  expect((await abouts())[0]).toBe('api-back')
  expect(await sellUntilRefused(mock)).toBe(48004)
  await mock.clock.advance(29 * dayMs)
  expect((await mock.send()).body.errcode).toBe(48004)
  await mock.clock.advance(dayMs)
  expect(await sellUntilRefused(mock)).toBe(48004)
  expect((await abouts())[0]).toBe('account-disabled')
  await mock.clock.advance(365 * dayMs)
  expect((await mock.send()).body.errcode).toBe(48004)
})

test('WT-11.9: several violations with one template: recycled, gone from the list, not to be added again', async () => {
  const quiet = { ...penaltyNumbers, ladder: [], recycleAt: 3 }
  const mock = await templateMock({ account: { industries: [2, 14] }, wechat: { penalties: quiet } })
  expect(await sellUntilRefused(mock)).toBe(40037)
  expect((await mock.violations()).length).toBe(3)
  expect((await mock.letters())[0]).toMatchObject({ about: 'recycled' })
  const again = await mock.post('/cgi-bin/template/api_add_template', { template_id_short: cardTemplate.libraryId })
  expect(again.body.errcode).not.toBe(0)
  const { recycled } = (await ask(mock.fetch, 'GET /control/v1/official-accounts/harbour')).body
  expect(recycled).toEqual([cardTemplate.libraryId])
})

test('WT-11.9: an operator recycles a template by hand', async () => {
  const mock = await templateMock()
  const recycle = (id: string, body: object) =>
    ask(mock.fetch, `POST /control/v1/official-accounts/harbour/templates/${id}/recycle`, { body })
  expect((await recycle('none', { reason: 'Marketing.' })).status).toBe(404)
  expect((await recycle(cardTemplate.id, {})).status).toBe(400)
  expect((await recycle(cardTemplate.id, { reason: 'Marketing.' })).status).toBe(200)
  expect((await mock.send()).body.errcode).toBe(40037)
})

test('WT-11.9: without automatic penalties violations are entered and an operator takes the steps', async () => {
  const mock = await templateMock({ wechat: { penalties: { automatic: false } } })
  for (let sent = 0; sent < 4; sent += 1)
    expect((await mock.send({ ...selling, keyword2: `${sent}` })).body.errcode).toBe(0)
  expect(await mock.violations()).toHaveLength(4)
  const until = mock.clock.now() + dayMs
  const { body } = await ask(mock.fetch, 'POST /control/v1/senders/harbour/disable', {
    body: { until, reason: 'Marketing.' },
  })
  expect(body).toMatchObject({ capability: 'disabled' })
  expect((await mock.send()).body.errcode).toBe(48004)
  expect((await mock.letters())[0]).toMatchObject({ about: 'api-blocked', reason: 'Marketing.' })
})

test('WT-11.9: a violation that is taken back counts no more', async () => {
  const mock = await templateMock()
  await mock.send(selling)
  await ask(mock.fetch, 'POST /control/v1/senders/harbour/violations/1/dismiss', { body: { reason: 'No sale.' } })
  const { body } = await ask(mock.fetch, 'GET /control/v1/senders/harbour/standing')
  expect(body.points).toBe(0)
})

test('WT-13: users’ complaints lead to punishment, each counted once', async () => {
  const mock = await templateMock({ wechat: { penalties: { ladder: [{ points: 1, step: 'disabled', days: 7 }] } } })
  await mock.send()
  const [item] = (await ask(mock.fetch, 'GET /delivery/v1/snapshot', { token: 'session-ada' })).body.items
  const report = () =>
    ask(mock.fetch, 'POST /delivery/v1/reports', {
      token: 'session-ada',
      body: { itemId: item.item.id, kind: 'marketing' },
    })
  expect((await report()).body).toEqual({ repeated: false })
  expect((await report()).body).toEqual({ repeated: true })
  expect(await mock.violations()).toMatchObject([{ source: 'report', kind: 'marketing' }])
  expect((await mock.send()).body.errcode).toBe(48004)
  expect((await mock.letters()).map(({ about }) => about)).toEqual(['api-blocked', 'report'])
})

test('WT-13: a message that was found guilty is complained about by its reader too', async () => {
  const mock = await templateMock({ wechat: { penalties: { ladder: [] } } })
  await mock.send(selling)
  const [{ itemId }] = (await mock.violations()) as readonly [{ readonly itemId: string }]
  const body = { itemId, kind: 'marketing' }
  expect((await ask(mock.fetch, 'POST /delivery/v1/reports', { token: 'session-ada', body })).body).toEqual({
    repeated: false,
  })
  expect(await mock.violations()).toHaveLength(2)
})

test('ledger, recycled numbers and penalties survive an export', async () => {
  const mock = await templateMock({ wechat: { penalties: { recycleAt: 1 } } })
  await mock.send(selling)
  const { body: world } = await ask(mock.fetch, 'GET /control/v1/world')
  const other = await templateMock()
  expect((await ask(other.fetch, 'PUT /control/v1/world', { body: world })).status).toBe(200)
  expect(await other.violations()).toEqual(await mock.violations())
  expect((await ask(other.fetch, 'GET /control/v1/wechat')).body.settings).toEqual({ penalties: { recycleAt: 1 } })
})
