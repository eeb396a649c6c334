import { statement } from '../../case.ts'
import { among, claim, equal } from '../../claim.ts'
import { at, type Json, list, pluck } from '../../json.ts'
import { changes, fill, problem, snapshot } from '../../requests.ts'
import type { Table } from '../../table.ts'
import { noon, world } from '../../world.ts'
import { greet, resume } from './scope.ts'

const dl3 = statement('DL-3')

const epochOf = async (table: Table): Promise<string> => String(at(await snapshot(table, 'host-ada'), 'epoch'))

const since = (table: Table, epoch: string, rest: string): Promise<Json> =>
  changes(table, 'host-ada', `epoch=${encodeURIComponent(epoch)}&${rest}`)

dl3.accepts('an empty inbox', async (table) => {
  const body = await snapshot(table, 'host-dan')
  equal(at(body, 'items'), [], 'items')
  equal(at(body, 'counts'), { total: 0, unseen: 0, unread: 0 }, 'counts')
  equal(at(body, 'serverAt'), noon, 'serverAt')
  equal(typeof at(body, 'epoch'), 'string', 'epoch')
  equal(at(body, 'cursor') ?? null, null, 'cursor of the last page')
})

dl3.accepts('a snapshot, newest first, with senders and marks', async (table) => {
  const ids = await fill(table, 3)
  const body = await snapshot(table, 'host-ada')
  claim(list(at(body, 'items')).length === ids.length, 'three items')
  const offsets = pluck(at(body, 'items'), 'item.offset').map(Number)
  equal(
    offsets,
    [...offsets].sort((a, b) => b - a),
    'offsets',
  )
  equal(
    [...pluck(at(body, 'items'), 'marks')].map((marks) => marks ?? null),
    [[], [], []],
    'marks',
  )
  const market = list(at(body, 'senders')).find((sender) => at(sender, 'id') === 'market')
  equal(at(market, 'name'), 'The market', 'name of the sender')
  equal(
    [at(market, 'status') ?? null, at(market, 'muted') ?? null],
    ['available', false],
    'status and mute of the sender',
  )
})

dl3.accepts('changes since a position, and nothing since the last one', async (table) => {
  await fill(table, 1)
  const before = await snapshot(table, 'host-ada')
  const epoch = String(at(before, 'epoch'))
  await table.post('/v2/miniprogram/message/send', '')
  const none = await since(table, epoch, `after=${at(before, 'offset')}`)
  equal([at(none, 'recovered') ?? null, at(none, 'changes') ?? null], [true, []], 'nothing since the last position')
  equal(at(none, 'to'), at(before, 'offset') ?? null, 'to')
  const all = await since(table, epoch, 'after=0')
  const types = pluck(at(all, 'changes'), 'type').map(String)
  claim(types.includes('added'), `an added item is among ${types.join(', ')}`)
  claim(
    types.indexOf('senderChanged') < types.indexOf('added') && types.includes('senderChanged'),
    'the sender comes before its first item',
  )
})

dl3.accepts('changes in pages that fit together', async (table) => {
  await fill(table, 5)
  const epoch = await epochOf(table)
  const whole = await since(table, epoch, 'after=0')
  const offsets: number[] = []
  for (let after = 0; after < Number(at(whole, 'top')); ) {
    const page = await since(table, epoch, `after=${after}&max=2`)
    equal(at(page, 'from'), after, 'from')
    claim(Number(at(page, 'to')) > after, 'a page gets further')
    claim(list(at(page, 'changes')).length <= 2, 'a page holds at most max changes')
    offsets.push(...pluck(at(page, 'changes'), 'offset').map(Number))
    after = Number(at(page, 'to'))
  }
  equal(offsets, pluck(at(whole, 'changes'), 'offset').map(Number), 'offsets of the pages and of the whole')
})

for (const query of [
  'after=0&max=0',
  'after=0&max=1001',
  'after=0&max=ten',
  'after=-1',
  'after=one',
  'after=1.5',
  'after=',
])
  dl3.refuses(`changes with ${query}`, async (table) => {
    const answer = await table.get(`/delivery/v1/changes?epoch=x&${query}`, 'host-ada')
    problem(answer, 400, 'malformed')
    const field = /max/.test(query) ? 'max' : 'after'
    claim(String(at(answer.body, 'error.message')).includes(field), `the message names ${field}: ${table.last()}`)
  })

dl3.refuses('a snapshot of no or too many items', async (table) => {
  for (const max of ['0', '201', 'x', '-1', '1.5'])
    problem(await table.get(`/delivery/v1/snapshot?max=${max}`, 'host-ada'), 400, 'malformed')
})

const dl4 = statement('DL-4')

dl4.accepts('a resume right behind the token, that waits for no hello', async (table) => {
  await fill(table, 2)
  const socket = table.open()
  socket.send({ type: 'auth', token: 'host-ada' })
  const resumed = resume(socket, '', 0)
  await socket.next('hello')
  equal(at(await resumed, 'recovered'), false, 'recovered')
})

dl4.accepts('a resume: what was missed, then what comes, without a hole', async (table) => {
  await fill(table, 1)
  const before = await snapshot(table, 'host-ada')
  await fill(table, 3)
  const { socket, hello } = await greet(table, 'host-ada')
  equal(
    [at(hello, 'protocol') ?? null, at(hello, 'epoch') ?? null, at(hello, 'serverAt') ?? null],
    [1, at(before, 'epoch') ?? null, noon],
    'hello',
  )
  claim(Number(at(hello, 'pingMs')) > 0, 'hello tells how long silence may last')
  const resumed = await resume(socket, String(at(before, 'epoch')), Number(at(before, 'offset')))
  equal(at(resumed, 'recovered'), true, 'recovered')
  equal(list(at(resumed, 'changes')).filter((change) => at(change, 'type') === 'added').length, 2, 'added since')
  await table.post('/v2/miniprogram/message/send', '')
  await fillOneMore(table)
  const batch = await socket.next('batch')
  equal(at(batch, 'from'), at(resumed, 'to') ?? null, 'from of the first batch')
  equal(at(batch, 'epoch'), at(before, 'epoch') ?? null, 'epoch of the batch')
})

/** `fill` repeats request ids, so that each call adds only what is new. */
async function fillOneMore(table: Table): Promise<void> {
  await fill(table, 4)
}

dl4.accepts('a ping, and a move of the clock is told', async (table) => {
  const { socket } = await greet(table, 'host-ada')
  await resume(socket, '', 0)
  socket.send({ type: 'ping' })
  await socket.next('pong')
  await table.post('/control/v1/clock', { advanceMs: 1000 })
  equal(at(await socket.next('clock'), 'serverAt'), noon + 1000, 'serverAt')
})

dl4.refuses('to go on from an epoch that is another, or none', async (table) => {
  await fill(table, 2)
  for (const epoch of ['', 'never']) {
    const answer = await since(table, epoch, 'after=1')
    equal(
      [at(answer, 'recovered') ?? null, at(answer, 'changes') ?? null],
      [false, []],
      `recovered and changes of epoch "${epoch}"`,
    )
    equal(at(answer, 'epoch'), await epochOf(table), 'epoch')
  }
  const { socket } = await greet(table, 'host-ada')
  equal(at(await resume(socket, 'never', 1), 'recovered'), false, 'recovered over a socket')
})

dl4.refuses('to go on from before the world was replaced: the epoch is new and larger', async (table) => {
  await fill(table, 2)
  const before = await snapshot(table, 'host-ada')
  const old = String(at(before, 'epoch'))
  await table.put('/control/v1/world', world)
  const now = await epochOf(table)
  claim(now > old, `the epoch "${now}" is larger than "${old}"`)
  const answer = await since(table, old, `after=${at(before, 'offset')}`)
  equal(at(answer, 'recovered'), false, 'recovered')
  const ids = pluck(at(before, 'items'), 'item.id')
  await fill(table, 2)
  const again = pluck(at(await snapshot(table, 'host-ada'), 'items'), 'item.id')
  claim(!again.some((id) => ids.includes(id)), 'no id of an item is used again')
})

const dl8 = statement('DL-8')

/** All item ids, page by page. */
async function pages(table: Table, max: number): Promise<string[]> {
  const found: string[] = []
  let cursor: Json | undefined
  do {
    const query = cursor === undefined ? '' : `&cursor=${encodeURIComponent(String(cursor))}`
    const page = await snapshot(table, 'host-ada', `?max=${max}${query}`)
    claim(list(at(page, 'items')).length <= max, `a page holds at most ${max} items`)
    found.push(...pluck(at(page, 'items'), 'item.id').map(String))
    claim(found.length <= 100, 'a history of seven items comes to an end')
    cursor = at(page, 'cursor')
  } while (cursor !== undefined)
  return found
}

dl8.accepts('the whole history by cursor, each item once, newest first', async (table) => {
  await fill(table, 7)
  const whole = pluck(at(await snapshot(table, 'host-ada'), 'items'), 'item.id').map(String)
  claim(whole.length === 7, 'seven items in one page')
  equal(await pages(table, 3), whole, 'three a page')
  equal(await pages(table, 7), whole, 'all in one page')
  equal(await pages(table, 1), whole, 'one a page')
})

dl8.accepts('history while new items arrive: none twice, none left out', async (table) => {
  await fill(table, 4)
  const first = await snapshot(table, 'host-ada', '?max=2')
  await fill(table, 6)
  const second = await snapshot(table, 'host-ada', `?max=10&cursor=${encodeURIComponent(String(at(first, 'cursor')))}`)
  const ids = [...pluck(at(first, 'items'), 'item.id'), ...pluck(at(second, 'items'), 'item.id')].map(String)
  equal(ids.length, 4, 'items of both pages')
  equal(new Set(ids).size, 4, 'different items of both pages')
})

dl8.refuses('a cursor that is none', async (table) => {
  await fill(table, 3)
  for (const cursor of ['x', '', '%00', 'eyJvIjoxfQ', '-1'])
    problem(await table.get(`/delivery/v1/snapshot?cursor=${cursor}`, 'host-ada'), 400, 'malformed')
})

dl8.refuses('a cursor of another epoch', async (table) => {
  await fill(table, 3)
  const cursor = encodeURIComponent(String(at(await snapshot(table, 'host-ada', '?max=1'), 'cursor')))
  await table.put('/control/v1/world', world)
  await fill(table, 3)
  const answer = await table.get(`/delivery/v1/snapshot?cursor=${cursor}`, 'host-ada')
  among(answer.status, [400], 'status')
  problem(answer, 400, 'malformed')
})

export const position = [...dl3.cases, ...dl4.cases, ...dl8.cases]
