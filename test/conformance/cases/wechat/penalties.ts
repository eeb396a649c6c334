import { statement } from '../../case.ts'
import { claim, equal } from '../../claim.ts'
import { at, type Json, list } from '../../json.ts'
import { moveTo, type Table } from '../../table.ts'
import { day, minute, noon } from '../../world.ts'
import { taken, turnedDown } from './customer-office.ts'
import { add, desk, operate, ownTitles, sendTemplate, template, values } from './template-desk.ts'

type Changes = { readonly [key: string]: Json }

const card = template('purchase', 'instant', {
  libraryId: 'TM00015',
  title: 'Card payment success notification',
  content: '{{first.DATA}}\nCard: {{keyword1.DATA}}\nAmount paid: {{keyword2.DATA}}\n{{remark.DATA}}',
})

const said = { ...values, keyword1: { value: 'ending 4471' }, keyword2: { value: '12.50' } }

const send = (table: Table, changes: Changes = {}) =>
  sendTemplate(table, {
    data: {
      ...said,
      ...Object.fromEntries(Object.entries(changes).map(([name, value]) => [name, { value }])),
    },
  })

async function violations(table: Table): Promise<readonly Json[]> {
  return list(at((await table.get('/control/v1/senders/office/standing')).body, 'violations'))
}

/** Rules that entered something, oldest first. */
const entered = async (table: Table): Promise<Json> => (await violations(table)).map((one) => at(one, 'rule') ?? null)

/** What the internal messages are about, oldest first. */
async function letters(table: Table): Promise<readonly string[]> {
  const { body } = await table.get('/control/v1/senders/office/internal-messages')
  return list(at(body, 'messages'))
    .map((one) => String(at(one, 'about')))
    .reverse()
}

/** Accepted by the wire, and entered into the ledger by that rule. */
async function guilty(table: Table, rule: string, changes: Changes): Promise<void> {
  taken(await send(table, changes))
  equal(await entered(table), [rule], 'rules in the ledger')
}

async function innocent(table: Table, changes: Changes = {}): Promise<void> {
  taken(await send(table, changes))
  equal(await entered(table), [], 'rules in the ledger')
}

const wt111 = statement('WT-11.1', desk(card))
const follows = statement('WT-11.1', desk(card, { person: { consents: ['*'] } }))
wt111.accepts('a user who received a service', (table) => innocent(table))
follows.refuses('a user who only follows; the account has one violation', async (table) => {
  turnedDown(await send(table), 50002, 'WT-4')
  equal(await entered(table), ['WT-11.1'], 'rules in the ledger')
})

const wt112 = statement('WT-11.2', desk(card))
wt112.accepts('two repetitions after one tap of the menu, and messages about other things', async (table) => {
  await operate(table, { kind: 'menu' })
  for (const keyword2 of ['1.00', '2.00', '3.00', '3.00']) await innocent(table, { keyword2 })
})
wt112.refuses('a third repetition without a violation', async (table) => {
  await operate(table, { kind: 'menu' })
  await innocent(table)
  await innocent(table)
  await guilty(table, 'WT-11.2', {})
})

const fixtures = (
  [
    [
      'WT-11.3',
      'We pack your order today.',
      'New arrivals are in the store now: garden chairs, buy one get one.',
      '新品上市，全场8折，欢迎选购。',
    ],
    [
      'WT-11.4',
      'Share this code with the courier to receive your parcel.',
      'Share this message with five friends and get a red packet.',
      '分享给5位好友即可领取红包。',
    ],
    ['WT-11.5', 'Download the invoice within 30 days.', 'Download our app and get a free coupon.', '下载APP领红包。'],
    [
      'WT-11.6',
      'The receipt is in your account.',
      'The autumn party takes place on Saturday with live music.',
      '秋季派对周六举行，有现场音乐。',
    ],
    [
      'WT-11.7',
      'The lift is inspected on Monday.',
      'All residents are welcome to the spring carnival with free gifts and discounts.',
      '欢迎全体业主参加社区嘉年华，到场即送好礼。',
    ],
  ] as const
).flatMap(([id, fine, english, chinese]) => {
  const own = statement(id, desk(card))
  own.accepts(`"${fine}"`, (table) => innocent(table, { remark: fine }))
  for (const remark of [english, chinese])
    own.refuses(`"${remark}" without a violation`, (table) => guilty(table, id, { remark }))
  return own.cases
})

const wt118 = statement('WT-11.8', desk(card))
wt118.accepts('values of the sort that their keywords name', (table) => innocent(table))
for (const keyword2 of ['undefined', '{{keyword2.DATA}}', 'Ada'])
  wt118.refuses(`"${keyword2}" as an amount without a violation`, (table) => guilty(table, 'WT-11.8', { keyword2 }))

const ladder = [
  { points: 3, step: 'warned' },
  { points: 6, step: 'disabled', days: 7 },
  { points: 12, step: 'disabled', days: 30 },
  { points: 20, step: 'removed' },
]
const lasting = { settings: { penalties: { ladder, recycleAt: 1_000 } } }

/** Sells, each time about another card, until something else than 0 is answered. */
async function sell(table: Table, from: number): Promise<Json> {
  for (let sent = 0; sent < 20; sent += 1) {
    await moveTo(table, from + sent * minute)
    const { body } = await send(table, { keyword1: `ending ${4_000 + sent}`, remark: 'Flash sale: buy now and save.' })
    if (at(body, 'errcode') !== 0) return at(body, 'errcode') ?? null
  }
  return null
}

const wt119 = statement('WT-11.9', desk(card, lasting))
wt119.accepts('messages again when the seven days are over', async (table) => {
  equal(await sell(table, noon), 48004, 'errcode at last')
  await moveTo(table, noon + 8 * day)
  taken(await send(table))
})
wt119.refuses(
  'everything of an account whose API is blocked, for 7 days, then for 30, then for good',
  async (table) => {
    equal(await sell(table, noon), 48004, 'errcode at last')
    turnedDown(await send(table), 48004, 'WT-11.9')
    equal(await sell(table, noon + 8 * day), 48004, 'errcode at last')
    await moveTo(table, noon + 30 * day)
    turnedDown(await send(table), 48004, 'WT-11.9')
    equal(await sell(table, noon + 40 * day), 48004, 'errcode at last')
    await moveTo(table, noon + 400 * day)
    turnedDown(await send(table), 48004, 'WT-11.9')
    equal(at((await table.get('/control/v1/senders/office')).body, 'status'), 'removed', 'status of the account')
  },
)

const once = statement('WT-11.9', desk(card, { settings: { penalties: { ladder: [], recycleAt: 3 } } }))
once.accepts('a template with fewer violations than several', async (table) => {
  for (const keyword1 of ['a 1', 'a 2']) taken(await send(table, { keyword1, remark: 'Flash sale: buy now and save.' }))
  equal((await ownTitles(table)).length, 1, 'templates')
})
once.refuses('a template after several violations: recycled, and never added again', async (table) => {
  equal(await sell(table, noon), 40037, 'errcode at last')
  equal(await ownTitles(table), [], 'titles')
  turnedDown(await add(table, 'TM00015'), 43106, 'WT-11.9')
})

const wt12 = statement('WT-12', desk(card, lasting))
wt12.accepts('no internal message where nothing was done wrong', async (table) => {
  taken(await send(table))
  equal(await letters(table), [], 'letters')
})
wt12.refuses('to punish in silence: each violation and each step is told, in both languages', async (table) => {
  await sell(table, noon)
  equal(await letters(table), ['violation', 'warned', 'violation', 'api-blocked'], 'letters')
  const { body } = await table.get('/control/v1/senders/office/internal-messages')
  for (const one of list(at(body, 'messages'))) {
    claim(String(at(one, 'text.en')) !== '', 'English words')
    claim(/[\u4e00-\u9fff]/.test(String(at(one, 'text.zh'))), 'Chinese words')
  }
})

const complaints = { settings: { penalties: { ladder: [{ points: 2, step: 'disabled', days: 7 }] } } }
const wt13 = statement('WT-13', desk(card, complaints))

async function complain(table: Table): Promise<Json> {
  const { body } = await table.get('/delivery/v1/snapshot', 'host-ada')
  const itemId = at(body, 'items.0.item.id') ?? null
  const answer = await table.post('/delivery/v1/reports', { itemId, kind: 'harassing' }, 'host-ada')
  equal(answer.status, 200, 'status of the report')
  return at(answer.body, 'repeated') ?? null
}

wt13.accepts('one complaint, however often it is made', async (table) => {
  taken(await send(table))
  equal([await complain(table), await complain(table), await complain(table)], [false, true, true], 'repeated')
  taken(await send(table, { keyword1: 'another' }))
})
wt13.refuses('an account that users complained about', async (table) => {
  for (const keyword1 of ['one', 'two']) {
    taken(await send(table, { keyword1 }))
    equal(await complain(table), false, 'repeated')
  }
  turnedDown(await send(table), 48004, 'WT-11.9')
  equal((await letters(table)).slice(-2), ['report', 'api-blocked'], 'letters')
})

/** WT-11 to WT-13. */
export const templatePenalties = [
  ...[wt111, follows, wt112].flatMap(({ cases }) => cases),
  ...fixtures,
  ...[wt118, wt119, once, wt12, wt13].flatMap(({ cases }) => cases),
]
