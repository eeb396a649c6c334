import { statement } from '../../case.ts'
import { equal } from '../../claim.ts'
import { at, type Json } from '../../json.ts'
import { accepted, refused, sendService } from '../../requests.ts'
import { moveTo } from '../../table.ts'
import { crowd, noon } from '../../world.ts'

/** `u_from` … `u_(to - 1)`. */
const people = (from: number, to: number): Json => Array.from({ length: to - from }, (_, at) => `u_${from + at}`)

const ma5 = statement('MA-5', crowd)

ma5.accepts('200 in one second, and 200 more when it is over', async (table) => {
  accepted(await sendService(table, { uniqueIds: people(0, 200) }))
  await moveTo(table, noon + 1000)
  accepted(await sendService(table, { uniqueIds: people(200, 400) }))
})

ma5.accepts('as many as have slid out of the second', async (table) => {
  accepted(await sendService(table, { uniqueIds: people(0, 150) }))
  await moveTo(table, noon + 600)
  accepted(await sendService(table, { uniqueIds: people(150, 200) }))
  await moveTo(table, noon + 1000)
  accepted(await sendService(table, { uniqueIds: people(200, 350) }))
  refused(await sendService(table, { uniqueIds: people(350, 351) }), 2, 'MA-5')
})

ma5.accepts('200 of each mini-program', async (table) => {
  accepted(await sendService(table, { uniqueIds: people(0, 200) }))
  accepted(await sendService(table, { uniqueIds: people(0, 200), miniappId: 'mp_reef' }))
})

ma5.refuses('the 201st until the second is over to the millisecond', async (table) => {
  accepted(await sendService(table, { uniqueIds: people(0, 200) }))
  refused(await sendService(table, { uniqueIds: people(200, 201) }), 2, 'MA-5')
  await moveTo(table, noon + 999)
  refused(await sendService(table, { uniqueIds: people(200, 201) }), 2, 'MA-5')
})

ma5.refuses('a batch that would pass the rate, whole', async (table) => {
  accepted(await sendService(table, { uniqueIds: people(0, 199) }))
  const answer = await sendService(table, { uniqueIds: people(199, 201) })
  refused(answer, 2, 'MA-5')
  equal(at(answer.body, 'data.results') ?? null, null, 'results of a batch that was refused whole')
  await moveTo(table, noon + 1000)
  accepted(await sendService(table, { uniqueIds: people(199, 201) }))
})

export const rate = ma5.cases
