import { statement } from '../../case.ts'
import { equal } from '../../claim.ts'
import { moveTo } from '../../table.ts'
import { day, minute, noon } from '../../world.ts'
import { messages, taken, turnedDown } from './customer-office.ts'
import { desk, operate, sendTemplate, template } from './template-desk.ts'

const served = { person: { servedAt: 1 } }
const wt6 = statement('WT-6', desk(template('status', 'instant'), served))
const wt6Monthly = statement('WT-6', desk(template('utility-bill', 'monthly')))
const wt6Irregular = statement('WT-6', desk(template('meeting', 'irregular')))

wt6.accepts('an instant message within five minutes', async (table) => {
  await operate(table, { kind: 'purchase' })
  await moveTo(table, noon + 5 * minute)
  taken(await sendTemplate(table))
})

wt6.refuses('an instant message later than that', async (table) => {
  await operate(table, { kind: 'purchase' })
  await moveTo(table, noon + 5 * minute + 1)
  turnedDown(await sendTemplate(table), 50002, 'WT-6')
})

wt6.refuses('to send one client_msg_id twice: the answer is the first one', async (table) => {
  await operate(table, { kind: 'purchase' })
  const first = await sendTemplate(table, { client_msg_id: 'order-1' })
  const second = await sendTemplate(table, { client_msg_id: 'order-1' })
  equal(second.text, first.text, 'the whole answer')
  equal((await messages(table)).length, 1, 'messages')
})

wt6Monthly.accepts('a monthly message in each month', async (table) => {
  taken(await sendTemplate(table))
  await moveTo(table, noon + 31 * day)
  taken(await sendTemplate(table))
})

wt6Monthly.refuses('a second one in the month', async (table) => {
  taken(await sendTemplate(table))
  await moveTo(table, noon + 20 * day)
  turnedDown(await sendTemplate(table), 50002, 'WT-6')
})

wt6Irregular.accepts('irregular messages about different things, and about one a day later', async (table) => {
  taken(await sendTemplate(table))
  taken(await sendTemplate(table, { minibell: { subject: 'another' } }))
  await moveTo(table, noon + day)
  taken(await sendTemplate(table))
})

wt6Irregular.refuses('a second one about the same within 24 hours', async (table) => {
  taken(await sendTemplate(table))
  await moveTo(table, noon + day - 1)
  turnedDown(await sendTemplate(table), 50002, 'WT-6')
})

const wt6Daily = statement('WT-6', desk(template('status', 'instant'), { settings: { dailySends: 2 } }))

wt6Daily.accepts('as many messages a day as the account may send', async (table) => {
  taken(await sendTemplate(table))
  taken(await sendTemplate(table))
})

wt6Daily.refuses('one more on that day', async (table) => {
  taken(await sendTemplate(table))
  taken(await sendTemplate(table))
  turnedDown(await sendTemplate(table), 45009, 'WT-6')
})

/** WT-6: when and how often. */
export const templateFrequency = [...wt6.cases, ...wt6Monthly.cases, ...wt6Irregular.cases, ...wt6Daily.cases]
