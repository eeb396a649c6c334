import { at, claim, equal, type Json, Lacking, list } from '../claim.ts'
import type { Visit } from '../visit.ts'
import type { Check } from './check.ts'
import { position } from './log.ts'
import { problem } from './sessions.ts'

let count = 0

/** Ids that no run before used. */
function receipt(kind: string, itemId: string): { readonly receiptId: string; readonly [key: string]: Json } {
  count += 1
  return { receiptId: `verify-${Date.now().toString(36)}-${count}`, kind, itemId, agoMs: 0 }
}

/** DL-5, DL-6: what becomes of an item. */
export const receipts: readonly Check[] = [
  {
    id: 'DL-5',
    title: 'counts seen and read, and merges receipts in whatever order they come',
    async run(visit) {
      const { itemId } = await visit.appear()
      const before = await counts(visit)
      await tell(visit, [receipt('seen', itemId)])
      equal(await counts(visit), { ...before, unseen: before.unseen - 1 }, 'counts after seen')
      const opened = receipt('opened', itemId)
      await tell(visit, [opened])
      const after = { ...before, unseen: before.unseen - 1, unread: before.unread - 1 }
      equal(await counts(visit), after, 'counts after opened')
      const { offset } = await position(visit)
      const late = ['read', 'delivered', 'seen'].map((kind) => receipt(kind, itemId))
      await tell(visit, [...late, opened])
      equal(await counts(visit), after, 'counts after receipts that say less')
      equal((await position(visit)).offset, offset, 'offset after receipts that change nothing')
    },
  },
  {
    id: 'DL-5',
    title: 'tells a receipt to every device',
    async run(visit) {
      const { itemId, epoch } = await visit.appear()
      const { offset } = await position(visit)
      await tell(visit, [receipt('read', itemId)])
      const news = await visit.read(`/changes?epoch=${encodeURIComponent(epoch)}&after=${offset}`)
      const marked = list(at(news, 'changes'), 'changes').find((change) => at(change, 'type') === 'marked')
      equal([at(marked, 'itemIds'), at(marked, 'kind')], [[itemId], 'read'], 'itemIds and kind of the change')
    },
  },
  {
    id: 'DL-5',
    title: 'takes dismissed items off the list',
    async run(visit) {
      const { itemId } = await visit.appear()
      await tell(visit, [receipt('dismissed', itemId)])
      const snapshot = await visit.read('/snapshot?max=200')
      const ids = list(at(snapshot, 'items'), 'items').map((row) => at(row, 'item.id'))
      claim(!ids.includes(itemId), 'a dismissed item is not in the snapshot')
    },
  },
  {
    id: 'DL-5',
    title: 'refuses alone what is wrong alone, and a batch that is none as a whole',
    async run(visit) {
      const unknown = receipt('read', 'minibell-never-was')
      const odd = { ...receipt('read', 'minibell-never-was'), kind: 'loved' }
      const { body } = await visit.post('/receipts', { deviceId: 'verify', receipts: [unknown, odd] })
      const codes = list(at(body, 'refused'), 'refused').map((one) => [at(one, 'receiptId'), at(one, 'code')])
      for (const wanted of [
        [unknown.receiptId, 'unknown-item'],
        [odd.receiptId, 'malformed'],
      ])
        claim(
          codes.some((one) => JSON.stringify(one) === JSON.stringify(wanted)),
          `refused has ${wanted.join(' as ')}`,
        )
      const many = Array.from({ length: 201 }, () => receipt('read', 'minibell-never-was'))
      for (const wrong of [many, [{ kind: 'read', itemId: 'x', agoMs: 0 }]])
        problem(await visit.post('/receipts', { deviceId: 'verify', receipts: wrong }), [400, 'malformed'], '/receipts')
    },
  },
  {
    id: 'DL-6',
    title: 'takes a withdrawn item from every device',
    async run(visit) {
      const { withdraw } = visit.backend
      if (!withdraw) throw new Lacking('give a way to withdraw an item')
      const { itemId, epoch } = await visit.appear()
      const { offset } = await position(visit)
      await withdraw(itemId)
      const query = `epoch=${encodeURIComponent(epoch)}&after=${offset}`
      const news = list(at(await visit.read(`/changes?${query}`), 'changes'), 'changes')
      claim(
        news.some((change) => at(change, 'type') === 'withdrawn' && at(change, 'itemId') === itemId),
        `changes tell that ${itemId} was withdrawn`,
      )
      const snapshot = await visit.read('/snapshot?max=200')
      const ids = list(at(snapshot, 'items'), 'items').map((row) => at(row, 'item.id'))
      claim(!ids.includes(itemId), 'a withdrawn item is not in the snapshot')
    },
  },
]

async function tell(
  visit: Visit,
  told: readonly { readonly receiptId: string; readonly [key: string]: Json }[],
): Promise<void> {
  const { status, body } = await visit.post('/receipts', { deviceId: 'verify', receipts: told })
  equal(status, 200, 'status of /receipts')
  const accepted = list(at(body, 'accepted'), 'accepted')
  for (const { receiptId } of told) claim(accepted.includes(receiptId), `receipt ${receiptId} is accepted`)
}

async function counts(
  visit: Visit,
): Promise<{ readonly total: number; readonly unseen: number; readonly unread: number }> {
  const snapshot = await visit.read('/snapshot?max=1')
  const count = (name: string): number => Number(at(snapshot, `counts.${name}`))
  return { total: count('total'), unseen: count('unseen'), unread: count('unread') }
}
