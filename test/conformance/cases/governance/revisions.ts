import { statement } from '../../case.ts'
import { equal } from '../../claim.ts'
import { at, pluck } from '../../json.ts'
import { accepted, refused, sendService } from '../../requests.ts'
import { moveTo, type Table } from '../../table.ts'
import { day, noon } from '../../world.ts'

const ma20 = statement('MA-20')

/** One message every 7 days instead of 3, from four days after `noon`. */
const revision = {
  name: 'miniapp-messages',
  version: '2',
  effectiveAt: noon + 4 * day,
  bulletin: { en: 'One message every 7 days.', zh: '每 7 天 1 条消息。' },
  numbers: { frequency: { mode: 'rolling', days: 7 } },
}

const announce = (table: Table, changes: object = {}) =>
  table.put('/control/v1/rule-sets/2', { ...revision, ...changes })

ma20.accepts('sends by the revision that is in force, and a bulletin that tells of the next', async (table) => {
  equal((await announce(table)).status, 200, 'status of announcing')
  accepted(await sendService(table))
  await moveTo(table, noon + 3 * day)
  accepted(await sendService(table))
  const { body } = await table.get('/control/v1/bulletin')
  equal(pluck(at(body, 'ruleSets'), 'state').map(String), ['in force', 'announced'], 'states')
})

ma20.accepts('the first send after the date as agreement to that version', async (table) => {
  await announce(table)
  accepted(await sendService(table))
  await moveTo(table, noon + 7 * day)
  accepted(await sendService(table))
  const { body } = await table.get('/control/v1/senders/tide/standing')
  equal(pluck(at(body, 'agreements'), 'version').map(String), ['1', '2'], 'versions')
  equal(at(body, 'agreements.1.at'), noon + 7 * day, 'instant of the agreement')
})

ma20.refuses('from its date on what the revision refuses', async (table) => {
  await announce(table)
  accepted(await sendService(table))
  await moveTo(table, noon + 4 * day)
  refused(await sendService(table), 70013, 'MA-3')
})

ma20.refuses('a revision that is not whole', async (table) => {
  equal((await announce(table, { effectiveAt: 'soon' })).status, 400, 'status without a date')
  equal((await announce(table, { numbers: { frequency: 3 } })).status, 400, 'status with wrong numbers')
})

export const revisions = ma20.cases
