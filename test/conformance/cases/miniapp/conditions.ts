import { statement } from '../../case.ts'
import { claim, equal } from '../../claim.ts'
import { at, type Json } from '../../json.ts'
import { accepted, message, refused, sendService } from '../../requests.ts'
import { moveTo, type Table } from '../../table.ts'
import { hour, minute, noon } from '../../world.ts'

const ma7 = statement('MA-7')

/** Numbers of the rules that this world chooses for itself. */
async function choose(table: Table, numbers: Json): Promise<void> {
  equal((await table.put('/control/v1/miniapp', numbers)).status, 200, 'status of choosing numbers')
}

async function giveSecret(table: Table): Promise<void> {
  const tide = (await table.get('/control/v1/senders/tide')).body
  const record = { ...(tide as { readonly [key: string]: Json }), accessKeySecret: 'tide-secret' }
  equal((await table.put('/control/v1/senders/tide', record)).status, 200, 'status of putting a secret')
}

const signed = {
  requestId: 'signed-1',
  timeStamp: '1772452800000',
  sign: '5a4798993f8549800f7e09ac10b419e4b54836e6f383f4635e96504dcefad452',
}

ma7.accepts('a signed call where signatures are required', async (table) => {
  await giveSecret(table)
  await choose(table, { signatures: 'required' })
  accepted(await sendService(table, signed))
})

ma7.refuses('a call without a signature, or with another one, where they are required', async (table) => {
  await giveSecret(table)
  await choose(table, { signatures: 'required' })
  refused(await sendService(table), 70007, 'MA-7')
  refused(await sendService(table, { ...signed, timeStamp: '1772452800001' }), 70007, 'MA-7')
})

ma7.refuses('calls above a limit that is set for a while', async (table) => {
  await choose(table, { calls: { calls: 1, perMs: minute } })
  accepted(await sendService(table))
  refused(await sendService(table, { uniqueIds: ['u_ben'] }), 70003, 'MA-7')
  await moveTo(table, noon + minute)
  accepted(await sendService(table, { uniqueIds: ['u_ben'] }))
})

ma7.refuses('sends in a period that is closed, by the recipient’s clock', async (table) => {
  await choose(table, { quietHours: { from: '15:00', to: '16:30' } })
  const answer = await sendService(table)
  refused(answer, 70005, 'MA-7')
  equal(at(answer.body, 'data.denial.mendAfterMs'), 1.5 * hour, 'mendAfterMs')
  await moveTo(table, noon + 1.5 * hour)
  accepted(await sendService(table))
})

ma7.refuses('a recipient who switched push off, altogether or of this mini-program', async (table) => {
  const turn = async (body: Json, token: string): Promise<void> =>
    equal((await table.post('/delivery/v1/switches', body, token)).status, 200, 'status of a switch')
  await turn({ push: false }, 'host-ada')
  refused(await sendService(table), 70011, 'MA-7')
  refused(await sendService(table, { miniappId: 'mp_reef' }), 70011, 'MA-7')
  await turn({ push: true }, 'host-ada')
  await turn({ push: false }, 'tide-ada')
  refused(await sendService(table), 70011, 'MA-7')
  accepted(await sendService(table, { miniappId: 'mp_reef' }))
})

const upload = (table: Table, csv: string) =>
  table.ask('POST', '/miniapp/v1/files?miniappId=mp_tide', { body: csv, headers: { 'content-type': 'text/csv' } })

ma7.accepts('a send to the recipients of a file, with a result for each', async (table) => {
  const fileId = at((await upload(table, 'uniqueId\nu_ada\nu_cyd\n')).body, 'data.fileId') ?? null
  const send = { miniappId: 'mp_tide', fileId, message }
  const jobId = at((await table.post('/miniapp/v1/messages/send-file', send)).body, 'data.jobId')
  claim(typeof jobId === 'string' && jobId !== '', 'a file send answers a jobId')
  await moveTo(table, noon + minute)
  const job = (await table.get(`/miniapp/v1/jobs/${String(jobId)}?miniappId=mp_tide`)).body
  equal(at(job, 'data.state'), 'finished', 'state')
  equal([at(job, 'data.total') ?? null, at(job, 'data.accepted') ?? null], [2, 1], 'total and accepted')
  const { text } = await table.get(`/miniapp/v1/jobs/${String(jobId)}/results?miniappId=mp_tide`)
  const codes = text.split('\r\n').map((line) => line.split(',').slice(0, 2).join())
  equal(codes, ['uniqueId,code', 'u_ada,0', 'u_cyd,70012', ''], 'lines of the result file')
})

ma7.refuses('a send to a file that was never uploaded', async (table) => {
  const send = { miniappId: 'mp_tide', fileId: 'never', message }
  refused(await table.post('/miniapp/v1/messages/send-file', send), 70006, 'MA-7')
})

export const conditions = ma7.cases
