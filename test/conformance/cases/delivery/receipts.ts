import { statement } from '../../case.ts'
import { claim, equal } from '../../claim.ts'
import { at, type Json, list, pluck } from '../../json.ts'
import { accepted, fill, problem, sendService, snapshot } from '../../requests.ts'
import type { Table } from '../../table.ts'
import { greet, resume } from './scope.ts'

const dl5 = statement('DL-5')

let numbers = 0

/** A receipt with an id of its own. */
const receipt = (kind: string, itemId: string): Json => {
  numbers += 1
  return { receiptId: `receipt-${numbers}`, kind, itemId, agoMs: 0 }
}

async function tell(table: Table, receipts: readonly Json[], deviceId = 'phone-1'): Promise<Json> {
  const answer = await table.post('/delivery/v1/receipts', { deviceId, receipts }, 'host-ada')
  equal(answer.status, 200, 'status of receipts')
  return answer.body
}

const marks = async (table: Table): Promise<Json> => at(await snapshot(table, 'host-ada'), 'items.0.marks') ?? null

const counts = async (table: Table): Promise<Json> => at(await snapshot(table, 'host-ada'), 'counts') ?? null

const offset = async (table: Table): Promise<Json> => at(await snapshot(table, 'host-ada'), 'offset') ?? null

async function one(table: Table): Promise<string> {
  await fill(table, 1)
  return String(at(await snapshot(table, 'host-ada'), 'items.0.item.id'))
}

dl5.accepts('seen, then read: unseen and unread go down one after the other', async (table) => {
  const item = await one(table)
  equal(await counts(table), { total: 1, unseen: 1, unread: 1 }, 'counts of a new item')
  await tell(table, [receipt('seen', item)])
  equal(await counts(table), { total: 1, unseen: 0, unread: 1 }, 'counts of a seen item')
  await tell(table, [receipt('read', item)])
  equal(await counts(table), { total: 1, unseen: 0, unread: 0 }, 'counts of a read item')
  equal(await marks(table), ['read'], 'marks')
})

dl5.accepts('receipts in any order, late and doubled, to the same end', async (table) => {
  const item = await one(table)
  await tell(table, [receipt('opened', item)])
  const after = await offset(table)
  const late = [receipt('read', item), receipt('delivered', item), receipt('seen', item), receipt('opened', item)]
  const { accepted: heard } = (await tell(table, [...late, ...late], 'phone-2')) as { accepted: Json }
  claim(list(heard).length > 0, 'repeated receipts are accepted')
  equal(await marks(table), ['opened'], 'marks')
  equal(await offset(table), after, 'offset after receipts that change nothing')
})

dl5.accepts('delivered, without telling anybody', async (table) => {
  const item = await one(table)
  const before = await offset(table)
  await tell(table, [receipt('delivered', item)])
  equal(await offset(table), before, 'offset')
  equal(await counts(table), { total: 1, unseen: 1, unread: 1 }, 'counts')
})

dl5.accepts('dismissed beside the others: the item leaves the list', async (table) => {
  const item = await one(table)
  await tell(table, [receipt('dismissed', item)])
  equal(await counts(table), { total: 0, unseen: 0, unread: 0 }, 'counts')
  equal(at(await snapshot(table, 'host-ada'), 'items'), [], 'items')
})

dl5.accepts('all up to an offset, and what came later stays', async (table) => {
  await fill(table, 3)
  const upTo = Number(at(await snapshot(table, 'host-ada'), 'items.1.item.offset'))
  await tell(table, [{ receiptId: 'all-1', kind: 'seen', all: { upTo }, agoMs: 0 }])
  equal(await counts(table), { total: 3, unseen: 1, unread: 3 }, 'counts')
})

dl5.accepts('receipts over a socket, and tells every device', async (table) => {
  const item = await one(table)
  const other = await greet(table, 'host-ada')
  const before = await snapshot(table, 'host-ada')
  await resume(other.socket, String(at(before, 'epoch')), Number(at(before, 'offset')))
  const { socket } = await greet(table, 'host-ada')
  socket.send({
    type: 'receipts',
    deviceId: 'phone-2',
    receipts: [{ receiptId: 'over-socket', kind: 'read', itemId: item, agoMs: 5 }],
  })
  const answer = await socket.next('receipted')
  equal(at(answer, 'accepted'), ['over-socket'], 'accepted')
  const told = at(await other.socket.next('batch'), 'changes.0')
  equal(
    [at(told, 'type') ?? null, at(told, 'itemIds') ?? null, at(told, 'kind') ?? null],
    ['marked', [item], 'read'],
    'change for the other device',
  )
})

dl5.refuses('a receipt for an item that is none, and takes the others', async (table) => {
  const item = await one(table)
  const answer = await tell(table, [
    { receiptId: 'good', kind: 'read', itemId: item, agoMs: 0 },
    { receiptId: 'bad', kind: 'read', itemId: 'never', agoMs: 0 },
  ])
  equal(at(answer, 'accepted'), ['good'], 'accepted')
  equal(at(answer, 'refused'), [{ receiptId: 'bad', code: 'unknown-item' }], 'refused')
})

dl5.refuses("a receipt for somebody else's item", async (table) => {
  await fill(table, 1, 'at-ben')
  const item = String(at(await snapshot(table, 'host-ben'), 'items.0.item.id'))
  const answer = await tell(table, [{ receiptId: 'bad', kind: 'read', itemId: item, agoMs: 0 }])
  equal(pluck(at(answer, 'refused'), 'code').map(String), ['unknown-item'], 'refused')
  equal(at(await snapshot(table, 'host-ben'), 'counts.unread'), 1, 'unread of the other person')
})

dl5.refuses('201 receipts at once', async (table) => {
  const item = await one(table)
  const receipts = Array.from({ length: 201 }, () => receipt('read', item))
  problem(await table.post('/delivery/v1/receipts', { deviceId: 'phone-1', receipts }, 'host-ada'), 400, 'malformed')
  equal(at(await snapshot(table, 'host-ada'), 'counts.unread'), 1, 'unread after a refusal')
})

dl5.refuses('receipts of an unknown kind, without an id, from the future', async (table) => {
  const item = await one(table)
  const good = { receiptId: 'r', kind: 'read', itemId: item, agoMs: 0 }
  for (const bad of [
    { ...good, kind: 'loved' },
    { ...good, receiptId: '' },
    { ...good, agoMs: -1 },
    { ...good, receiptId: 'r'.repeat(65) },
  ]) {
    const { status, body } = await table.post(
      '/delivery/v1/receipts',
      { deviceId: 'phone-1', receipts: [bad] },
      'host-ada',
    )
    const isRefused =
      status === 400 ? at(body, 'error.code') === 'malformed' : at(body, 'refused.0.code') === 'malformed'
    claim(isRefused, `a receipt like ${JSON.stringify(bad)} is malformed: ${table.last()}`)
  }
  equal(at(await snapshot(table, 'host-ada'), 'counts.unread'), 1, 'unread after refusals')
})

const dl6 = statement('DL-6')

dl6.accepts('a withdrawal: gone from the list, told to a live socket and to one that comes later', async (table) => {
  const item = accepted(await sendService(table))
  const before = await snapshot(table, 'host-ada')
  const { socket } = await greet(table, 'tide-ada')
  await resume(socket, String(at(before, 'epoch')), Number(at(before, 'offset')))
  equal(at((await table.post(`/control/v1/items/${item}/withdraw`, {})).body, 'withdrawn'), true, 'withdrawn')
  const batch = await socket.next('batch')
  equal([at(batch, 'changes.0.type') ?? null, at(batch, 'changes.0.itemId') ?? null], ['withdrawn', item], 'change')
  equal(at(await snapshot(table, 'host-ada'), 'counts'), { total: 0, unseen: 0, unread: 0 }, 'counts')
  const epoch = encodeURIComponent(String(at(before, 'epoch')))
  const later = await table.get(`/delivery/v1/changes?epoch=${epoch}&after=${at(before, 'offset')}`, 'host-ada')
  equal(pluck(at(later.body, 'changes'), 'itemId').map(String), [item], 'withdrawn items for one that comes later')
})

dl6.refuses('to withdraw what is gone already, or was never there', async (table) => {
  const item = accepted(await sendService(table))
  await table.post(`/control/v1/items/${item}/withdraw`, {})
  const offsetBefore = await offset(table)
  for (const id of [item, 'never']) {
    const answer = await table.post(`/control/v1/items/${id}/withdraw`, {})
    const isRefused = answer.status === 404 || at(answer.body, 'withdrawn') === false
    claim(isRefused, `withdrawing "${id}" changes nothing: ${table.last()}`)
  }
  equal(await offset(table), offsetBefore, 'offset')
})

export const receipts = [...dl5.cases, ...dl6.cases]
