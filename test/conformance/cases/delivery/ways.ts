import { statement } from '../../case.ts'
import { claim, equal } from '../../claim.ts'
import { at, type Json, list } from '../../json.ts'
import { changes, fill, problem, snapshot } from '../../requests.ts'
import type { Table } from '../../table.ts'
import { noon } from '../../world.ts'
import { greet, resume } from './scope.ts'

const dl9 = statement('DL-9')

const start = async (table: Table): Promise<{ readonly epoch: string; readonly query: string }> => {
  const body = await snapshot(table, 'host-ada')
  const epoch = String(at(body, 'epoch'))
  return { epoch, query: `epoch=${encodeURIComponent(epoch)}&after=${at(body, 'offset')}` }
}

const told = (frame: Json): Json => at(frame, 'changes') ?? null

dl9.accepts('what was missed, the same by socket, stream, long poll and poll', async (table) => {
  const { epoch, query } = await start(table)
  await fill(table, 3)
  const { socket } = await greet(table, 'host-ada')
  const bySocket = await resume(socket, epoch, 0)
  claim(list(told(bySocket)).length >= 3, 'the socket tells three items')
  const stream = await table.stream(`?${query}`, 'host-ada')
  equal(at(await stream.next('hello'), 'serverAt'), noon, 'serverAt of the first word on the stream')
  equal(told(await stream.next('resumed')), told(bySocket), 'changes on the stream')
  equal(told(await changes(table, 'host-ada', `${query}&waitMs=20000`)), told(bySocket), 'changes of a long poll')
  equal(told(await changes(table, 'host-ada', query)), told(bySocket), 'changes of a poll')
})

dl9.accepts('what comes, the same by socket, stream and long poll', async (table) => {
  const { epoch, query } = await start(table)
  const { socket } = await greet(table, 'host-ada')
  await resume(socket, epoch, 0)
  const stream = await table.stream(`?${query}`, 'host-ada')
  await stream.next('resumed')
  const held = changes(table, 'host-ada', `${query}&waitMs=20000`)
  await fill(table, 1)
  const batch = await socket.next('batch')
  claim(
    list(told(batch)).some((change) => at(change, 'type') === 'added'),
    'the socket tells the item',
  )
  equal(told(await stream.next('batch')), told(batch), 'changes on the stream')
  equal(told(await held), told(batch), 'changes of the long poll')
})

dl9.accepts('to go on after the id of an event', async (table) => {
  const { query } = await start(table)
  const first = await table.stream(`?${query}`, 'host-ada')
  await first.next('resumed')
  await fill(table, 1)
  const batch = await first.next('batch')
  const id = first.lastId()
  claim(id !== undefined, 'the event of a batch has an id')
  first.close()
  await fill(table, 2)
  const again = await table.stream(`?${query}`, 'host-ada', id)
  const resumed = await again.next('resumed')
  equal([at(resumed, 'recovered') ?? null, at(resumed, 'from') ?? null], [true, at(batch, 'to') ?? null], 'resumed')
  equal(list(told(resumed)).filter((change) => at(change, 'type') === 'added').length, 1, 'items since the id')
})

dl9.accepts('a long poll that ends with a move of the clock, without changes', async (table) => {
  const { query } = await start(table)
  const held = changes(table, 'host-ada', `${query}&waitMs=20000`)
  let isOver = false
  const ends = () => {
    isOver = true
  }
  held.then(ends, ends)
  // The first move may come before the request that waits.
  for (let move = 0; move < 200 && !isOver; move += 1) await table.post('/control/v1/clock', { advanceMs: 1000 })
  const body = await held
  equal(told(body), [], 'changes')
  claim(Number(at(body, 'serverAt')) > noon, 'the answer tells the time of the platform')
})

dl9.refuses('a stream and a long poll of nobody', async (table) => {
  for (const path of ['/delivery/v1/stream', '/delivery/v1/changes?waitMs=20000']) {
    problem(await table.get(path), 401, 'unauthorized')
    problem(await table.get(path, 'nobody'), 401, 'unauthorized')
  }
})

dl9.refuses('to wait for what is no time, and to go on after what is no id', async (table) => {
  for (const waitMs of ['-1', '25001', 'soon', '1.5'])
    problem(await table.get(`/delivery/v1/changes?waitMs=${waitMs}`, 'host-ada'), 400, 'malformed')
  const headers = { authorization: 'Bearer host-ada', 'last-event-id': 'none' }
  problem(await table.ask('GET', '/delivery/v1/stream', { headers }), 400, 'malformed')
})

dl9.refuses('to go on in a stream whose session was revoked', async (table) => {
  const issued = await table.post('/control/v1/sessions', { person: 'ada', scope: { kind: 'host' } })
  const token = String(at(issued.body, 'token'))
  const stream = await table.stream('', token)
  await stream.next('resumed')
  await table.ask('DELETE', `/control/v1/sessions/${encodeURIComponent(token)}`)
  equal(at(await stream.next('bye'), 'code'), 'expired', 'last word of the stream')
})

const dl10 = statement('DL-10')

dl10.accepts('a frame as long as frames may be', async (table) => {
  const { socket } = await greet(table, 'host-ada')
  const room = 65_536 - JSON.stringify({ type: 'ping', pad: '' }).length
  socket.send({ type: 'ping', pad: 'x'.repeat(room) })
  await socket.next('pong')
})

for (const [what, text] of [
  ['no JSON', '{"type":'],
  ['JSON that is no frame', '[]'],
  ['an unknown frame', '{"type":"gossip"}'],
  ['a second token', '{"type":"auth","token":"host-ada"}'],
  ['a position that is none', '{"type":"resume","epoch":"","offset":-1,"deviceId":"d"}'],
  ['a frame that is too long', JSON.stringify({ type: 'ping', pad: 'x'.repeat(65_536) })],
] as const)
  dl10.refuses(`${what} on a socket`, async (table) => {
    const { socket } = await greet(table, 'host-ada')
    socket.sendText(text)
    equal(at(await socket.next('bye'), 'code'), 'malformed', 'last word of the socket')
    equal(await socket.closed(), 4400, 'close code')
  })

dl10.refuses('a flood of frames', async (table) => {
  const { socket } = await greet(table, 'host-ada')
  for (let frame = 0; frame < 300; frame += 1) socket.send({ type: 'ping' })
  equal(at(await socket.next('bye'), 'code'), 'flood', 'last word of the socket')
  equal(await socket.closed(), 4429, 'close code')
})

dl10.refuses('a body that is too large', async (table) => {
  const body = { deviceId: 'd', receipts: [], pad: 'x'.repeat(262_144) }
  problem(await table.post('/delivery/v1/receipts', body, 'host-ada'), 413, 'too-large')
})

export const ways = [...dl9.cases, ...dl10.cases]
