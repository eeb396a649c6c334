import type { Change } from '@minibell/protocol'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { type BuiltPlatform, builtPlatform } from '../../asked/built-platform.ts'

vi.setConfig({ testTimeout: 60_000 })

/** Items of `bills` and `taxi` in turns, `count` of them. */
async function filled(count: number, options: { readonly keptChanges?: number } = {}): Promise<BuiltPlatform> {
  const platform = await builtPlatform(options)
  for (const rule of ['MA-3', 'MA-17']) platform.rules.setEnabled(rule, false)
  platform.rules.setEnabled('MA-5', false)
  for (let index = 0; index < count; index += 1)
    await platform.send({ sender: index % 2 === 0 ? 'bills' : 'taxi', title: `Number ${index}` })
  return platform
}

test('DL-3: changes after any offset, in pages of any size, are the same log in every scope', async () => {
  const platform = await filled(30)
  for (const sender of [undefined, 'bills', 'taxi', 'shop']) {
    const session = await platform.session('ada', sender)
    const { epoch, top } = await platform.delivery.position(session)
    const whole = await platform.log(session)
    await fc.assert(
      fc.asyncProperty(fc.nat(top), fc.integer({ min: 1, max: 40 }), async (from, max) => {
        const changes: Change[] = []
        let offset = from
        for (let to = from; ; offset = to) {
          const page = await platform.delivery.changes(session, { epoch, offset, max })
          expect(page).toMatchObject({ recovered: true, base: 0, top, from: offset })
          expect(page.changes.length).toBeLessThanOrEqual(max)
          changes.push(...page.changes)
          to = page.to
          if (to >= top) break
          expect(to).toBeGreaterThan(offset)
        }
        expect(changes).toEqual(whole.filter((change) => change.offset > from))
      }),
      { numRuns: 30 },
    )
  }
})

test('DL-1: a sender’s session never gets a byte of another sender', async () => {
  const platform = await filled(6)
  const taxi = await platform.session('ada', 'taxi')
  const bills = await platform.session('ada', 'bills')
  const told: unknown[] = []
  platform.delivery.watch(taxi, (news) => told.push(news))
  const [id = ''] = (await platform.log(bills)).flatMap((change) => (change.type === 'added' ? [change.item.id] : []))
  await platform.send({ sender: 'bills', title: 'Number 99' })
  await platform.delivery.receive(bills, [{ receiptId: 'r', kind: 'read', itemId: id, agoMs: 0 }], 'd1')
  await platform.delivery.receive(bills, [{ receiptId: 'r', kind: 'read', all: { upTo: 99 }, agoMs: 0 }], 'd1')
  await platform.sends.withdraw(id)
  await platform.directory.setMuted('ada', 'bills', true)
  await platform.time.advance(0)
  const seen = [told, await platform.log(taxi), await platform.delivery.snapshot(taxi, { max: 200 })]
  expect(JSON.stringify(seen)).not.toMatch(/bills|Number [024]|Number 99/)
  expect(told).toMatchObject([
    { from: 8, to: 9 },
    { to: 10 },
    { to: 11 },
    { to: 12 },
    { from: 12, to: 13, changes: [] },
  ])
  expect(await platform.delivery.counts(taxi)).toEqual({ total: 3, unseen: 3, unread: 3 })
})

test('DL-4: another epoch, a trimmed offset and one above the top are not recovered', async () => {
  const platform = await filled(40, { keptChanges: 10 })
  const session = await platform.session()
  const { epoch, base, top } = await platform.delivery.position(session)
  expect(top).toBe(42)
  expect(top - base).toBeGreaterThanOrEqual(10)
  expect(base).toBeGreaterThan(20)
  const ask = (position: { epoch: string; offset: number }) =>
    platform.delivery.changes(session, { ...position, max: 100 })
  const lost = { epoch, recovered: false, base, top, from: top, to: top, changes: [] }
  expect(await ask({ epoch: '', offset: 0 })).toEqual(lost)
  expect(await ask({ epoch: '0000000000000', offset: top })).toEqual(lost)
  expect(await ask({ epoch, offset: base - 1 })).toEqual(lost)
  expect(await ask({ epoch, offset: top + 1 })).toEqual(lost)
  expect(await ask({ epoch, offset: base })).toMatchObject({ recovered: true, changes: { length: top - base } })
  expect(await platform.delivery.snapshot(session, { max: 200 })).toMatchObject({ items: { length: 40 } })
})

test('DL-8: pages of a snapshot are newest first, without holes or repeats, while new items arrive', async () => {
  const platform = await filled(25)
  for (const [sender, expected] of [
    [undefined, 25],
    ['bills', 13],
    ['shop', 0],
  ] as const) {
    const session = await platform.session('ada', sender)
    const titles: string[] = []
    let cursor: string | undefined
    do {
      const page = await platform.delivery.snapshot(session, { max: 4, ...(cursor && { cursor }) })
      if (page === 'malformed-cursor') throw new Error('The cursor was ours.')
      titles.push(...page.items.map(({ item }) => ('title' in item.message ? (item.message.title ?? '') : '')))
      cursor = page.cursor
      if (cursor) await platform.send({ title: 'Newer' })
    } while (cursor)
    const numbers = titles.filter((title) => title !== 'Newer').map((title) => Number(title.slice(7)))
    expect(numbers).toHaveLength(expected)
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a))
  }
})

test('DL-8: a cursor of another epoch, and a text that is none, are malformed', async () => {
  const platform = await filled(3)
  const session = await platform.session()
  const page = await platform.delivery.snapshot(session, { max: 1 })
  const { cursor = '' } = page === 'malformed-cursor' ? {} : page
  expect(await platform.delivery.snapshot(session, { max: 1, cursor })).toMatchObject({
    items: [{ item: { offset: 4 } }],
  })
  for (const bad of ['', 'x', `${cursor}x-`, cursor.replace(/^./, '9'), '.', `${cursor.split('.')[0]}.`])
    expect(await platform.delivery.snapshot(session, { max: 1, cursor: bad })).toBe('malformed-cursor')
})

test.each([0, -1, 1.5, 1_001, Number.NaN])('a page of %s changes, or items, is the caller’s mistake', async (max) => {
  const platform = await filled(1)
  const session = await platform.session()
  await expect(platform.delivery.changes(session, { epoch: '', offset: 0, max })).rejects.toThrow(RangeError)
  await expect(platform.delivery.snapshot(session, { max })).rejects.toThrow(RangeError)
})

test('DL-3: an empty inbox has an empty snapshot at offset 0', async () => {
  const platform = await builtPlatform()
  const { epoch, ...position } = await platform.delivery.position(await platform.session())
  expect(position).toEqual({ base: 0, top: 0 })
  expect(await platform.delivery.snapshot(await platform.session(), { max: 50 })).toEqual({
    epoch,
    offset: 0,
    items: [],
    senders: [],
    counts: { total: 0, unseen: 0, unread: 0 },
  })
})

test('news come once, in order and without holes, also when many come at once', async () => {
  const platform = await filled(0)
  const session = await platform.session()
  const news: { from: number; to: number; changes: readonly Change[] }[] = []
  const stop = platform.delivery.watch(session, (each) => news.push(each))
  await Promise.all(Array.from({ length: 40 }, () => platform.send()))
  await platform.time.advance(0)
  expect(news[0]?.from).toBe(0)
  expect(news.slice(1).map(({ from }) => from)).toEqual(news.slice(0, -1).map(({ to }) => to))
  expect(news.flatMap(({ changes }) => changes)).toEqual(await platform.log(session))
  stop()
  stop()
  await platform.send()
  await platform.time.advance(0)
  expect(news.at(-1)?.to).toBe(41)
})

test('a listener that throws is told in the journal and gets the next news', async () => {
  const platform = await filled(0)
  const calls: number[] = []
  platform.delivery.watch(await platform.session(), ({ to }) => {
    calls.push(to)
    if (calls.length === 1) throw new Error('a bug')
  })
  await platform.send()
  await platform.time.advance(0)
  await platform.send()
  await platform.time.advance(0)
  expect(calls).toEqual([2, 3])
  expect(platform.journal.read({}).some(({ summary }) => summary.includes('a bug'))).toBe(true)
})
