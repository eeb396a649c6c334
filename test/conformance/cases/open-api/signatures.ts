import { statement } from '../../case.ts'
import { claim, equal } from '../../claim.ts'
import { at } from '../../json.ts'
import { idOfTemplate, marketId, refusedTemplate } from '../../requests.ts'
import { type Call, isSigned, sendPath, signer } from '../../signer.ts'
import type { Answer, Table } from '../../table.ts'

const oa1 = statement('OA-1')

const body = JSON.stringify({
  appId: marketId,
  accessToken: 'at-ada',
  requestId: 'signed-1',
  templateCode: 'TP_INBOX',
  redirectUrl: 'pages/bill/detail?id=7',
  templates: [{ language: 'en-US', templateParameters: { who: 'Amélie & محمد', order: 'A/7' } }],
})

const noonText = '2026-03-02T12:00:00Z'

/** A platform that demands signatures, with one client and two of its keys. */
async function demanding(table: Table, settings: { readonly [name: string]: string | number } = {}): Promise<void> {
  const keys = [
    { version: 1, publicKey: (await signer('first')).publicKey },
    { version: 2, publicKey: (await signer('second')).publicKey },
  ]
  equal((await table.put('/control/v1/clients/merchant', { id: 'merchant', keys })).status, 200, 'status of the client')
  const put = await table.put('/control/v1/open-api', { signatures: 'required', ...settings })
  equal(put.status, 200, 'status of the settings')
}

async function signed(
  table: Table,
  changes: Partial<Call> & { readonly key?: string; readonly sent?: string; readonly to?: string } = {},
): Promise<Answer> {
  const { key = 'first', sent = body, to = sendPath, ...call } = changes
  const headers = await (await signer(key)).headers({ clientId: 'merchant', time: noonText, body, ...call })
  return table.ask('POST', to, { body: sent, headers })
}

for (const time of [
  noonText,
  '2026-03-02T12:00:00.123Z',
  '2026-03-02T17:30:00+05:30',
  '2026-03-02T12:00:00+0000',
  '1772452800000',
])
  oa1.accepts(`a call signed at ${time}`, async (table) => {
    await demanding(table)
    idOfTemplate(await signed(table, { time }))
  })

oa1.accepts('a key of either version, and the newest where none is named', async (table) => {
  await demanding(table)
  idOfTemplate(await signed(table, { key: 'first', keyVersion: 1 }))
  idOfTemplate(await signed(table, { key: 'second', keyVersion: 2 }))
  const headers = await (await signer('second')).headers({ clientId: 'merchant', time: noonText, body })
  const signature = String(headers['signature']).replace('keyVersion=1,', '')
  idOfTemplate(await table.ask('POST', sendPath, { body, headers: { ...headers, signature } }))
})

oa1.accepts('and answers in kind, over the text that leaves', async (table) => {
  await demanding(table)
  const answer = await signed(table)
  idOfTemplate(answer)
  const publicKey = String(at((await table.get('/control/v1/open-api')).body, 'platformKey.publicKey'))
  equal(answer.header('client-id'), 'merchant', 'client-id')
  const said = `POST ${sendPath}\nmerchant.${answer.header('response-time')}.`
  const header = answer.header('signature') ?? ''
  claim(await isSigned(`${said}${answer.text}`, { header, publicKey }), 'the answer is signed by the platform')
  claim(!(await isSigned(`${said}${answer.text} `, { header, publicKey })), 'the signature is over this very text')
})

oa1.accepts('what is not signed, where signatures are looked at when they are present', async (table) => {
  await demanding(table, { signatures: 'when-present' })
  idOfTemplate(await table.ask('POST', sendPath, { body }))
})

const refusals: readonly (readonly [string, string, Parameters<typeof signed>[1]])[] = [
  ['another byte of the body', 'INVALID_SIGNATURE', { sent: `${body} ` }],
  ['another path', 'INVALID_SIGNATURE', { path: '/v2/miniprogram/message/other' }],
  ['a query that was not signed', 'INVALID_SIGNATURE', { to: `${sendPath}?a=1` }],
  ['a key of another client', 'INVALID_SIGNATURE', { key: 'third' }],
  ['a key of another version', 'INVALID_SIGNATURE', { key: 'second', keyVersion: 1 }],
  ['a version that nobody registered', 'KEY_NOT_FOUND', { keyVersion: 3 }],
  ['a client that nobody registered', 'INVALID_CLIENT', { clientId: 'stranger' }],
  ['a time without a zone', 'PARAM_ILLEGAL', { time: '2026-03-02T12:00:00' }],
]

for (const [what, code, changes] of refusals)
  oa1.refuses(what, async (table) => {
    await demanding(table)
    refusedTemplate(await signed(table, changes), code, 'OA-1')
  })

oa1.refuses('a call without a signature, where they are demanded', async (table) => {
  await demanding(table)
  refusedTemplate(await table.ask('POST', sendPath, { body }), 'PARAM_ILLEGAL', 'OA-1')
})

oa1.refuses('a time outside the window that the operator set', async (table) => {
  await demanding(table, { skewMs: 60_000 })
  idOfTemplate(await signed(table, { time: '2026-03-02T12:01:00Z' }))
  refusedTemplate(await signed(table, { time: '2026-03-02T12:01:00.001Z' }), 'PARAM_ILLEGAL', 'OA-1')
})

export const signatures = oa1.cases
