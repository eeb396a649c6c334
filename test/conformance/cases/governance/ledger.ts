import { statement } from '../../case.ts'
import { claim, equal } from '../../claim.ts'
import { at, pluck } from '../../json.ts'
import { accepted, message, problem, refused, sendService, snapshot } from '../../requests.ts'
import { moveTo, type Table } from '../../table.ts'
import { day, noon } from '../../world.ts'
import { step, told } from './life-cycle.ts'

const standing = async (table: Table) => (await table.get('/control/v1/senders/tide/standing')).body

const violate = (table: Table, kind: string, degree: string) =>
  step(table, 'tide/violations', { kind, degree, reason: `A ${degree} one.` })

const ma18 = statement('MA-18')

ma18.accepts('other words of a sender one of whose messages was withdrawn', async (table) => {
  const item = accepted(await sendService(table))
  const body = { reason: 'It frightens people.' }
  equal(at((await table.post(`/control/v1/items/${item}/withdraw`, body)).body, 'withdrawn'), true, 'withdrawn')
  accepted(await sendService(table, { uniqueIds: ['u_ben'], message: { ...message, title: 'Your bill for April' } }))
})

ma18.refuses('the same words after an operator withdrew them, with the reason', async (table) => {
  const item = accepted(await sendService(table))
  await table.post(`/control/v1/items/${item}/withdraw`, { reason: 'It frightens people.' })
  const answer = await sendService(table, { uniqueIds: ['u_ben'] })
  refused(answer, 70002, 'MA-18')
  claim(String(at(answer.body, 'data.denial.received')).includes('It frightens people.'), 'the reason is in the denial')
  equal(at(await snapshot(table, 'host-ada'), 'counts.total'), 0, 'items of the recipient')
  equal(await told(table), ['withdrawn'], 'internal messages')
})

ma18.refuses('a registered message that an operator refused', async (table) => {
  const registered = await table.post('/miniapp/v1/messages', { miniappId: 'mp_tide', ...message })
  const messageId = String(at(registered.body, 'data.messageId'))
  await step(table, `tide/messages/${messageId}/refuse`, { reason: 'No.' })
  const send = { miniappId: 'mp_tide', uniqueIds: ['u_ada'], messageId }
  refused(await table.post('/miniapp/v1/messages/send', send), 70002, 'MA-18')
})

const ma19 = statement('MA-19')

ma19.accepts('a mini-program whose violations do not reach the ladder, and one that came back', async (table) => {
  await violate(table, 'repetition', 'minor')
  accepted(await sendService(table))
  await step(table, 'tide/remove', { reason: 'Fraud.' })
  await step(table, 'tide/restore', {})
  accepted(await sendService(table, { uniqueIds: ['u_ben'] }))
})

ma19.accepts('violations that are older than the window as gone', async (table) => {
  await violate(table, 'promotion', 'minor')
  await moveTo(table, noon + 90 * day)
  equal(at(await violate(table, 'promotion', 'minor'), 'points'), 3, 'points')
})

ma19.refuses('sends of a mini-program that violated up to disabling, revoking and removal', async (table) => {
  await violate(table, 'promotion', 'serious')
  equal(at(await standing(table), 'disabledUntil'), noon + 7 * day, 'disabledUntil')
  refused(await sendService(table), 70008, 'MA-6')
  await violate(table, 'content', 'grave')
  equal(at(await standing(table), 'capability'), 'revoked', 'capability')
  await violate(table, 'content', 'minor')
  refused(await sendService(table), 70001, 'MA-19')
  equal(
    await told(table),
    ['removed', 'violation', 'revoked', 'violation', 'disabled', 'violation'],
    'internal messages',
  )
})

ma19.refuses('a removed mini-program everything; delivered rows stay and nobody launches it', async (table) => {
  const item = accepted(await sendService(table))
  await step(table, 'tide/remove', { reason: 'Fraud.' })
  refused(await sendService(table, { uniqueIds: ['u_ben'] }), 70001, 'MA-19')
  refused(await table.post('/miniapp/v1/messages', { miniappId: 'mp_tide', ...message }), 70001, 'MA-19')
  const page = await snapshot(table, 'host-ada')
  equal(at(page, 'items.0.item.id'), item, 'the row that stays')
  equal(at(page, 'senders.0.status'), 'removed', 'status of its sender')
  equal((await table.post('/delivery/v1/uses', { sender: 'tide' }, 'host-ada')).status, 400, 'status of a launch')
})

ma19.refuses('to forget a loss: liability is reserved', async (table) => {
  await step(table, 'tide/violations', { kind: 'false', reason: 'Untrue.', loss: '40,000 of top-ups' })
  equal(at(await standing(table), 'violations.0.liability'), 'reserved', 'liability')
  equal(await told(table), ['warned', 'liability', 'violation'], 'internal messages')
})

const ma21 = statement('MA-21')

ma21.accepts('a report of an own item once, with a weight in the ledger', async (table) => {
  const itemId = accepted(await sendService(table))
  const report = () => table.post('/delivery/v1/reports', { itemId, kind: 'harassing' }, 'host-ada')
  equal((await report()).body, { repeated: false }, 'first report')
  equal((await report()).body, { repeated: true }, 'second report')
  const ledger = await standing(table)
  equal(pluck(at(ledger, 'violations'), 'kind').map(String), ['harassing'], 'kinds in the ledger')
  equal(at(ledger, 'points'), 1, 'points')
})

ma21.refuses('reports of what the session does not see, and of no known kind', async (table) => {
  const itemId = accepted(await sendService(table))
  const report = (body: { itemId: string; kind: string }, token: string) =>
    table.post('/delivery/v1/reports', body, token)
  problem(await report({ itemId, kind: 'false' }, 'host-ben'), 404, 'unknown-item')
  problem(await report({ itemId, kind: 'false' }, 'reef-ada'), 404, 'unknown-item')
  problem(await report({ itemId, kind: 'boring' }, 'host-ada'), 400, 'malformed')
  equal(at(await standing(table), 'points'), 0, 'points')
})

ma21.refuses('sends when so many recipients complained that the ladder is reached', async (table) => {
  const body = { governance: governance(1) }
  equal((await table.put('/control/v1/miniapp', body)).status, 200, 'status of choosing a ladder')
  const itemId = accepted(await sendService(table))
  await table.post('/delivery/v1/reports', { itemId, kind: 'marketing' }, 'host-ada')
  refused(await sendService(table, { uniqueIds: ['u_ben'] }), 70008, 'MA-6')
})

/** A ladder whose one rung disables for a day. */
function governance(points: number) {
  return {
    automatic: true,
    windowDays: 90,
    weights: { content: 5, repetition: 2, false: 4, promotion: 3, harassment: 2, inappropriate: 2 },
    degrees: { minor: 1, serious: 2, grave: 4 },
    reports: { harassing: 1, false: 1, marketing: 1, other: 1 },
    ladder: [{ points, step: 'disabled', days: 1 }],
  }
}

export const ledger = [...ma18.cases, ...ma19.cases, ...ma21.cases]
