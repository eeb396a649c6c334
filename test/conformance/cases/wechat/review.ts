import { type Statement, statement } from '../../case.ts'
import { claim, equal } from '../../claim.ts'
import { at, type Json, list } from '../../json.ts'
import type { Table } from '../../table.ts'
import { messages, taken, turnedDown } from './customer-office.ts'
import { desk, ownTitles, propose, sendTemplate, template, wordOn } from './template-desk.ts'

type Changes = { readonly [key: string]: Json }

/** The proposal waits for an operator, with nothing that one rule says against it. */
async function passes(table: Table, changes: Changes = {}): Promise<void> {
  const { body } = await propose(table, changes)
  equal(at(body, 'state'), 'in-review', 'state of the proposal')
}

/** The newest proposal is refused by itself, and that rule is among those that refuse it. */
async function fails(table: Table, rule: string, changes: Changes): Promise<void> {
  const { body } = await propose(table, changes)
  equal(at(body, 'state'), 'refused', 'state of the proposal')
  equal(await wordOn(table, Number(at(body, 'id')), rule), 'refused', `word of ${rule}`)
}

const item = (id: string): Statement => statement(id, desk(null))
const event = { class: 'irregular', kind: 'event' }
const payment = { class: 'irregular', kind: 'payment' }

const content =
  '{{first.DATA}}\nTicket number: {{keyword1.DATA}}\nCollection place: {{keyword2.DATA}}\nOpening hours of counter: {{keyword3.DATA}}\n{{remark.DATA}}'
const example =
  'Dear Ms Ade, your ticket is ready.\nTicket number: 17\nCollection place: Gate 4\nOpening hours of counter: 9 to 17\nPlease bring your passport.'

const wt71 = item('WT-7.1')
wt71.accepts('content of the service that the title names', (table) => passes(table))
wt71.refuses('an activity under the title of a card payment', (table) =>
  fails(table, 'WT-7.1.scenario', {
    class: 'instant',
    kind: 'purchase',
    title: 'Card payment success notification',
    content: content.replace('Ticket number', 'Activity theme').replace('Collection place', 'Activity rules'),
    example: example.replace('Ticket number', 'Activity theme').replace('Collection place', 'Activity rules'),
  }),
)

const wt72 = item('WT-7.2')
wt72.accepts('the progress of an after-sales case', (table) =>
  passes(table, { kind: 'status', title: 'After-sales progress notification' }),
)
for (const title of ['Discount', 'Rebate', 'Price reduction', 'Product update'])
  wt72.refuses(title, (table) => fails(table, 'WT-7.2.advertising', { title: `${title} notification` }))
wt72.refuses('降价通知', (table) => fails(table, 'WT-7.2.advertising', { title: '降价通知' }))

const wt73 = item('WT-7.3')
wt73.accepts('the expiration of a subscription', (table) =>
  passes(table, { class: 'irregular', kind: 'expiration', title: 'Subscription expiration reminder' }),
)
for (const title of ['Message reminder', 'Subscription notification', 'Daily payment reminder', '每日缴费提醒'])
  wt73.refuses(title, (table) => fails(table, 'WT-7.3.harassing', { ...payment, title }))

const coupons = template('expiration', 'irregular', {
  title: 'Coupon expiration reminder',
  content: '{{first.DATA}}\nCoupon: {{keyword1.DATA}}\nEnds: {{keyword2.DATA}}\n{{remark.DATA}}',
})
const wt74 = item('WT-7.4')
const existing = statement('WT-7.4', desk(coupons))
wt74.accepts('"Member card application data change notification"', (table) =>
  passes(table, { kind: 'data-change', title: 'Member card application data change notification' }),
)
for (const what of ['Red packet', 'Special offer', 'Coupon', 'Cash coupon', 'Member card', 'Points'])
  wt74.refuses(`${what} notification`, (table) => fails(table, 'WT-7.4.cards', { title: `${what} notification` }))
wt74.refuses('会员卡开通通知', (table) => fails(table, 'WT-7.4.cards', { title: '会员卡开通通知' }))
existing.accepts('that an existing one stays listed, with the reason', async (table) => {
  equal(await ownTitles(table), ['Coupon expiration reminder'], 'titles')
  const { body } = await table.get('/control/v1/official-accounts/office/templates')
  claim(String(at(body, 'templates.0.nonCompliant')).includes('WT-7.4'), 'the template is listed as non-compliant')
})
existing.refuses('to send an existing one, until it is cleaned up', async (table) => {
  turnedDown(await sendTemplate(table), 40037, 'WT-7.4')
  equal((await messages(table)).length, 0, 'messages')
  await table.post('/control/v1/official-accounts/office/templates/clean-up', {})
  equal(await ownTitles(table), [], 'titles afterwards')
})

const wt81 = item('WT-8.1')
wt81.accepts('a class, a kind of it and a title of that kind', (table) => passes(table))
wt81.refuses('no class, and a kind of another one', async (table) => {
  await fails(table, 'WT-8.1.class', { class: 'marketing', kind: 'sale' })
  await fails(table, 'WT-8.1.class', { class: 'monthly' })
})
wt81.refuses('a title of another kind', (table) =>
  fails(table, 'WT-8.1.kind', { class: 'irregular', kind: 'flight-delay' }),
)

const wt82 = item('WT-8.2')
wt82.accepts('first, keyword lines and remark', (table) => passes(table))
wt82.refuses('other sections, or another order', async (table) => {
  await fails(table, 'WT-8.2.sections', { content: content.replace('{{first.DATA}}\n', '') })
  await fails(table, 'WT-8.2.sections', { content: '{{first.DATA}}\n{{remark.DATA}}' })
})

const wt91 = item('WT-9.1')
wt91.accepts('titles that any sender of the industry could use', (table) => passes(table))
for (const title of [
  'XX company service notification',
  'XX product purchase notification',
  'Alipay ticket notification',
])
  wt91.refuses(title, (table) => fails(table, 'WT-9.1.brand', { title }))
wt91.refuses('to let pass unseen what no industry says: a human is warned', async (table) => {
  await propose(table, { title: 'Hey your ticket collection notification' })
  equal(await wordOn(table, 1, 'WT-9.1.wording'), 'warned', 'word of WT-9.1.wording')
})

const wt92 = item('WT-9.2')
const literal = statement('WT-9.2', desk(null, { settings: { endings: 'literal' } }))
const weather = { class: 'irregular', kind: 'alert', title: 'Weather alert' }
wt92.accepts('titles that end in notification or reminder, 通知 or 提醒', async (table) => {
  await passes(table)
  await passes(table, { title: 'Ticket collection reminder' })
})
wt92.refuses('"Weather alert" and "Get red packets"', async (table) => {
  await fails(table, 'WT-9.2.ending', weather)
  await fails(table, 'WT-9.2.ending', { title: 'Get red packets' })
})
wt92.refuses('punctuation and other signs', async (table) => {
  await fails(table, 'WT-9.2.characters', { title: 'Ticket (collection) notification' })
  await fails(table, 'WT-9.2.characters', { title: 'Ticket collection ✓ notification' })
})
literal.accepts('"Weather alert" where the word is taken literally', (table) => passes(table, weather))

const wt93 = item('WT-9.3')
wt93.accepts('a title that says what it is about', (table) =>
  passes(table, { class: 'irregular', kind: 'fault', title: 'System maintenance notification' }),
)
for (const title of ['Admin notification', 'Announcement notification', 'System notification', '公告通知'])
  wt93.refuses(title, (table) => fails(table, 'WT-9.3.title', { title }))
wt93.refuses('keywords that describe nothing', (table) =>
  fails(table, 'WT-9.3.keywords', {
    content: '{{first.DATA}}\nNotice title: {{keyword1.DATA}}\nNotice content: {{keyword2.DATA}}\n{{remark.DATA}}',
  }),
)

const wt94 = item('WT-9.4')
wt94.accepts('the update of an order’s status', (table) =>
  passes(table, { kind: 'status', title: 'Order status update notification' }),
)
for (const title of ['Update', 'Reply', 'Interaction'])
  wt94.refuses(`${title} notification`, (table) => fails(table, 'WT-9.4.frequent', { title: `${title} notification` }))

const wt95 = item('WT-9.5')
wt95.accepts('the result of a registration for an activity', (table) =>
  passes(table, { class: 'general', kind: 'registration', title: 'Activity registration result notification' }),
)
for (const title of ['Red packet', 'Coupon', 'Activity', 'Point', 'Reward'])
  wt95.refuses(`${title} notification`, (table) =>
    fails(table, 'WT-9.5.promotional', { ...event, title: `${title} notification` }),
  )

const wt96 = item('WT-9.6')
wt96.accepts('what the library of the industry lacks', (table) => passes(table, { industry: 2 }))
wt96.refuses('what it has, however it is written', async (table) => {
  await propose(table)
  await table.post('/control/v1/template-proposals/1/decide', { decision: 'approve' })
  await fails(table, 'WT-9.6.duplicate', { title: 'TICKET collection  reminder' })
  await passes(table, { industry: 2 })
})

const completing = (
  [
    [
      'WT-10.1',
      'length',
      'more than 200 characters',
      { content: content.replace('Ticket', 'Ticket '.repeat(20).trim()) },
    ],
    [
      'WT-10.1',
      'fixed',
      'fewer than 10 fixed words or marks',
      { content: '{{first.DATA}}\nTicket: {{keyword1.DATA}}\nPlace: {{keyword2.DATA}}\n{{remark.DATA}}' },
    ],
    ['WT-10.2', 'given', 'a parameter twice', { content: content.replace('keyword2', 'keyword1') }],
    ['WT-10.3', 'example', 'an example of something else', { example: 'Dear Ms Ade, your ticket is ready.' }],
    ['WT-10.3', 'example', 'an example that is not filled in', { example: content }],
    [
      'WT-10.5',
      'first',
      'a first sentence that greets nobody',
      { example: example.replace('Dear Ms Ade, your ticket is ready.', 'Ticket ready.') },
    ],
    ['WT-10.5', 'first', 'words beside first', { content: `Dear customer, ${content}` }],
    [
      'WT-10.6',
      'keywords',
      'one keyword line',
      { content: '{{first.DATA}}\nNumber of the ticket that waits: {{keyword1.DATA}}\n{{remark.DATA}}' },
    ],
    ['WT-10.6', 'keywords', 'a line without a colon', { content: content.replace('place:', 'place') }],
    ['WT-10.7', 'remark', 'words behind remark', { content: `${content}\nThank you.` }],
    ['WT-10.8', 'joined', 'parameters side by side', { content: content.replace('2.DATA}}', '2.DATA}}{{gate.DATA}}') }],
    ['WT-10.9', 'brand', 'a brand in the content', { content: content.replace('Ticket number', 'Alipay number') }],
  ] as const
).map(([id, part, what, changes]) => {
  const own = item(id)
  own.accepts('a template that is filled in by the rules', (table) => passes(table))
  own.refuses(what, (table) => fails(table, `${id}.${part}`, changes))
  return own
})

const wt104 = item('WT-10.4')
wt104.accepts('lines that follow each other, and breaks inside of values', async (table) => {
  await passes(table, { example: example.replace('Gate 4', 'Gate 4\nupstairs') })
  equal(await wordOn(table, 1, 'WT-10.4.breaks'), 'passed', 'word of WT-10.4')
})
wt104.refuses('to let blank lines pass without a warning: it is recommended, so nobody is refused', async (table) => {
  await passes(table, { content: content.replace('\n{{remark', '\n\n{{remark') })
  equal(await wordOn(table, 1, 'WT-10.4.breaks'), 'warned', 'word of WT-10.4')
})

const lists = item('WT-8.1')
lists.accepts('every one of the allowed examples that can be downloaded', async (table) => {
  const { body } = await table.get('/control/v1/template-library/examples/allowed')
  claim(list(at(body, 'examples')).length >= 28, 'one example of every kind')
})
lists.refuses('every one of the refused ones', async (table) => {
  const { body } = await table.get('/control/v1/template-library/examples/refused?language=en')
  for (const one of list(at(body, 'examples'))) {
    const fields = ['title', 'class', 'kind', 'content', 'example'].map(
      (name) => [name, at(one, name) ?? null] as const,
    )
    const answer = await propose(table, Object.fromEntries(fields))
    equal(at(answer.body, 'state'), 'refused', `state of ${String(at(one, 'title'))}`)
  }
})

const overruled = item('WT-9.3')
overruled.accepts('what the operator lets pass against the rules, and it can be sent', async (table) => {
  await propose(table, { title: 'System notification' })
  const { body } = await table.post('/control/v1/template-proposals/1/decide', { decision: 'approve' })
  equal(at(body, 'automatic'), 'refused', 'automatic verdict')
  const { body: added } = await table.post('/control/v1/official-accounts/office/templates', {
    libraryId: at(body, 'libraryId') ?? null,
  })
  taken(await sendTemplate(table, { template_id: at(added, 'templateId') ?? null }))
})

/** WT-7 to WT-10. */
export const templateReview = [
  ...[wt71, wt72, wt73, wt74, existing, wt81, wt82, lists].flatMap(({ cases }) => cases),
  ...[wt91, wt92, literal, wt93, overruled, wt94, wt95, wt96].flatMap(({ cases }) => cases),
  ...completing.flatMap(({ cases }) => cases),
  ...wt104.cases,
]
