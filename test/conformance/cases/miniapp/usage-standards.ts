import { statement } from '../../case.ts'
import { equal } from '../../claim.ts'
import { at, type Json } from '../../json.ts'
import { accepted, explains, message, refused, sendService, sendText } from '../../requests.ts'
import { moveTo, type Table } from '../../table.ts'
import { day, noon } from '../../world.ts'

const paid = { scenario: 'billing', action: 'paid', occurrenceId: 'bill-2041' }

const ma14 = statement('MA-14')

ma14.accepts('messages for other occurrences, actions and scenarios', async (table) => {
  accepted(await sendService(table, paid))
  await moveTo(table, noon + 3 * day)
  accepted(await sendService(table, { ...paid, occurrenceId: 'bill-2042' }))
  await moveTo(table, noon + 6 * day)
  accepted(await sendService(table, { ...paid, action: 'refunded' }))
})

ma14.accepts('what does not say its occurrence, as not checkable', async (table) => {
  const answer = await sendService(table, { scenario: 'billing' })
  accepted(answer)
  equal(await explains(table, answer, 'MA-14'), 'not-checkable', 'word of MA-14')
})

ma14.refuses('a second message for the same action in the same scenario', async (table) => {
  accepted(await sendService(table, paid))
  await moveTo(table, noon + 6 * day)
  const again = { ...paid, message: { ...message, title: 'Thank you for paying' } }
  refused(await sendService(table, again), 70002, 'MA-14')
})

const ma15 = statement('MA-15')

async function declare(table: Table): Promise<void> {
  const tide = (await table.get('/control/v1/senders/tide')).body
  const pages = [
    { path: 'pages/home/index', title: 'Home', tab: true },
    { path: 'pages/bill/detail', title: 'Balance', topics: ['balance', 'talk time'] },
    { path: 'pages/Case/Kept', title: 'Membership', topics: ['membership'] },
  ]
  const record = { ...(tide as { readonly [key: string]: Json }), pages }
  equal((await table.put('/control/v1/senders/tide', record)).status, 200, 'status of declaring topics')
}

ma15.accepts('a message whose topic its page has, and pages that declare none', async (table) => {
  await declare(table)
  accepted(await sendText(table, { topic: 'talk time' }))
  const answer = await sendService(table, {
    uniqueIds: ['u_ben'],
    message: { ...message, topic: 'balance', jumpUrl: 'pages/home/index' },
  })
  accepted(answer)
  equal(await explains(table, answer, 'MA-15.topic'), 'not-checkable', 'word of MA-15')
})

ma15.refuses('a message about the balance that leads to membership', async (table) => {
  await declare(table)
  refused(await sendText(table, { topic: 'balance', jumpUrl: 'pages/Case/Kept' }), 70002, 'MA-15')
})

ma15.refuses('a message that an operator ruled false, from then on', async (table) => {
  const item = accepted(await sendService(table))
  await table.post(`/control/v1/items/${item}/withdraw`, { reason: 'The balance suffices.', kind: 'false' })
  const { body } = await table.get('/control/v1/senders/tide/standing')
  equal(at(body, 'violations.0.kind'), 'false', 'kind of the violation')
  refused(await sendService(table, { uniqueIds: ['u_ben'] }), 70002, 'MA-18')
})

const ma17 = statement('MA-17')

/** Three messages to Ada, three days apart; what became of the third. */
async function third(
  table: Table,
  contents: readonly string[],
  changes: readonly { readonly [key: string]: Json }[] = [],
) {
  for (const [at, content] of contents.slice(0, 2).entries()) {
    accepted(await sendService(table, { message: { ...message, content }, ...changes[at] }))
    await moveTo(table, noon + (at + 1) * 3 * day)
  }
  return sendService(table, { message: { ...message, content: contents[2] ?? '' }, ...changes[2] })
}

const nag = 'Recharge now and get your talk time back.'

ma17.accepts('a second similar message within 30 days, with a warning', async (table) => {
  accepted(await sendText(table, { content: nag }))
  await moveTo(table, noon + 3 * day)
  const answer = await sendText(table, { content: nag })
  accepted(answer)
  equal(await explains(table, answer, 'MA-17'), 'warned', 'word of MA-17')
})

ma17.accepts('three that differ, and three for different occurrences', async (table) => {
  const titles = ['Water is back since noon', 'Meet us at the fair', 'Your meter was read']
  for (const [at, title] of titles.entries()) {
    accepted(await sendText(table, { title, content: `${title}, and we say thank you.` }))
    await moveTo(table, noon + (at + 1) * 3 * day)
  }
  const paying = (occurrenceId: string) => ({ miniappId: 'mp_reef', ...paid, occurrenceId })
  for (const [at, occurrence] of ['a', 'b', 'c'].entries()) {
    accepted(await sendService(table, paying(occurrence)))
    await moveTo(table, noon + (at + 4) * 3 * day)
  }
})

ma17.refuses('the third similar message within 30 days, whatever number or order of words it has', async (table) => {
  refused(await third(table, [nag, nag, nag]), 70002, 'MA-17')
})

ma17.refuses('the third that only counts on', async (table) => {
  const offers = ['You have 3 offers of 250.', 'You have 17 offers of 1,900.', 'Of 40 you have 8 offers.']
  refused(await third(table, offers), 70002, 'MA-17')
})

const ma18 = statement('MA-18')

ma18.accepts('what a classifier doubts, for an operator to look at', async (table) => {
  const answer = await sendText(table, { content: 'Beware of sports betting with sure odds: report it to us.' })
  accepted(answer)
  equal(await explains(table, answer, 'MA-18.doubtful'), 'warned', 'word of MA-18.doubtful')
})

ma18.accepts('what no classifier doubts', async (table) => {
  const answer = await sendService(table)
  accepted(answer)
  equal(await explains(table, answer, 'MA-18.doubtful'), 'not-checkable', 'word of MA-18.doubtful')
})

export const usageStandards = [...ma14.cases, ...ma15.cases, ...ma17.cases, ...ma18.cases]
