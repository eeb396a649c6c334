import { statement } from '../../case.ts'
import { equal } from '../../claim.ts'
import { at, type Json, list } from '../../json.ts'
import { moveTo, type Table } from '../../table.ts'
import { day, noon } from '../../world.ts'
import { ada, ben, messages, taken, turnedDown } from './customer-office.ts'
import {
  add,
  call,
  desk,
  operate,
  propose,
  sendTemplate,
  template,
  templateId,
  values,
  wordOn,
} from './template-desk.ts'

const wt1 = statement(
  'WT-1',
  desk(template('status', 'instant', { content: '{{first.DATA}}\nOrder: { {keyword1.DATA} }\n{{remark.DATA}}' })),
)

wt1.accepts('parameters between {{ and .DATA}}, also with a blank between the braces', async (table) => {
  taken(await sendTemplate(table))
  const lines = [{ text: 'Dear Ada,' }, { keyword: 'Order', text: 'A-1001' }, { text: 'Thank you.' }]
  equal(at((await messages(table))[0], 'lines'), lines, 'lines')
  equal(at((await propose(table)).body, 'state'), 'in-review', 'state of a proposal')
})

wt1.refuses('a wording whose parameters are written otherwise', async (table) => {
  const content =
    '{{first.DATA}}\nTicket number: {{keyword1}}\nCollection place: {{keyword2.DATA}}\nOpening hours of counter: {{keyword3.DATA}}\n{{remark.DATA}}'
  equal(at((await propose(table, { content })).body, 'state'), 'refused', 'state of the proposal')
  equal(await wordOn(table, 1, 'WT-1.syntax'), 'refused', 'word of WT-1.syntax')
})

wt1.refuses('values that do not fit the type of their key', async (table) => {
  const added = await add(table, '2120', ['退款金额', '商品名称'])
  const send = (amount: string, thing: string) =>
    sendTemplate(table, {
      template_id: at(added.body, 'template_id') ?? null,
      data: { amount1: { value: amount }, thing2: { value: thing } },
    })
  taken(await send('¥30.00', 'tea'))
  turnedDown(await send('thirty', 'tea'), 47003, 'WT-1')
  turnedDown(await send('¥30.00', ''), 47003, 'WT-1')
  turnedDown(await send('¥30.00', 'x'.repeat(21)), 47003, 'WT-1')
})

const jump = (appid: string, pagepath: string): Json => ({ appid, pagepath })

wt1.accepts('a jump to a page of a mini-program that is bound to the account', async (table) => {
  taken(await sendTemplate(table, { miniprogram: jump('wx00000000000shop1', 'pages/order/detail?id=7') }))
})

wt1.refuses('a jump to another mini-program, or to a page that it does not have', async (table) => {
  turnedDown(
    await sendTemplate(table, { miniprogram: jump('wx0000000000other1', 'pages/order/detail') }),
    40166,
    'WT-1',
  )
  turnedDown(await sendTemplate(table, { miniprogram: jump('wx00000000000shop1', 'pages/nowhere') }), 40165, 'WT-1')
})

const served = { person: { servedAt: 1 } }
const wt2 = statement('WT-2', desk(template('status', 'instant'), served))
const wt2Monthly = statement('WT-2', desk(template('utility-bill', 'monthly'), served))
const wt2Fault = statement('WT-2', desk(template('fault', 'irregular'), { person: {} }))

wt2.accepts('a message that an operation of the user triggered', async (table) => {
  await operate(table, { kind: 'purchase', subject: 'A-1001' })
  taken(await sendTemplate(table, { minibell: { trigger: { kind: 'purchase', subject: 'A-1001' } } }))
})

wt2.refuses('a message without trigger and consent, and one that names a trigger that never was', async (table) => {
  turnedDown(await sendTemplate(table), 50002, 'WT-2')
  await operate(table, { kind: 'purchase' })
  turnedDown(await sendTemplate(table, { minibell: { trigger: { kind: 'login' } } }), 50002, 'WT-2')
})

wt2Monthly.refuses('a monthly message without consent, whatever the user did', async (table) => {
  await operate(table, { kind: 'purchase' })
  turnedDown(await sendTemplate(table), 50002, 'WT-2')
})

wt2Fault.accepts('a fault with its circumstance, and shows it to the operator', async (table) => {
  taken(await sendTemplate(table, { minibell: { circumstance: 'Burst main in Harbour Road' } }))
  const { body } = await table.get('/control/v1/official-accounts/office/exempt-sends')
  equal(
    list(at(body, 'sends')).map((row) => at(row, 'openid') ?? null),
    [ada],
    'openids in the queue',
  )
})

wt2Fault.refuses('a fault without a circumstance', async (table) => {
  turnedDown(await sendTemplate(table), 50002, 'WT-2')
})

const subscriber = `/control/v1/official-accounts/office/followers/${ben}/subscriptions`
const bizsend = (table: Table) =>
  call(table, 'message/subscribe/bizsend', { touser: ben, template_id: templateId, data: values })

wt2.accepts('a message to one who subscribed to it, follower or not', async (table) => {
  equal((await table.post(subscriber, { templateId })).status, 200, 'status of the subscription')
  taken(await bizsend(table))
  equal((await messages(table, 'host-ben')).length, 1, 'messages')
})

wt2.refuses('a second message for one subscription', async (table) => {
  await table.post(subscriber, { templateId })
  taken(await bizsend(table))
  turnedDown(await bizsend(table), 43101, 'WT-2')
})

const wt4 = statement('WT-4', desk(template('status', 'instant'), { person: { consents: ['*'] } }))

wt4.accepts('somebody whom the account has served', async (table) => {
  await operate(table, { kind: 'purchase' })
  taken(await sendTemplate(table))
})

wt4.refuses('somebody who only follows, and keeps a row of it', async (table) => {
  const answer = await sendTemplate(table)
  turnedDown(answer, 50002, 'WT-4')
  equal(
    at((await table.get(`/control/v1/journal/${answer.journalId}`)).body, 'verdict'),
    'WT-4',
    'verdict in the journal',
  )
  equal((await messages(table)).length, 0, 'messages')
})

const kinds = (
  [
    [
      'WT-5.1',
      'instant',
      ['data-change', 'government-service', 'item-receipt', 'purchase', 'sign-in', 'status', 'login'],
    ],
    ['WT-5.2', 'monthly', ['phone-bill', 'utility-bill', 'property-fee', 'monthly-other']],
    [
      'WT-5.3',
      'irregular',
      ['expiration', 'payment', 'meeting', 'event', 'departure', 'flight-delay', 'to-do', 'irregular-other'],
    ],
    ['WT-5.4', 'general', ['review', 'refund', 'bid', 'order-acceptance', 'registration', 'feedback', 'general-other']],
  ] as const
).flatMap(([id, kindOf, names]) => {
  const allowed = names.map((kind) => {
    const own = statement(id, desk(template(kind, kindOf)))
    own.accepts(`${kind}, to somebody who agreed`, async (table) => taken(await sendTemplate(table)))
    return own.cases
  })
  const bare = statement(id, desk(template(names[0], kindOf), served))
  bare.refuses(`${names[0]} out of nothing`, async (table) => turnedDown(await sendTemplate(table), 50002, 'WT-2'))
  return [...allowed.flat(), ...bare.cases]
})

const wt55 = statement('WT-5.5', desk(null))

wt55.accepts('what matters to the user, without a warning', async (table) => {
  await propose(table)
  equal(await wordOn(table, 1, 'WT-5.5.important'), 'passed', 'word of WT-5.5.important')
})

wt55.refuses('to let pass silently what the user need not know: a human is warned', async (table) => {
  await propose(table, trivial)
  equal(await wordOn(table, 1, 'WT-5.5.important'), 'warned', 'word of WT-5.5.important')
  const { body } = await table.post('/control/v1/template-proposals/1/decide', {
    decision: 'refuse',
    reason: 'Trivial.',
  })
  equal(at(body, 'state'), 'refused', 'state')
})

const trivial = { class: 'irregular', kind: 'irregular-other', title: 'Wallpaper change notification' }

const wt56 = statement('WT-5.6', desk(null))

wt56.accepts('an event reminder', async (table) => {
  const { body } = await propose(table, { class: 'irregular', kind: 'event', title: 'Event start reminder' })
  equal(at(body, 'state'), 'in-review', 'state')
})

wt56.refuses('an activity announcement', async (table) => {
  await propose(table, { class: 'irregular', kind: 'event', title: 'Activity announcement notification' })
  equal(await wordOn(table, 1, 'WT-5.6.irrelevant'), 'refused', 'word of WT-5.6.irrelevant')
})

const wt57 = statement('WT-5.7', desk(template('expiration', 'irregular')))
const days = async (table: Table, count: number) => {
  for (let number = 1; number <= count; number += 1) {
    taken(await sendTemplate(table))
    await moveTo(table, noon + number * 2 * day)
  }
}

wt57.accepts('three expiration notices about one subject, and one about another', async (table) => {
  await days(table, 3)
  taken(await sendTemplate(table, { data: { ...values, keyword1: { value: 'B-2' } } }))
})

wt57.refuses('a fourth', async (table) => {
  await days(table, 3)
  turnedDown(await sendTemplate(table), 50002, 'WT-5.7')
})

const wt58 = statement('WT-5.8', desk(null))
const toDo = { class: 'irregular', kind: 'to-do', title: 'Task to-do reminder' }

wt58.accepts('a plain to-do reminder', async (table) => {
  equal(at((await propose(table, toDo)).body, 'state'), 'in-review', 'state')
})

wt58.refuses('a to-do reminder that sells', async (table) => {
  await propose(table, {
    ...toDo,
    example:
      'Dear Ms Ade, a task waits.\nTicket number: 17\nCollection place: Gate 4\nOpening hours of counter: 9 to 17\nBuy now, 50% off!',
  })
  equal(await wordOn(table, 1, 'WT-5.8.to-do'), 'refused', 'word of WT-5.8.to-do')
})

/** WT-1, WT-2, WT-4, WT-5. */
export const templateSends = [
  ...wt1.cases,
  ...wt2.cases,
  ...wt2Monthly.cases,
  ...wt2Fault.cases,
  ...wt4.cases,
  ...kinds,
  ...wt55.cases,
  ...wt56.cases,
  ...wt57.cases,
  ...wt58.cases,
]
