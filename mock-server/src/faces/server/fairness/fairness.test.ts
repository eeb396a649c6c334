import { type Timers, virtualTime } from '@minibell/ports'
import { expect, test } from 'vitest'
import { clientAddress } from './address.ts'
import { type Fairness, fairness } from './fairness.ts'

const address = '203.0.113.7'
const bounds = { perSecond: 10, burst: 3, concurrent: 2 }

const enter = (door: Fairness, client: { address?: string; token?: string } = { address }) => {
  const entered = door.enter(client)
  return entered.ok ? entered.leave : entered.flood
}

/** Comes and goes at once. */
const passes = (door: Fairness, client?: { address?: string; token?: string }): boolean => {
  const leave = enter(door, client)
  if (typeof leave === 'function') leave()
  return typeof leave === 'function'
}

test('a client has its burst, and then its rate', async () => {
  const time = virtualTime()
  const door = fairness(time, { perAddress: bounds })
  expect([1, 2, 3, 4].map(() => passes(door))).toEqual([true, true, true, false])
  await time.advance(99)
  expect(passes(door)).toBe(false)
  await time.advance(1)
  expect([passes(door), passes(door)]).toEqual([true, false])
  await time.advance(60_000)
  expect([1, 2, 3, 4].map(() => passes(door))).toEqual([true, true, true, false])
})

test('a client has so many requests under way, and another client as many', () => {
  const door = fairness(virtualTime(), { perAddress: bounds })
  const first = enter(door)
  enter(door)
  expect(enter(door)).toMatchObject({
    message: `Failed to answer: the address ${address} has more than 2 requests that are under way. Ask again in 1000 ms, and less often.`,
  })
  expect(passes(door, { address: '203.0.113.8' })).toBe(true)
  if (typeof first === 'function') first()
  expect(passes(door)).toBe(true)
})

test('one flood leaves one row, and says how long to wait', () => {
  const door = fairness(virtualTime(), { perAddress: { ...bounds, burst: 1 } })
  passes(door)
  expect([enter(door), enter(door)]).toMatchObject([
    { isFirst: true, retryAfterMs: 100 },
    { isFirst: false, retryAfterMs: 100 },
  ])
})

test('a token counts wherever it is used, and is not told', () => {
  const door = fairness(virtualTime(), { perToken: { ...bounds, burst: 1 } })
  expect(passes(door, { address: '127.0.0.1', token: 'secret' })).toBe(true)
  expect(enter(door, { address, token: 'secret' })).toMatchObject({
    message: expect.stringMatching(/^Failed to answer: the token has more than 10 requests a second\./),
  })
})

test('what one of two refuses costs the other no request under way', () => {
  const door = fairness(virtualTime(), { perAddress: { ...bounds, burst: 9 }, perToken: { ...bounds, burst: 1 } })
  expect([1, 2, 3, 4].map(() => passes(door, { address, token: 't' }))).toEqual([true, false, false, false])
  expect(passes(door)).toBe(true)
})

test('this machine is not counted unless asked for, and nothing is where it is off', () => {
  const many = (door: Fairness, client: { address: string; token?: string }) =>
    Array.from({ length: 50 }, () => passes(door, client)).every(Boolean)
  expect(many(fairness(virtualTime(), { perAddress: bounds }), { address: '::ffff:127.0.0.1' })).toBe(true)
  expect(many(fairness(virtualTime(), { perAddress: bounds, countOwn: true }), { address: '127.0.0.1' })).toBe(false)
  expect(many(fairness(virtualTime(), { perAddress: 'off', perToken: 'off' }), { address, token: 't' })).toBe(true)
})

test('clients at rest are forgotten, those in debt are not', async () => {
  const time = virtualTime()
  let clocks = 0
  const timers: Timers = {
    ...time,
    elapsed() {
      clocks += 1
      return time.elapsed()
    },
  }
  const door = fairness(timers, { perAddress: { perSecond: 1, burst: 1, concurrent: 1 } })
  for (let n = 0; n < 10_000; n += 1) passes(door, { address: `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}` })
  await time.advance(5_000)
  passes(door, { address })
  const before = clocks
  passes(door, { address: '203.0.113.9' })
  expect(clocks - before).toBeLessThan(10)
  expect(passes(door, { address })).toBe(false)
})

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8::5', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('%s is the client %s', (remote, client) => {
  expect(clientAddress(remote)).toBe(client)
})
