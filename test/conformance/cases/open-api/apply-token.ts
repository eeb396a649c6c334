import { statement } from '../../case.ts'
import { claim, equal } from '../../claim.ts'
import { at, type Json, list } from '../../json.ts'
import { idOfTemplate, marketId, refusedTemplate, sendTemplate, snapshot } from '../../requests.ts'
import { type Answer, moveTo, type Table } from '../../table.ts'
import { minute, noon } from '../../world.ts'

const oa10 = statement('OA-10')

/** What the person's consent gave the mini-program; good for ten minutes. */
async function consented(table: Table): Promise<string> {
  const issued = await table.post('/control/v1/auth-codes', { person: 'dan', sender: 'market', lifeMs: 10 * minute })
  equal(issued.status, 200, 'status of issuing a code')
  return String(at(issued.body, 'authCode'))
}

const apply = (table: Table, body: { readonly [key: string]: Json }): Promise<Answer> =>
  table.post('/v2/authorizations/applyToken', { appId: marketId, ...body })

const byCode = async (table: Table, changes: { readonly [key: string]: Json } = {}): Promise<Answer> =>
  apply(table, { grantType: 'AUTHORIZATION_CODE', authCode: await consented(table), ...changes })

/** A text of an answer of kind `S`. */
function granted(answer: Answer, field: string): string {
  equal(at(answer.body, 'result.resultStatus'), 'S', 'resultStatus')
  const found = at(answer.body, field)
  claim(typeof found === 'string' && found !== '', `an answer of applyToken has ${field}`)
  return String(found)
}

oa10.accepts('a code, and gives tokens with their ends; the access token reaches its person', async (table) => {
  const answer = await byCode(table)
  for (const field of ['accessTokenExpiryTime', 'refreshTokenExpiryTime'])
    claim(Date.parse(granted(answer, field)) > noon, `${field} is an instant to come`)
  idOfTemplate(await sendTemplate(table, { accessToken: granted(answer, 'accessToken') }))
  equal(list(at(await snapshot(table, 'host-dan'), 'items')).length, 1, 'items of the person who agreed')
})

oa10.accepts('a refresh token, and gives another access token', async (table) => {
  const first = await byCode(table)
  const second = await apply(table, { grantType: 'REFRESH_TOKEN', refreshToken: granted(first, 'refreshToken') })
  const accessToken = granted(second, 'accessToken')
  claim(accessToken !== granted(first, 'accessToken'), 'the access token is another one')
  idOfTemplate(await sendTemplate(table, { accessToken }))
})

oa10.refuses('a code or a refresh token that was never issued', async (table) => {
  refusedTemplate(await byCode(table, { authCode: 'never' }), 'PARAM_ILLEGAL', 'OA-10')
  const body = { grantType: 'REFRESH_TOKEN', refreshToken: 'never' }
  refusedTemplate(await apply(table, body), 'PARAM_ILLEGAL', 'OA-10')
})

oa10.refuses('a code for the second time', async (table) => {
  const authCode = await consented(table)
  granted(await byCode(table, { authCode }), 'accessToken')
  refusedTemplate(await byCode(table, { authCode }), 'EXPIRED_CODE', 'OA-10')
})

oa10.refuses('a code that ran out', async (table) => {
  const authCode = await consented(table)
  await moveTo(table, noon + 10 * minute)
  refusedTemplate(await byCode(table, { authCode }), 'EXPIRED_CODE', 'OA-10')
})

oa10.refuses('a refresh token for the second time', async (table) => {
  const body = { grantType: 'REFRESH_TOKEN', refreshToken: granted(await byCode(table), 'refreshToken') }
  granted(await apply(table, body), 'accessToken')
  refusedTemplate(await apply(table, body), 'USED_REFRESH_TOKEN', 'OA-10')
})

oa10.refuses('a code of another mini-program', async (table) => {
  refusedTemplate(await byCode(table, { appId: 'P000stall' }), 'INVALID_AUTH_CLIENT', 'OA-10')
})

export const tokens = oa10.cases
