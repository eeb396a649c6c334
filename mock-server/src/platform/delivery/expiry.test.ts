import { expect, test } from 'vitest'
import { builtPlatform, dayMs, memoryStore, startAt } from '../../asked/built-platform.ts'

test('DL-7: an item runs out at its instant, not a millisecond before', async () => {
  const platform = await builtPlatform()
  const session = await platform.session()
  await platform.send({ expiresAt: startAt + dayMs })
  await platform.clock.advance(dayMs - 1)
  expect(await platform.delivery.counts(session)).toMatchObject({ total: 1 })
  await platform.clock.advance(1)
  expect((await platform.log(session)).at(-1)).toMatchObject({ type: 'expired', offset: 3 })
  expect(await platform.delivery.counts(session)).toEqual({ total: 0, unseen: 0, unread: 0 })
})

test('DL-7: a jump of the clock lets items run out in the order of their time', async () => {
  const platform = await builtPlatform()
  for (const rule of ['MA-3', 'MA-17']) platform.rules.setEnabled(rule, false)
  const ids: (string | false)[] = []
  for (const days of [3, 1, 2, 9]) {
    const sent = await platform.send({ expiresAt: startAt + days * dayMs })
    ids.push(sent.accepted && sent.itemId)
  }
  await platform.clock.moveTo(startAt + 5 * dayMs)
  const expired = (await platform.log(await platform.session())).slice(5)
  expect(expired).toMatchObject([1, 2, 0].map((at) => ({ type: 'expired', itemId: ids[at] })))
})

test('DL-7: while nobody asks, the timer lets items run out', async () => {
  const platform = await builtPlatform()
  const told: unknown[] = []
  await platform.send({ expiresAt: startAt + dayMs })
  platform.delivery.watch(await platform.session(), ({ changes }) => told.push(...changes))
  await platform.time.advance(dayMs)
  expect(told).toMatchObject([{ type: 'expired' }])
  expect(platform.time.waiting()).toBe(0)
})

test('DL-7: a message that had run out before it was sent is added and expires at once', async () => {
  const platform = await builtPlatform()
  await platform.send({ expiresAt: startAt - 1 })
  expect(await platform.log(await platform.session())).toMatchObject([
    { type: 'senderChanged' },
    { type: 'added' },
    { type: 'expired' },
  ])
})

test('DL-7: what is due when a platform starts runs out before anybody sees it', async () => {
  const store = memoryStore()
  const first = await builtPlatform({ store })
  await first.send({ expiresAt: startAt + 1 })
  first.time.jumpTo(startAt + dayMs)
  const second = await builtPlatform({ store, time: first.time })
  expect(await second.delivery.counts(await second.session())).toMatchObject({ total: 0 })
})

test('DL-7: a withdrawn item does not run out, an expired one cannot be withdrawn', async () => {
  const platform = await builtPlatform()
  for (const rule of ['MA-3', 'MA-17']) platform.rules.setEnabled(rule, false)
  const [first, second] = [
    await platform.send({ expiresAt: startAt + 5 }),
    await platform.send({ expiresAt: startAt + 5 }),
  ]
  expect(first.accepted && (await platform.sends.withdraw(first.itemId))).toBe(true)
  await platform.clock.advance(10)
  expect(second.accepted && (await platform.sends.withdraw(second.itemId))).toBe(false)
  expect((await platform.log(await platform.session())).slice(3)).toMatchObject([
    { type: 'withdrawn' },
    { type: 'expired' },
  ])
})
