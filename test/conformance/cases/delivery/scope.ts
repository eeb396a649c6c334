import { statement } from '../../case.ts'
import { claim, equal } from '../../claim.ts'
import { at, type Json, list, pluck } from '../../json.ts'
import { accepted, changes, fill, problem, sendService, snapshot } from '../../requests.ts'
import type { DeliverySocket } from '../../socket.ts'
import { moveTo, type Table } from '../../table.ts'
import { hour, noon } from '../../world.ts'

/** Says who it is and waits for the platform's first word. */
export async function greet(
  table: Table,
  token: string,
): Promise<{ readonly socket: DeliverySocket; readonly hello: Json }> {
  const socket = table.open()
  socket.send({ type: 'auth', token })
  return { socket, hello: await socket.next('hello') }
}

/** Goes live from a position. */
export async function resume(socket: DeliverySocket, epoch: string, offset: number): Promise<Json> {
  socket.send({ type: 'resume', epoch, offset, deviceId: 'phone-1' })
  return socket.next('resumed')
}

const dl1 = statement('DL-1')

const markers = ['market', 'On its way', 'order A7']

dl1.accepts('a host token: all senders, and counts of all', async (table) => {
  accepted(await sendService(table))
  await fill(table, 1)
  const body = await snapshot(table, 'host-ada')
  equal(
    [...pluck(at(body, 'items'), 'item.sender')].map(String),
    ['market', 'tide'],
    'senders of the items, newest first',
  )
  equal(at(body, 'counts'), { total: 2, unseen: 2, unread: 2 }, 'counts')
})

dl1.accepts('a token of one sender: its items, its counts, the same offsets', async (table) => {
  accepted(await sendService(table))
  await fill(table, 1)
  const own = await snapshot(table, 'tide-ada')
  equal([...pluck(at(own, 'items'), 'item.sender')].map(String), ['tide'], 'senders of the items')
  equal(at(own, 'counts'), { total: 1, unseen: 1, unread: 1 }, 'counts')
  equal(at(own, 'offset'), at(await snapshot(table, 'host-ada'), 'offset') ?? null, 'offset of both scopes')
})

dl1.accepts('to mark all, of its scope alone', async (table) => {
  accepted(await sendService(table))
  await fill(table, 1)
  const upTo = at(await snapshot(table, 'tide-ada'), 'offset') ?? null
  const receipts = [{ receiptId: 'all-1', kind: 'read', all: { upTo }, agoMs: 0 }]
  equal(
    at((await table.post('/delivery/v1/receipts', { deviceId: 'phone-1', receipts }, 'tide-ada')).body, 'accepted'),
    ['all-1'],
    'accepted',
  )
  equal(at(await snapshot(table, 'host-ada'), 'counts.unread'), 1, 'unread of the host')
  equal(at(await snapshot(table, 'market-ada'), 'counts.unread'), 1, 'unread of the other sender')
})

dl1.refuses("a byte of another sender's items: snapshot, changes, socket", async (table) => {
  const { socket } = await greet(table, 'tide-ada')
  await resume(socket, '', 0)
  await fill(table, 1)
  accepted(await sendService(table))
  await socket.next('batch')
  const { text } = await table.get('/delivery/v1/snapshot', 'tide-ada')
  const epoch = encodeURIComponent(String(at(await snapshot(table, 'tide-ada'), 'epoch')))
  const since = await table.get(`/delivery/v1/changes?epoch=${epoch}&after=0`, 'tide-ada')
  const seen = [text, since.text, ...socket.texts].join('\n')
  for (const marker of markers) claim(!seen.includes(marker), `a token of tide sees "${marker}"`)
  claim(seen.includes('Your bill for March'), 'a token of tide sees the items of tide')
})

dl1.refuses("to mark another sender's items", async (table) => {
  const [item = ''] = pluck(at(await filled(table), 'items'), 'item.id')
  const upTo = at(await snapshot(table, 'host-ada'), 'offset') ?? null
  const answer = await table.post(
    '/delivery/v1/receipts',
    {
      deviceId: 'phone-1',
      receipts: [
        { receiptId: 'one', kind: 'read', itemId: item, agoMs: 0 },
        { receiptId: 'two', kind: 'read', all: { upTo, sender: 'market' }, agoMs: 0 },
      ],
    },
    'tide-ada',
  )
  equal(at(answer.body, 'refused.0'), { receiptId: 'one', code: 'unknown-item' }, 'refused')
  equal(at(await snapshot(table, 'host-ada'), 'counts.unread'), 1, 'unread')
})

async function filled(table: Table): Promise<Json> {
  await fill(table, 1)
  return snapshot(table, 'host-ada')
}

dl1.refuses('whoever brings no token, or one that was never issued', async (table) => {
  problem(await table.get('/delivery/v1/snapshot'), 401, 'unauthorized')
  problem(await table.get('/delivery/v1/snapshot', 'nobody'), 401, 'unauthorized')
  problem(await table.get('/delivery/v1/changes?epoch=&after=0', 'nobody'), 401, 'unauthorized')
  problem(await table.post('/delivery/v1/receipts', { deviceId: 'd', receipts: [] }, 'nobody'), 401, 'unauthorized')
  problem(await table.post('/delivery/v1/uses', { sender: 'tide' }, 'nobody'), 401, 'unauthorized')
  const socket = table.open()
  socket.send({ type: 'auth', token: 'nobody' })
  equal(at(await socket.next('bye'), 'code'), 'unauthorized', 'last word of the socket')
  equal(await socket.closed(), 4401, 'close code')
})

const dl2 = statement('DL-2')

/** A token of the host's scope for an hour. */
async function forAnHour(table: Table): Promise<string> {
  const issued = await table.post('/control/v1/sessions', { person: 'ada', scope: { kind: 'host' }, lifeMs: hour })
  equal(issued.status, 200, 'status of issuing a session')
  return String(at(issued.body, 'token'))
}

dl2.accepts('a token to its last millisecond', async (table) => {
  const token = await forAnHour(table)
  await moveTo(table, noon + hour - 1)
  await snapshot(table, token)
})

dl2.accepts('another token to go on from the same position', async (table) => {
  const token = await forAnHour(table)
  await fill(table, 1)
  const before = await snapshot(table, token)
  await moveTo(table, noon + hour)
  problem(await table.get('/delivery/v1/snapshot', token), 401, 'expired')
  accepted(await sendService(table))
  const after = await changes(
    table,
    await forAnHour(table),
    `epoch=${encodeURIComponent(String(at(before, 'epoch')))}&after=${at(before, 'offset')}`,
  )
  equal(at(after, 'recovered'), true, 'recovered')
  equal(list(at(after, 'changes')).filter((change) => at(change, 'type') === 'added').length, 1, 'added since')
})

dl2.refuses('a token that ran out', async (table) => {
  const token = await forAnHour(table)
  await moveTo(table, noon + hour)
  problem(await table.get('/delivery/v1/snapshot', token), 401, 'expired')
  problem(await table.get('/delivery/v1/changes?epoch=&after=0', token), 401, 'expired')
  problem(await table.post('/delivery/v1/receipts', { deviceId: 'd', receipts: [] }, token), 401, 'expired')
})

dl2.refuses('a token that was revoked, on a live socket too', async (table) => {
  const token = await forAnHour(table)
  const { socket } = await greet(table, token)
  equal(
    (await table.ask('DELETE', `/control/v1/sessions/${encodeURIComponent(token)}`)).status,
    200,
    'status of revoking',
  )
  problem(await table.get('/delivery/v1/snapshot', token), 401, 'expired')
  equal(at(await socket.next('bye'), 'code'), 'expired', 'last word of the socket')
  equal(await socket.closed(), 4401, 'close code')
})

dl2.refuses('a socket with an expired token', async (table) => {
  const token = await forAnHour(table)
  await moveTo(table, noon + hour)
  const socket = table.open()
  socket.send({ type: 'auth', token })
  equal(at(await socket.next('bye'), 'code'), 'expired', 'last word of the socket')
  equal(await socket.closed(), 4401, 'close code')
})

export const scope = [...dl1.cases, ...dl2.cases]
