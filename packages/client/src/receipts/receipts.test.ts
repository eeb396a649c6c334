import type { Receipt } from '@minibell/protocol'
import { expect, test } from 'vitest'
import { memoryStorage } from '../testing/memory-storage.ts'
import { liveRig, rig } from '../testing/rig.ts'
import { sampleAdded } from '../testing/samples.ts'
import { outbox } from './outbox.ts'

const brief = (receipts: readonly Receipt[]) =>
  receipts.map((one) => ('all' in one ? [one.kind, one.all] : [one.kind, one.itemId]))
const posts = (requests: readonly { readonly url: string }[]) =>
  requests.filter(({ url }) => url.endsWith('/receipts')).length

test('tells within half a second what was delivered, in one request', async () => {
  const { platform, time } = await liveRig()
  platform.append(sampleAdded('a'))
  await time.advance(300)
  platform.append(sampleAdded('b'))
  await time.advance(199)
  expect(platform.receipts).toEqual([])
  await time.advance(1)
  expect(brief(platform.receipts)).toEqual([
    ['delivered', 'a'],
    ['delivered', 'b'],
  ])
  expect(posts(platform.requests)).toBe(1)
})

test('tells of the first snapshot what nobody had told as delivered', async () => {
  const { inbox, platform, time } = rig()
  platform.append(sampleAdded('old'), sampleAdded('new'), { type: 'marked', itemIds: ['old'], kind: 'seen' })
  inbox.start()
  await time.advance(1_000)
  expect(brief(platform.receipts)).toEqual([['delivered', 'new']])
})

test('marks at once, tells the platform, and is not counted twice when the change comes back', async () => {
  const { inbox, platform, time, of } = await liveRig()
  platform.append(sampleAdded('a'), sampleAdded('b'))
  await time.advance(0)
  inbox.markSeen(['a', 'b'])
  inbox.markRead(['a', 'nobody'])
  const counts = () => [inbox.getSnapshot().total, inbox.getSnapshot().unseen, inbox.getSnapshot().unread]
  expect(counts()).toEqual([2, 0, 1])
  await time.advance(2_000)
  expect(counts()).toEqual([2, 0, 1])
  expect(platform.log.counts()).toEqual({ total: 2, unseen: 0, unread: 1 })
  expect(of('read')).toEqual([{ itemIds: ['a'], all: false }])
})

test('the stronger receipt goes in place of the weaker', async () => {
  const { inbox, platform, time } = await liveRig()
  platform.append(sampleAdded('a'))
  await time.advance(0)
  inbox.markSeen(['a'])
  inbox.markRead(['a'])
  inbox.markSeen(['a'])
  await time.advance(2_000)
  expect(brief(platform.receipts)).toEqual([['read', 'a']])
})

test('says how long ago it was', async () => {
  const { inbox, platform, time } = await liveRig()
  platform.append(sampleAdded('a'))
  await time.advance(5_000)
  platform.levers.before = ({ url }) => (url.endsWith('/receipts') ? { status: 503, body: '' } : undefined)
  inbox.markRead(['a'])
  await time.advance(600)
  delete platform.levers.before
  await time.advance(10_000)
  const [, read] = platform.receipts
  expect(read).toMatchObject({ kind: 'read', agoMs: 750 })
})

test('mark all is one receipt, at once, for what has arrived', async () => {
  const { inbox, platform, time, of } = await liveRig()
  platform.append(sampleAdded('a'), sampleAdded('b'), sampleAdded('c', { sender: 'other' }))
  await time.advance(2_000)
  inbox.markAll('seen')
  inbox.markAll('read', { sender: 'kijani' })
  expect([inbox.getSnapshot().unseen, inbox.getSnapshot().unread]).toEqual([0, 1])
  platform.append(sampleAdded('d'))
  await time.advance(2_000)
  expect([inbox.getSnapshot().unseen, inbox.getSnapshot().unread]).toEqual([1, 2])
  expect(platform.log.counts()).toEqual({ total: 4, unseen: 1, unread: 2 })
  expect(brief(platform.receipts).slice(3, 5)).toEqual([
    ['seen', { upTo: 3 }],
    ['read', { upTo: 3, sender: 'kijani' }],
  ])
  expect(of('read')).toEqual([{ itemIds: ['a', 'b'], all: false }])
})

test('mark all read tells that every item was meant, once', async () => {
  const { inbox, platform, time, of } = await liveRig()
  platform.append(sampleAdded('a'))
  await time.advance(0)
  inbox.markAll('read')
  inbox.markAll('read')
  await time.advance(2_000)
  expect(of('read')).toEqual([{ itemIds: [], all: true }])
  expect(platform.receipts.filter(({ kind }) => kind === 'read')).toHaveLength(1)
})

test('mark all seen reaches the platform although all that is unseen is of a muted sender, in no count', async () => {
  const { inbox, platform, time } = await liveRig()
  const sender = { id: 'kijani', name: 'Kijani', status: 'available', muted: true } as const
  platform.append({ type: 'senderChanged', sender }, sampleAdded('a', { sender: 'kijani' }))
  await time.advance(0)
  expect(inbox.getSnapshot()).toMatchObject({ unseen: 0, unread: 1 })
  inbox.markAll('seen')
  inbox.markAll('seen')
  await time.advance(2_000)
  expect(platform.receipts.filter(({ kind }) => kind === 'seen')).toHaveLength(1)
  const snapshot = inbox.getSnapshot()
  expect(snapshot.slice(0, 9).map(snapshot.isSeen)).toEqual([true])
})

test('dismissing takes away at once and on every device', async () => {
  const { inbox, platform, time, of } = await liveRig()
  platform.append(sampleAdded('a'), sampleAdded('b'))
  await time.advance(0)
  inbox.dismiss(['a'])
  expect([inbox.getSnapshot().length, inbox.find('a'), of('removed')]).toEqual([
    1,
    undefined,
    [{ itemIds: ['a'], reason: 'dismissed' }],
  ])
  await time.advance(2_000)
  expect(platform.log.items().map(({ id }) => id)).toEqual(['b'])
  expect(of('removed')).toHaveLength(1)
})

test('DL-6: what is withdrawn leaves, and says so', async () => {
  const { inbox, platform, time, of } = await liveRig()
  platform.append(sampleAdded('a'), sampleAdded('b'))
  platform.append({ type: 'withdrawn', itemId: 'a' })
  await time.advance(0)
  expect([inbox.getSnapshot().length, inbox.getSnapshot().unseen]).toEqual([1, 1])
  expect(of('removed')).toEqual([{ itemIds: ['a'], reason: 'withdrawn' }])
})

test('DL-7: what expired leaves when the platform says so', async () => {
  const { inbox, platform, time, of } = await liveRig()
  platform.append(sampleAdded('a', { expiresAt: time.now() + 1_000 }))
  await time.advance(2_000)
  expect(inbox.getSnapshot().length).toBe(1)
  platform.append({ type: 'expired', itemId: 'a' })
  await time.advance(0)
  expect([inbox.getSnapshot().length, of('removed')]).toEqual([0, [{ itemIds: ['a'], reason: 'expired' }]])
})

test('another device reads: it is read here, and told', async () => {
  const { inbox, platform, time, of } = await liveRig()
  platform.append(sampleAdded('a'))
  platform.append({ type: 'marked', itemIds: ['a'], kind: 'opened' })
  await time.advance(0)
  expect([inbox.getSnapshot().unread, of('read')]).toEqual([0, [{ itemIds: ['a'], all: false }]])
})

test('without a network receipts wait, and go with the same id once there is one', async () => {
  const { inbox, platform, time } = await liveRig()
  platform.append(sampleAdded('a'))
  await time.advance(2_000)
  const sent: string[] = []
  platform.levers.before = ({ body }) => {
    if (body) sent.push(JSON.parse(body).receipts[0].receiptId)
    return Promise.reject(new Error('offline'))
  }
  inbox.markRead(['a'])
  await time.advance(1_000)
  delete platform.levers.before
  await time.advance(30_000)
  expect(sent.length).toBeGreaterThan(1)
  expect(new Set([...sent, platform.receipts[1]?.receiptId]).size).toBe(1)
})

test('a refused receipt is dropped, told and taken back', async () => {
  const { inbox, platform, time, of } = await liveRig()
  platform.append(sampleAdded('a'))
  await time.advance(2_000)
  platform.levers.before = ({ url, body }) => {
    if (!url.endsWith('/receipts')) return
    const [{ receiptId }] = JSON.parse(body ?? '').receipts
    return { body: { accepted: [], refused: [{ receiptId, code: 'unknown-item' }] } }
  }
  inbox.dismiss(['a'])
  expect(inbox.getSnapshot().length).toBe(0)
  await time.advance(2_000)
  expect(of('refused')).toMatchObject([
    { receipt: { kind: 'dismissed', itemId: 'a' }, refusal: { code: 'unknown-item' } },
  ])
  expect([inbox.getSnapshot().length, inbox.getSnapshot().unread]).toEqual([1, 1])
  expect(of('received')).toHaveLength(1)
  expect(posts(platform.requests)).toBe(2)
})

test('a mark of all that is refused is taken back and told, and what was shown before stays as it was', async () => {
  const { inbox, platform, time, of } = await liveRig()
  platform.append(sampleAdded('a'), sampleAdded('b'))
  await time.advance(2_000)
  platform.levers.before = ({ url, body }) => {
    if (!url.endsWith('/receipts')) return
    const [{ receiptId }] = JSON.parse(body ?? '').receipts
    return { body: { accepted: [], refused: [{ receiptId, code: 'unknown-item' }] } }
  }
  const before = inbox.getSnapshot()
  inbox.markAll('read')
  const marked = inbox.getSnapshot()
  const newest = marked.at(0)
  expect([before.unread, marked.unread, newest && before.isRead(newest), newest && marked.isRead(newest)]).toEqual([
    2,
    0,
    false,
    true,
  ])
  await time.advance(2_000)
  expect(of('refused')).toMatchObject([{ receipt: { kind: 'read', all: { upTo: 2 } } }])
  const after = inbox.getSnapshot()
  expect([after.unread, after.unseen, newest && after.isRead(newest), marked.unread]).toEqual([2, 2, false, 0])
})

test('receipts that the platform cannot read at all are dropped and told, and the inbox goes on', async () => {
  const storage = memoryStorage()
  storage.entries.set('minibell/amina//x', '{"receiptId":"x","kind":"hologram","at":0}')
  const { inbox, platform, time, of } = rig({ outbox: outbox(storage) })
  platform.append(sampleAdded('a'))
  platform.levers.before = ({ url, body }) =>
    url.endsWith('/receipts') && body?.includes('hologram')
      ? { status: 400, body: { error: { code: 'malformed', message: 'receipts[0].kind is none.' } } }
      : undefined
  inbox.start()
  await time.advance(2_000)
  expect(of('refused')).toMatchObject([{ receipt: { receiptId: 'x' } }, { receipt: { kind: 'delivered' } }])
  inbox.markRead(['a'])
  await time.advance(2_000)
  expect([inbox.getSnapshot().status.phase, platform.log.counts().unread]).toEqual(['live', 0])
})

test('a platform that passes over receipts is asked again with back-off', async () => {
  const { inbox, platform, time } = await liveRig()
  platform.append(sampleAdded('a'))
  await time.advance(2_000)
  platform.levers.before = ({ url }) =>
    url.endsWith('/receipts') ? { body: { accepted: [], refused: [] } } : undefined
  inbox.markRead(['a'])
  await time.advance(3_000)
  expect(posts(platform.requests)).toBeLessThan(7)
  delete platform.levers.before
  await time.advance(30_000)
  expect(platform.log.counts().unread).toBe(0)
})

test('DL-4: "mark all" of an epoch that is over means the same items in the next', async () => {
  const { inbox, platform, time } = await liveRig()
  platform.append(sampleAdded('a'), sampleAdded('b'), sampleAdded('c'))
  await time.advance(2_000)
  platform.levers.before = () => Promise.reject(new Error('offline'))
  inbox.markAll('read')
  await time.advance(1_000)
  platform.append({ type: 'withdrawn', itemId: 'a' })
  platform.log.restart('e2')
  platform.append(sampleAdded('d'))
  platform.levers.before = ({ url }) => (url.endsWith('/receipts') ? Promise.reject(new Error('offline')) : undefined)
  await time.advance(60_000)
  expect([inbox.getSnapshot().position?.epoch, inbox.getSnapshot().unread]).toEqual(['e2', 1])
})

test('DL-4: "mark all" whose newest left with its epoch means the others of the same moment still', async () => {
  const { inbox, platform, time } = await liveRig()
  platform.append(...['a', 'b', 'c'].map((id) => sampleAdded(id, { sentAt: 5 })))
  await time.advance(1_000)
  platform.levers.before = ({ url }) => (url.endsWith('/receipts') ? Promise.reject(new Error('offline')) : undefined)
  inbox.markAll('read')
  platform.connections[0]?.deafen()
  platform.append({ type: 'withdrawn', itemId: 'c' }, sampleAdded('d', { sentAt: 5 }))
  platform.log.restart('e2')
  await time.advance(120_000)
  delete platform.levers.before
  await time.advance(60_000)
  expect([inbox.getSnapshot().position?.epoch, platform.log.counts().unread]).toEqual(['e2', 1])
})
