import { statement } from '../../case.ts'
import { claim, equal } from '../../claim.ts'
import { at, type Json, list } from '../../json.ts'
import { idOfTemplate, problem, sendService, sendTemplate, snapshot } from '../../requests.ts'
import type { Table } from '../../table.ts'

const x4 = statement('X-4')

const declare = async (table: Table, faults: readonly Json[], seed = 1) =>
  equal((await table.put('/control/v1/faults', { seed, faults })).status, 200, 'status of the faults')

const items = async (table: Table): Promise<number> => list(at(await snapshot(table, 'host-ada'), 'items')).length

for (const [effect, count] of [
  ['before', 0],
  ['after', 1],
] as const)
  x4.accepts(`U ${effect} the effect, and a retry that delivers once`, async (table) => {
    await declare(table, [{ route: 'open-api.send', kind: 'answer', effect, times: 1 }])
    const first = await sendTemplate(table)
    equal(at(first.body, 'result.resultStatus'), 'U', 'resultStatus')
    equal(at(first.body, 'result.resultCode'), 'UNKNOWN_EXCEPTION', 'resultCode')
    equal(await items(table), count, 'items after U')
    idOfTemplate(await sendTemplate(table))
    equal(await items(table), 1, 'items after the retry')
  })

for (const [kind, count] of [
  ['drop', 1],
  ['cut', 0],
] as const)
  x4.accepts(`a connection that ends (${kind}), and a retry that delivers once`, async (table) => {
    await declare(table, [{ route: 'open-api.send', kind, times: 1 }])
    const ended = await sendTemplate(table).then(
      () => false,
      () => true,
    )
    claim(ended, 'no answer comes')
    equal(await items(table), count, 'items after the end')
    idOfTemplate(await sendTemplate(table))
    equal(await items(table), 1, 'items after the retry')
  })

x4.accepts('codes of each dialect, bursts and expiries, and then no more', async (table) => {
  await declare(table, [
    { route: 'open-api.*', kind: 'answer', code: 'PROCESS_FAIL', times: 1 },
    { route: '*', kind: 'rate-limit', times: 2 },
    { route: 'open-api.send', kind: 'token-expired', times: 1 },
    { route: 'open-api.send', kind: 'duplicate', times: 1 },
  ])
  const code = async () => at((await sendTemplate(table)).body, 'result.resultCode')
  equal(await code(), 'PROCESS_FAIL', 'first')
  equal(await code(), 'REQUEST_TRAFFIC_EXCEED_LIMIT', 'second')
  equal(at((await sendService(table)).body, 'code'), 2, 'code of a service message')
  equal(await code(), 'EXPIRED_ACCESS_TOKEN', 'third')
  equal(await code(), 'SUCCESS', 'twice at once')
  equal(await code(), 'SUCCESS', 'last')
  equal(await items(table), 1, 'items')
})

x4.accepts('the same seed and strikes the same requests', async (table) => {
  const struck = async (): Promise<string> => {
    await declare(table, [{ route: 'open-api.send', kind: 'answer', probability: 0.5 }], 9)
    const words: Json[] = []
    for (let number = 0; number < 16; number += 1)
      words.push(at((await sendTemplate(table, { requestId: `r-${number}` })).body, 'result.resultStatus') ?? '')
    return words.join('')
  }
  const first = await struck()
  equal(await struck(), first, 'what was struck')
  claim(/S/.test(first) && /U/.test(first), 'some are struck, some are not')
})

for (const [what, fault] of [
  ['an unknown kind', { route: '*', kind: 'explode' }],
  ['a route of the operator', { route: 'control.clock.move', kind: 'cut' }],
  ['a chance above 1', { route: '*', kind: 'cut', probability: 1.5 }],
] as const)
  x4.refuses(what, async (table) => {
    problem(await table.put('/control/v1/faults', { faults: [fault] }), 400, 'malformed')
    idOfTemplate(await sendTemplate(table))
  })

export const declaredFaults = x4.cases
