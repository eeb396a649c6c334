import type { Receipt, ReceiptKind } from '@minibell/protocol'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { type BuiltPlatform, builtPlatform } from '../../asked/built-platform.ts'

vi.setConfig({ testTimeout: 60_000 })

const kinds = ['delivered', 'seen', 'read', 'opened', 'dismissed'] as const

const receipt = (kind: ReceiptKind, itemId: string): Receipt => ({
  receiptId: `${kind} ${itemId}`,
  kind,
  itemId,
  agoMs: 0,
})

async function withItems(count: number): Promise<{ platform: BuiltPlatform; ids: readonly string[] }> {
  const platform = await builtPlatform()
  for (const rule of ['MA-3', 'MA-17']) platform.rules.setEnabled(rule, false)
  const ids: string[] = []
  for (let index = 0; index < count; index += 1) {
    const outcome = await platform.send({ sender: index % 2 === 0 ? 'bills' : 'taxi' })
    if (outcome.accepted) ids.push(outcome.itemId)
  }
  return { platform, ids }
}

async function inboxOf(platform: BuiltPlatform) {
  const page = await platform.delivery.snapshot(await platform.session(), { max: 200 })
  if (page === 'malformed-cursor') throw new Error('There was no cursor.')
  return { counts: page.counts, marks: page.items.map(({ item, marks }) => [item.id, marks]) }
}

test('DL-5: receipts in any order, doubled and in any batches, over two devices, end the same', async () => {
  const one = fc.record({ kind: fc.constantFrom(...kinds), at: fc.nat(3) })
  const order = fc.array(fc.nat(1_000), { minLength: 40, maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(
      fc.array(one, { size: 'max', maxLength: 15 }),
      order,
      fc.integer({ min: 1, max: 5 }),
      async (all, keys, size) => {
        const [first, second] = [await withItems(4), await withItems(4)]
        const shuffled = [...all, ...all.slice(0, 8)]
          .map((each, index) => ({ each, key: keys[index] ?? 0 }))
          .sort((a, b) => a.key - b.key)
        const receive = async ({ platform, ids }: typeof first, each: (typeof all)[number][]) =>
          platform.delivery.receive(
            await platform.session(),
            each.map(({ kind, at }) => receipt(kind, ids[at] ?? '')),
            'd1',
          )
        await receive(first, all)
        for (let from = 0; from < shuffled.length; from += size)
          await receive(
            second,
            shuffled.slice(from, from + size).map(({ each }) => each),
          )
        expect(await inboxOf(second.platform)).toEqual(await inboxOf(first.platform))
      },
    ),
    { numRuns: 60 },
  )
})

test('DL-5: a receipt that says nothing new is accepted and takes no offset', async () => {
  const {
    platform,
    ids: [id = ''],
  } = await withItems(1)
  const session = await platform.session()
  for (const kind of ['opened', 'opened', 'read', 'seen', 'delivered'] as const)
    expect(await platform.delivery.receive(session, [receipt(kind, id)], 'd1')).toMatchObject({
      accepted: { length: 1 },
    })
  expect((await platform.log(session)).slice(2)).toEqual([{ type: 'marked', offset: 3, itemIds: [id], kind: 'opened' }])
})

test('DL-5: delivered is kept and not told', async () => {
  const {
    platform,
    ids: [id = ''],
  } = await withItems(1)
  await platform.delivery.receive(await platform.session(), [receipt('delivered', id)], 'd1')
  expect((await inboxOf(platform)).marks).toEqual([[id, ['delivered']]])
  expect(await platform.log(await platform.session())).toHaveLength(2)
})

test('DL-5: receipts of one kind and sender in a row are one change', async () => {
  const { platform, ids } = await withItems(4)
  const [a = '', b = '', c = '', d = ''] = ids
  const batch = [receipt('seen', a), receipt('seen', c), receipt('seen', b), receipt('read', d)]
  await platform.delivery.receive(await platform.session(), batch, 'd1')
  expect((await platform.log(await platform.session())).slice(6)).toMatchObject([
    { type: 'marked', kind: 'seen', itemIds: [a, c] },
    { type: 'marked', kind: 'seen', itemIds: [b] },
    { type: 'marked', kind: 'read', itemIds: [d] },
  ])
})

test('DL-5: unknown items are refused one by one', async () => {
  const {
    platform,
    ids: [id = ''],
  } = await withItems(1)
  const answer = await platform.delivery.receive(
    await platform.session(),
    [receipt('seen', 'none'), receipt('seen', id), receipt('read', '0mjuohs000000-1-99-0')],
    'd1',
  )
  expect(answer).toEqual({
    accepted: [`seen ${id}`],
    refused: [
      { receiptId: 'seen none', code: 'unknown-item' },
      { receiptId: 'read 0mjuohs000000-1-99-0', code: 'unknown-item' },
    ],
  })
})

test('DL-1: a sender’s session knows no other sender’s items, nor may it mark them all', async () => {
  const {
    platform,
    ids: [bills = ''],
  } = await withItems(2)
  const taxi = await platform.session('ada', 'taxi')
  const markAll = { receiptId: 'all', kind: 'read', all: { upTo: 9, sender: 'bills' }, agoMs: 0 } as const
  const answer = await platform.delivery.receive(taxi, [receipt('seen', bills), markAll], 'd1')
  expect(answer.refused.map(({ code }) => code)).toEqual(['unknown-item', 'unknown-item'])
  expect((await inboxOf(platform)).counts).toEqual({ total: 2, unseen: 2, unread: 2 })
})

test('DL-5: another person’s item is unknown', async () => {
  const {
    platform,
    ids: [id = ''],
  } = await withItems(1)
  const answer = await platform.delivery.receive(await platform.session('p1'), [receipt('read', id)], 'd1')
  expect(answer.refused).toMatchObject([{ code: 'unknown-item' }])
})

test.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('DL-5: a mark-all up to %s is malformed', async (upTo) => {
  const { platform } = await withItems(1)
  const all = { receiptId: 'r1', kind: 'read', all: { upTo }, agoMs: 0 } as const
  const answer = await platform.delivery.receive(await platform.session(), [all], 'd1')
  expect(answer.refused).toEqual([{ receiptId: 'r1', code: 'malformed' }])
})

test('a sender’s mark-all carries its name, the host’s reaches every sender’s session', async () => {
  const { platform } = await withItems(2)
  const taxi = await platform.session('ada', 'taxi')
  const bills = await platform.session('ada', 'bills')
  const all = (kind: 'seen' | 'read') => [{ receiptId: 'r', kind, all: { upTo: 9 }, agoMs: 0 }] as const
  await platform.delivery.receive(taxi, all('seen'), 'd1')
  await platform.delivery.receive(await platform.session(), all('read'), 'd2')
  expect((await platform.log(taxi)).slice(2)).toMatchObject([
    { type: 'markedAll', kind: 'seen', sender: 'taxi', upTo: 4 },
    { type: 'markedAll', kind: 'read', upTo: 4 },
  ])
  expect((await platform.log(bills)).slice(2)).toEqual([{ type: 'markedAll', offset: 6, kind: 'read', upTo: 4 }])
  expect(await platform.delivery.counts(bills)).toEqual({ total: 1, unseen: 0, unread: 0 })
})

test('a mark-all reaches no item that comes later, and says so once', async () => {
  const { platform } = await withItems(1)
  const session = await platform.session()
  const all = [{ receiptId: 'r', kind: 'read', all: { upTo: 1_000 }, agoMs: 0 }] as const
  await platform.delivery.receive(session, all, 'd1')
  await platform.delivery.receive(session, all, 'd1')
  expect((await platform.log(session)).slice(2)).toMatchObject([{ type: 'markedAll', upTo: 2 }])
  await platform.send()
  expect(await platform.delivery.counts(session)).toEqual({ total: 2, unseen: 1, unread: 1 })
})

test('receipts are rows of the journal', async () => {
  const {
    platform,
    ids: [id = ''],
  } = await withItems(1)
  await platform.delivery.receive(await platform.session(), [receipt('opened', id), receipt('seen', 'none')], 'd1')
  expect(platform.journal.read({}).at(-1)).toMatchObject({
    kind: 'receipt',
    person: 'ada',
    summary: 'ada: opened, seen (1 accepted, 1 refused)',
    request: { deviceId: 'd1' },
  })
})

test('DL-6: a withdrawn item leaves the list and the counts; a late receipt for it is accepted', async () => {
  const {
    platform,
    ids: [id = '', other = ''],
  } = await withItems(2)
  expect(await platform.sends.withdraw(id)).toBe(true)
  expect(await platform.sends.withdraw(id)).toBe(false)
  expect(await inboxOf(platform)).toEqual({ counts: { total: 1, unseen: 1, unread: 1 }, marks: [[other, []]] })
  const answer = await platform.delivery.receive(await platform.session(), [receipt('opened', id)], 'd1')
  expect(answer.accepted).toHaveLength(1)
  expect((await platform.log(await platform.session())).slice(4)).toEqual([
    { type: 'withdrawn', offset: 5, itemId: id },
  ])
})

test.each([
  '',
  'none',
  '0mjuohs000000-1-1',
  '0mjuohs000000-1-1-9',
  '0mjuohs000000-9-1-0',
  '../../etc',
  '__proto__-1-1-0',
])('DL-6: there is no item %j to withdraw', async (itemId) => {
  const { platform } = await withItems(1)
  expect(await platform.sends.withdraw(itemId)).toBe(false)
})

test('DL-5: a receipt of all that means another epoch is refused and marks nothing', async () => {
  const { platform } = await withItems(2)
  const session = await platform.session()
  const all = { kind: 'read', all: { upTo: 9 }, agoMs: 0 } as const
  const send = async (epoch: string) => platform.delivery.receive(session, [{ ...all, receiptId: epoch, epoch }], 'd1')
  expect(await send('0')).toEqual({ accepted: [], refused: [{ receiptId: '0', code: 'other-epoch' }] })
  expect((await inboxOf(platform)).counts.unread).toBe(2)
  const { epoch } = await platform.delivery.position(session)
  expect(await send(epoch)).toEqual({ accepted: [epoch], refused: [] })
  expect((await inboxOf(platform)).counts.unread).toBe(0)
})

test('DL-5: a receipt of all that names its newest item goes as far in another epoch', async () => {
  const { platform, ids } = await withItems(3)
  const session = await platform.session()
  const all = { receiptId: 'r', kind: 'read', all: { upTo: 900 }, epoch: '0', agoMs: 0 } as const
  const say = (newest: string) => platform.delivery.receive(session, [{ ...all, receiptId: newest, newest }], 'd1')
  expect(await say('never-here')).toEqual({ accepted: [], refused: [{ receiptId: 'never-here', code: 'other-epoch' }] })
  expect((await inboxOf(platform)).counts.unread).toBe(3)
  expect(await say(ids[1] ?? '')).toEqual({ accepted: [ids[1]], refused: [] })
  expect((await inboxOf(platform)).counts.unread).toBe(1)
})
