import { statement } from '../../case.ts'
import { claim, equal } from '../../claim.ts'
import { at, list } from '../../json.ts'
import { moveTo } from '../../table.ts'
import { day, hour, minute, noon } from '../../world.ts'
import { act, exhausts, office, say, switchAt, taken, turnedDown, write } from './customer-office.ts'

const before = office({}, { start: switchAt - day })
const now = office()

const cs2 = statement('CS-2', now)
const cs2Before = statement('CS-2', before)
const cs3 = statement('CS-3', now)
const cs3Before = statement('CS-3', before)
const cs3Unlimited = statement('CS-3', office({ settings: { payment: 'unlimited-48h' } }))
const cs4 = statement('CS-4', now)
const cs4Before = statement('CS-4', before)
const cs5 = statement('CS-5', office({ registeredAt: switchAt }, { start: switchAt - minute }))
const cs6 = statement('CS-6', office({}, { start: switchAt - 30 * day }))
const cs6Own = statement('CS-6', office({ customerSwitchAt: switchAt + 10 * day }, { start: switchAt }))
const cs8 = statement('CS-8', office({ customerSwitchAt: switchAt + 10 * day }, { start: switchAt + 10 * day - hour }))

cs2.accepts('5 messages within 48 hours of a message', async (table) => {
  await write(table)
  await moveTo(table, noon + 48 * hour - 1)
  for (let number = 1; number <= 5; number += 1) taken(await say(table, `Answer ${number}`))
})
cs2.refuses('a sixth', async (table) => {
  await write(table)
  await exhausts(table, { count: 5, code: 45047, rule: 'CS-2' })
})
cs2.refuses('one after 48 hours', async (table) => {
  await write(table)
  await moveTo(table, noon + 48 * hour)
  turnedDown(await say(table, 'Too late'), 45015, 'CS-1')
})
cs2Before.refuses('a twenty-first, before the change', async (table) => {
  await write(table)
  await exhausts(table, { count: 20, code: 45047, rule: 'CS-2' })
})

cs3Before.accepts('20 messages after a payment, before the change', async (table) => {
  await act(table, { kind: 'payment', order: 'A7' })
  await exhausts(table, { count: 20, code: 45047, rule: 'CS-2' })
})
cs3Unlimited.accepts('any number for 48 hours, where the operator reads it so', async (table) => {
  await act(table, { kind: 'payment', order: 'A7' })
  for (let number = 1; number <= 25; number += 1) taken(await say(table, `Answer ${number}`))
  await moveTo(table, noon + 48 * hour)
  turnedDown(await say(table, 'Too late'), 45015, 'CS-1')
})
cs3.refuses('a message after a payment since the change', async (table) => {
  const { body } = await act(table, { kind: 'payment', order: 'A7' })
  equal(at(body, 'opened'), null, 'the window that a payment opens')
  turnedDown(await say(table, 'Thank you'), 45015, 'CS-3')
})
cs3.accepts('what another window allows, payment or not', async (table) => {
  await write(table)
  await act(table, { kind: 'payment', order: 'A7' })
  taken(await say(table, 'Thank you'))
})

for (const [what, action] of [
  ['menu click', { kind: 'menu-click', key: 'TRACK' }],
  ['follow', { kind: 'follow' }],
  ['QR scan', { kind: 'scan', scene: 'door' }],
] as const)
  for (const [when, cs, start] of [
    ['since the change', cs4, noon],
    ['before it', cs4Before, switchAt - day],
  ] as const) {
    cs.accepts(`3 messages within a minute of a ${what}, ${when}`, async (table) => {
      await act(table, action)
      await moveTo(table, start + minute - 1)
      for (let number = 1; number <= 3; number += 1) taken(await say(table, `Answer ${number}`))
    })
    cs.refuses(`a fourth, and one after that minute, after a ${what}, ${when}`, async (table) => {
      await act(table, action)
      await exhausts(table, { count: 3, code: 45047, rule: 'CS-4' })
      await act(table, action)
      await moveTo(table, start + minute)
      turnedDown(await say(table, 'Too late'), 45015, 'CS-1')
    })
  }

cs5.accepts('20 messages until 2023-06-12 00:00 (UTC+8)', async (table) => {
  await write(table)
  await exhausts(table, { count: 20, code: 45047, rule: 'CS-2' })
})
cs5.refuses('a sixth from then on to an account that registered since', async (table) => {
  await moveTo(table, switchAt)
  await write(table)
  await exhausts(table, { count: 5, code: 45047, rule: 'CS-2' })
})

const last = switchAt + 54 * day

cs6.accepts('20 messages of an account that registered before, until its own batch', async (table) => {
  await moveTo(table, switchAt - minute)
  await write(table)
  await exhausts(table, { count: 20, code: 45047, rule: 'CS-2' })
})
cs6.accepts('that the account is told by an internal message first', async (table) => {
  const own = Number(
    at(
      (await table.get('/control/v1/official-accounts/office/followers/oConformance00000000000ada01/windows')).body,
      'switchAt',
    ),
  )
  claim(own >= switchAt && own <= last, `the batch is from 2023-06-12 to 2023-08-05, not at ${own}`)
  const letters = async () =>
    list(at((await table.get('/control/v1/senders/office/internal-messages')).body, 'messages'))
  equal((await letters()).length, 0, 'letters in May')
  await moveTo(table, own - minute)
  equal((await letters()).length, 1, 'letters before the switch')
})
cs6.refuses('a sixth when all batches are through', async (table) => {
  await moveTo(table, last)
  await write(table)
  await exhausts(table, { count: 5, code: 45047, rule: 'CS-2' })
})
cs6Own.refuses('a sixth from the account’s own date on', async (table) => {
  await write(table)
  for (let number = 1; number <= 6; number += 1) taken(await say(table, `Answer ${number}`))
  await moveTo(table, switchAt + 13 * day)
  await write(table)
  await exhausts(table, { count: 5, code: 45047, rule: 'CS-2' })
})

cs8.accepts('what a window had left when the switch came, until the end that it had', async (table) => {
  await write(table)
  taken(await say(table, 'Answer 0'))
  await moveTo(table, switchAt + 10 * day + hour)
  await exhausts(table, { count: 19, code: 45047, rule: 'CS-2' })
})
cs8.refuses('more than 5 in a window that opened after it', async (table) => {
  await moveTo(table, switchAt + 10 * day)
  await write(table)
  await exhausts(table, { count: 5, code: 45047, rule: 'CS-2' })
})

export const customerServiceWindows = [
  ...[cs2, cs2Before, cs3, cs3Before, cs3Unlimited, cs4, cs4Before, cs5, cs6, cs6Own, cs8].flatMap(
    ({ cases }) => cases,
  ),
]
