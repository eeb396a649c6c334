import { statement } from '../../case.ts'
import { equal } from '../../claim.ts'
import { at, type Json, pluck } from '../../json.ts'
import { accepted, refused, sendService } from '../../requests.ts'
import { moveTo, type Table } from '../../table.ts'
import { day, noon } from '../../world.ts'

/** An operator's step towards a mini-program; 200. */
export async function step(table: Table, path: string, body: Json): Promise<Json> {
  const answer = await table.post(`/control/v1/senders/${path}`, body)
  equal(answer.status, 200, `status of ${path}`)
  return answer.body
}

/** What the developer was told, newest first. */
export async function told(table: Table, sender = 'tide'): Promise<Json> {
  const { body } = await table.get(`/control/v1/senders/${sender}/internal-messages`)
  return pluck(at(body, 'messages'), 'about').map((word) => word ?? null)
}

const apply = (table: Table, miniappId: string) => table.post('/miniapp/v1/capability/apply', { miniappId })

const ma2 = statement('MA-2')

ma2.accepts('enterprise and personal accounts alike', async (table) => {
  accepted(await sendService(table))
  accepted(await sendService(table, { miniappId: 'mp_reef' }))
})

ma2.refuses('a personal account for the reasons of everybody and no other', async (table) => {
  refused(await sendService(table, { miniappId: 'mp_reef', uniqueIds: ['u_ben'] }), 70012, 'MA-4')
  refused(await sendService(table, { uniqueIds: ['u_cyd'] }), 70012, 'MA-4')
})

const ma6 = statement('MA-6')

ma6.accepts('an application, its review and the grant, each told to the developer', async (table) => {
  equal(at((await apply(table, 'mp_bare')).body, 'data.capability'), 'in-review', 'capability after applying')
  refused(await sendService(table, { miniappId: 'mp_bare' }), 70008, 'MA-6')
  await step(table, 'bare/review', { decision: 'grant' })
  accepted(await sendService(table, { miniappId: 'mp_bare' }))
  equal(await told(table, 'bare'), ['granted', 'applied'], 'internal messages')
})

ma6.accepts('a mini-program again from the moment when its disabling ends', async (table) => {
  await step(table, 'tide/disable', { until: noon + 2 * day, reason: 'Links in messages.' })
  await moveTo(table, noon + 2 * day - 1)
  refused(await sendService(table), 70008, 'MA-6')
  await moveTo(table, noon + 2 * day)
  accepted(await sendService(table))
  equal(await told(table), ['enabled', 'disabled'], 'internal messages')
})

ma6.refuses('a send after a refused application, with the reason', async (table) => {
  await apply(table, 'mp_bare')
  await step(table, 'bare/review', { decision: 'refuse', reason: 'Describe the scenario.' })
  const answer = await sendService(table, { miniappId: 'mp_bare' })
  refused(answer, 70008, 'MA-6')
  const received = at(answer.body, 'data.denial.received')
  equal(String(received).includes('Describe the scenario.'), true, 'the reason is in the denial')
})

ma6.refuses('an application of who is in review, granted, disabled or revoked', async (table) => {
  for (const miniappId of ['mp_asked', 'mp_tide', 'mp_still', 'mp_lost'])
    refused(await apply(table, miniappId), 70008, 'MA-6')
})

ma6.refuses('to review what nobody applied for', async (table) => {
  const answer = await table.post('/control/v1/senders/tide/review', { decision: 'grant' })
  equal(answer.status, 409, 'status')
})

export const lifeCycle = [...ma2.cases, ...ma6.cases]
