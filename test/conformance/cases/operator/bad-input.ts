import { statement } from '../../case.ts'
import { claim, equal } from '../../claim.ts'
import { at, type Json, list } from '../../json.ts'
import { accepted, problem, sendService, snapshot } from '../../requests.ts'
import type { Table } from '../../table.ts'
import { greet } from '../delivery/scope.ts'

const bad = statement('bad-input')

/** Whatever was said before, the platform works and nothing of it was half applied. */
async function isWell(table: Table): Promise<void> {
  equal(list(at(await snapshot(table, 'host-ada'), 'items')).length, 0, 'items after nonsense')
  accepted(await sendService(table))
}

bad.accepts('a good request after nonsense', async (table) => {
  await table.post('/miniapp/v1/messages/send', '{"miniappId":')
  await table.post('/delivery/v1/receipts', '\u0000', 'host-ada')
  await isWell(table)
})

const nonsense: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['half a JSON', '{"miniappId":'],
  ['no JSON', 'hello'],
  ['a list', '[]'],
  ['null', 'null'],
  ['a number', '7'],
  ['a deep nest', `${'['.repeat(5000)}${']'.repeat(5000)}`],
]

for (const [what, body] of nonsense) {
  bad.refuses(`${what} sent to the message interface`, async (table) => {
    for (const path of ['/miniapp/v1/messages/send', '/miniapp/v1/messages'])
      equal(at((await table.post(path, body)).body, 'code'), 70009, `code of ${path}`)
    await isWell(table)
  })
  bad.refuses(`${what} sent to the open API`, async (table) => {
    const answer = await table.post('/v2/miniprogram/message/send', body)
    equal(answer.status, 200, 'status')
    equal(at(answer.body, 'result.resultCode'), 'PARAM_ILLEGAL', 'resultCode')
    await isWell(table)
  })
  bad.refuses(`${what} sent as receipts and as uses`, async (table) => {
    problem(await table.post('/delivery/v1/receipts', body, 'host-ada'), 400, 'malformed')
    problem(await table.post('/delivery/v1/uses', body, 'host-ada'), 400, 'malformed')
    await isWell(table)
  })
  bad.refuses(`${what} sent to the operator`, async (table) => {
    for (const path of ['/control/v1/clock', '/control/v1/sessions', '/control/v1/access-tokens'])
      equal((await table.post(path, body)).status, 400, `status of ${path}`)
    equal((await table.put('/control/v1/world', body)).status, 400, 'status of a world')
    await isWell(table)
  })
}

bad.refuses('a world that names what is not there, and keeps the old one', async (table) => {
  const broken: Json = {
    format: 'minibell-world',
    version: 1,
    name: 'broken',
    senders: 7,
    persons: [],
    uses: [],
    templates: [],
    accessTokens: [],
    sessions: [],
  }
  const answer = await table.put('/control/v1/world', broken)
  equal(answer.status, 400, 'status')
  claim(String(at(answer.body, 'error.message')).includes('senders'), `the refusal names the field: ${table.last()}`)
  await isWell(table)
})

bad.refuses('a use of a mini-program that does not exist', async (table) => {
  const answer = await table.post('/delivery/v1/uses', { sender: 'nobody' }, 'host-ada')
  claim(answer.status === 400 || answer.status === 404, `an unknown sender is refused: ${table.last()}`)
})

bad.refuses('people, senders, sessions, rules and rows that do not exist', async (table) => {
  for (const path of [
    '/control/v1/persons/nobody',
    '/control/v1/senders/nobody',
    '/control/v1/templates/NONE',
    '/control/v1/journal/none',
  ])
    equal((await table.get(path)).status, 404, `status of ${path}`)
  equal(
    (await table.post('/control/v1/sessions', { person: 'nobody', scope: { kind: 'host' } })).status,
    404,
    'status of a session for nobody',
  )
  equal((await table.put('/control/v1/rules/NONE-1', { enabled: false })).status, 404, 'status of an unknown rule')
  equal(
    (await table.put('/control/v1/senders/nobody/capability', { capability: 'granted' })).status,
    404,
    'status of a capability for nobody',
  )
  equal(
    (await table.put('/control/v1/senders/tide/capability', { capability: 'splendid' })).status,
    400,
    'status of an unknown capability',
  )
})

bad.refuses('unknown paths and other methods', async (table) => {
  problem(await table.get('/delivery/v1/never', 'host-ada'), 404, 'not-found')
  problem(
    await table.ask('DELETE', '/delivery/v1/snapshot', { headers: { authorization: 'Bearer host-ada' } }),
    405,
    'method-not-allowed',
  )
  equal((await table.get('/control/v1/never')).status, 404, 'status of an unknown path of the operator')
  equal((await table.ask('DELETE', '/control/v1/clock')).status, 405, 'status of DELETE on the clock')
})

bad.refuses('a body of more than 262,144 bytes', async (table) => {
  const large = JSON.stringify({ deviceId: 'x'.repeat(262_144), receipts: [] })
  problem(await table.post('/delivery/v1/receipts', large, 'host-ada'), 413, 'too-large')
  const service = await sendService(table, { requestId: 'x'.repeat(262_144) })
  claim(
    service.status === 413 || at(service.body, 'code') === 70009,
    `the message interface refuses it: ${table.last()}`,
  )
  await isWell(table)
})

for (const [what, frame] of [
  ['no JSON', 'hello'],
  ['half a JSON', '{"type":'],
  ['a list', '[]'],
  ['an unknown type', '{"type":"dance"}'],
  ['a resume without an offset', '{"type":"resume","epoch":"","deviceId":"d"}'],
  ['a resume with a text as offset', '{"type":"resume","epoch":"","offset":"1","deviceId":"d"}'],
  ['more than 65,536 bytes', JSON.stringify({ type: 'ping', filler: 'x'.repeat(65_536) })],
] as const)
  bad.refuses(`a frame that is ${what}`, async (table) => {
    const { socket } = await greet(table, 'host-ada')
    socket.sendText(frame)
    equal(at(await socket.next('bye'), 'code'), 'malformed', 'last word')
    equal(await socket.closed(), 4400, 'close code')
    await isWell(table)
  })

bad.refuses('a frame before the token', async (table) => {
  const socket = table.open()
  socket.send({ type: 'resume', epoch: '', offset: 0, deviceId: 'd' })
  const word = at(await socket.next('bye'), 'code')
  claim(
    word === 'unauthorized' || word === 'malformed',
    `the last word is unauthorized or malformed, not ${String(word)}`,
  )
  claim([4400, 4401].includes(await socket.closed()), 'the socket closes')
})

bad.refuses('more than 100 frames in a second', async (table) => {
  const { socket } = await greet(table, 'host-ada')
  for (let number = 0; number < 150; number += 1) socket.send({ type: 'ping' })
  equal(at(await socket.next('bye'), 'code'), 'flood', 'last word')
  equal(await socket.closed(), 4429, 'close code')
  await isWell(table)
})

export const badInput = bad.cases
