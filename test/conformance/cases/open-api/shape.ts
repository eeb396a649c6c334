import { statement } from '../../case.ts'
import { claim, equal } from '../../claim.ts'
import { at, type Json, list } from '../../json.ts'
import { fill, idOfTemplate, marketId, refusedTemplate, sendTemplate, snapshot } from '../../requests.ts'
import { explained } from '../../table.ts'

const oa2 = statement('OA-2')

oa2.accepts('every field at its greatest length', async (table) => {
  claim(marketId.length === 32, 'the app id of this world is 32 characters long')
  idOfTemplate(await sendTemplate(table, { requestId: 'r'.repeat(64) }))
})

const fields: readonly (readonly [string, number])[] = [
  ['appId', 32],
  ['accessToken', 128],
  ['requestId', 64],
  ['templateCode', 64],
]

for (const [field, most] of fields)
  for (const [what, value] of [
    ['missing', undefined],
    ['empty', ''],
    ['a number', 7],
    ['null', null],
    [`of ${most + 1} characters`, 'x'.repeat(most + 1)],
    [`of ${most} characters but ${most + 1} UTF-16 units`, `𠮷${'x'.repeat(most - 1)}`],
  ] as const)
    oa2.refuses(`${field} ${what}`, async (table) => {
      const answer = await sendTemplate(table, { [field]: value })
      refusedTemplate(answer, 'PARAM_ILLEGAL', 'OA-2')
      claim((await explained(table, answer)).text.includes(field), `the journal names ${field}: ${table.last()}`)
    })

const oa5 = statement('OA-5')

for (const [what, extendInfo] of [
  ['a text that is JSON', '{"campaign":"march"}'],
  ['a text that is none', 'anything, really'],
  ['4,096 characters', 'x'.repeat(4096)],
] as const)
  oa5.accepts(`and echoes ${what}`, async (table) => {
    const answer = await sendTemplate(table, { extendInfo })
    idOfTemplate(answer)
    equal(at(answer.body, 'extendInfo'), extendInfo, 'extendInfo')
  })

oa5.accepts('and echoes it beside a refusal', async (table) => {
  const answer = await sendTemplate(table, { extendInfo: 'kept', templateCode: '' })
  equal(at(answer.body, 'result.resultStatus'), 'F', 'resultStatus')
  equal(at(answer.body, 'extendInfo'), 'kept', 'extendInfo')
})

for (const [what, extendInfo] of [
  ['4,097 characters', 'x'.repeat(4097)],
  ['an object literal', { campaign: 'march' }],
  ['a number', 7],
] as const)
  oa5.refuses(what, async (table) => {
    refusedTemplate(await sendTemplate(table, { extendInfo }), 'PARAM_ILLEGAL', 'OA-5')
  })

const oa7 = statement('OA-7')

oa7.accepts('with the whole of a result', async (table) => {
  const { body, status } = await sendTemplate(table)
  equal(status, 200, 'HTTP status')
  equal(at(body, 'result'), { resultStatus: 'S', resultCode: 'SUCCESS', resultMessage: 'success' }, 'result')
  const id = at(body, 'messageId')
  claim(typeof id === 'string' && id.length > 0 && id.length <= 64, 'messageId has 1 to 64 characters')
})

const refusals: readonly (readonly [string, { readonly [key: string]: Json }, string])[] = [
  ['an unknown template', { templateCode: 'TP_NEVER' }, 'TEMPLATE_NOT_EXIST'],
  ['a field that is too long', { requestId: 'r'.repeat(65) }, 'PARAM_ILLEGAL'],
  ['an unknown token', { accessToken: 'at-nobody' }, 'INVALID_ACCESS_TOKEN'],
]

for (const [what, changes, code] of refusals)
  oa7.refuses(`${what} with the whole of a result`, async (table) => {
    const { body, status } = await sendTemplate(table, changes)
    equal(status, 200, 'HTTP status')
    equal(at(body, 'result.resultStatus'), 'F', 'resultStatus')
    equal(at(body, 'result.resultCode'), code, 'resultCode')
    const sentence = at(body, 'result.resultMessage')
    claim(
      typeof sentence === 'string' && sentence.length > 0 && sentence.length <= 256,
      'resultMessage has 1 to 256 characters',
    )
    equal(at(body, 'messageId') ?? null, null, 'messageId of a refusal')
    equal(list(at(await snapshot(table, 'host-ada'), 'items')).length, 0, 'items after a refusal')
  })

oa7.refuses('an unknown interface and another method with a result too', async (table) => {
  const unknown = await table.post('/v2/miniprogram/message/never', {})
  equal(at(unknown.body, 'result.resultCode'), 'NO_INTERFACE_DEF', 'resultCode of an unknown path')
  const other = await table.get('/v2/miniprogram/message/send')
  equal(at(other.body, 'result.resultCode'), 'METHOD_NOT_SUPPORTED', 'resultCode of GET')
  equal(other.status, 200, 'HTTP status of GET')
})

oa7.accepts('the rules of its own platform alone: three in a row to one who never used it', async (table) => {
  await fill(table, 3, 'at-dan')
})

export const templateShape = [...oa2.cases, ...oa5.cases, ...oa7.cases]
