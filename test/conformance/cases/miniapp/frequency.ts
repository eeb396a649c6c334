import { statement } from '../../case.ts'
import { among, equal } from '../../claim.ts'
import { at } from '../../json.ts'
import { accepted, message, refused, sendService, sendText } from '../../requests.ts'
import { moveTo } from '../../table.ts'
import { day, hour, noon } from '../../world.ts'

const ma3 = statement('MA-3')

ma3.accepts('a first message', async (table) => {
  accepted(await sendService(table))
})

ma3.accepts('another one after 72 hours to the millisecond', async (table) => {
  accepted(await sendService(table))
  await moveTo(table, noon + 72 * hour)
  accepted(await sendText(table, { title: 'Your bill is due tomorrow' }))
})

ma3.accepts('other mini-programs and other recipients at the same time', async (table) => {
  accepted(await sendService(table))
  accepted(await sendService(table, { miniappId: 'mp_reef' }))
  accepted(await sendService(table, { uniqueIds: ['u_ben'] }))
})

ma3.accepts('a next message 72 hours after the accepted one, whatever was refused between them', async (table) => {
  accepted(await sendService(table))
  await moveTo(table, noon + 71 * hour)
  refused(await sendService(table), 70013, 'MA-3')
  await moveTo(table, noon + 72 * hour)
  accepted(await sendService(table))
})

ma3.refuses('a second message a millisecond before 72 hours', async (table) => {
  accepted(await sendService(table))
  await moveTo(table, noon + 72 * hour - 1)
  const answer = await sendService(table)
  refused(answer, 70013, 'MA-3')
  equal(
    at(answer.body, 'data.denial.mendAfterMs') ?? at(answer.body, 'data.results.0.denial.mendAfterMs'),
    1,
    'mendAfterMs',
  )
})

ma3.refuses('a second message although the first was withdrawn', async (table) => {
  const item = accepted(await sendService(table))
  equal(at((await table.post(`/control/v1/items/${item}/withdraw`, {})).body, 'withdrawn'), true, 'withdrawn')
  refused(await sendService(table), 70013, 'MA-3')
})

ma3.refuses('only the recipient of a batch who had one', async (table) => {
  accepted(await sendService(table))
  const { body } = await sendService(table, { uniqueIds: ['u_ada', 'u_ben'], message })
  equal(at(body, 'code'), 0, 'code of a batch with one accepted recipient')
  equal(at(body, 'data.results.0.code'), 70013, 'code of the first recipient')
  equal(at(body, 'data.results.0.uniqueId'), 'u_ada', 'first recipient')
  equal(at(body, 'data.results.1.code'), 0, 'code of the second recipient')
})

const ma4 = statement('MA-4')

ma4.accepts('a recipient on the 30th day to its last millisecond', async (table) => {
  await moveTo(table, noon - day + 31 * day - 1)
  accepted(await sendService(table))
})

ma4.accepts('a recipient who came back: a launch, told by the device', async (table) => {
  refused(await sendService(table, { uniqueIds: ['u_cyd'] }), 70012, 'MA-4')
  const use = await table.post('/delivery/v1/uses', { sender: 'tide' }, 'host-cyd')
  equal(use.status, 200, 'status of a use')
  equal(at(use.body, 'lastUsedAt'), noon, 'lastUsedAt')
  accepted(await sendService(table, { uniqueIds: ['u_cyd'] }))
})

ma4.accepts('a use that the operator sets', async (table) => {
  await table.post('/control/v1/persons/dan/uses', { sender: 'tide', at: new Date(noon - 3 * day).toISOString() })
  accepted(await sendService(table, { uniqueIds: ['u_dan'] }))
})

ma4.refuses('a recipient 31 days after the last use', async (table) => {
  await moveTo(table, noon - day + 31 * day)
  refused(await sendService(table), 70012, 'MA-4')
})

ma4.refuses('a recipient who never used it, and whose use is forgotten', async (table) => {
  refused(await sendService(table, { uniqueIds: ['u_dan'] }), 70012, 'MA-4')
  await table.post('/control/v1/persons/ada/uses', { sender: 'tide', at: null })
  refused(await sendService(table), 70012, 'MA-4')
})

ma4.refuses('a recipient who only uses another mini-program, or only reads the inbox', async (table) => {
  refused(await sendService(table, { uniqueIds: ['u_ben'], miniappId: 'mp_reef' }), 70012, 'MA-4')
  await table.get('/delivery/v1/snapshot', 'host-cyd')
  const { body } = await sendService(table, { uniqueIds: ['u_cyd'] })
  among(at(body, 'code'), [70012], 'code after reading the inbox')
})

export const frequency = [...ma3.cases, ...ma4.cases]
