import { statement } from '../../case.ts'
import { equal } from '../../claim.ts'
import { at } from '../../json.ts'
import { accepted, message, refused, sendService } from '../../requests.ts'

const ma6 = statement('MA-6')

ma6.accepts('a mini-program whose capability is granted, of whichever kind of account', async (table) => {
  accepted(await sendService(table))
  accepted(await sendService(table, { miniappId: 'mp_reef' }))
})

ma6.accepts('a mini-program from the moment when it is granted', async (table) => {
  refused(await sendService(table, { miniappId: 'mp_asked' }), 70008, 'MA-6')
  const granted = await table.put('/control/v1/senders/asked/capability', { capability: 'granted' })
  equal(granted.status, 200, 'status of granting')
  accepted(await sendService(table, { miniappId: 'mp_asked' }))
})

for (const [miniappId, capability] of [
  ['mp_bare', 'not-applied'],
  ['mp_asked', 'in-review'],
  ['mp_turned', 'refused'],
  ['mp_still', 'disabled'],
  ['mp_lost', 'revoked'],
] as const)
  ma6.refuses(`a mini-program whose capability is ${capability}`, async (table) => {
    const answer = await sendService(table, { miniappId })
    refused(answer, 70008, 'MA-6')
    equal(at(answer.body, 'data.results') ?? null, null, 'results of a batch that was refused whole')
  })

ma6.refuses('to register a message without it, or to go on when it is taken away', async (table) => {
  accepted(await sendService(table))
  await table.put('/control/v1/senders/tide/capability', { capability: 'revoked' })
  refused(await sendService(table, { uniqueIds: ['u_ben'] }), 70008, 'MA-6')
  refused(await table.post('/miniapp/v1/messages', { miniappId: 'mp_tide', ...message }), 70008, 'MA-6')
})

export const capability = ma6.cases
