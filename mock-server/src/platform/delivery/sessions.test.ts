import { expect, test } from 'vitest'
import { aWorld, builtPlatform, dayMs } from '../../asked/built-platform.ts'

const host = { person: 'ada', scope: { kind: 'host' } } as const

test('DL-2: a session lives as long as it was given, and a millisecond later it is expired', async () => {
  const platform = await builtPlatform()
  const { token, expiresAt } = await platform.delivery.openSession({ ...host, lifeMs: 1_000 })
  await platform.time.advance(999)
  expect(await platform.delivery.session(token)).toEqual({ token, ...host, expiresAt })
  await platform.time.advance(1)
  expect(await platform.delivery.session(token)).toBe('expired')
})

test('DL-2: a session lives an hour unless told; a seeded one never ends', async () => {
  const sessions = [{ token: 'seeded', ...host }]
  const platform = await builtPlatform({ world: { ...aWorld(), sessions } })
  expect((await platform.delivery.openSession(host)).expiresAt).toBe(platform.clock.now() + 3_600_000)
  await platform.clock.advance(10_000 * dayMs)
  expect(await platform.delivery.session('seeded')).toMatchObject(host)
})

test('DL-2: a revoked session is expired, a token that was never given is unknown', async () => {
  const platform = await builtPlatform()
  const { token } = await platform.delivery.openSession(host)
  await platform.delivery.revoke(token)
  expect(await platform.delivery.session(token)).toBe('expired')
  await platform.delivery.revoke('never')
  for (const never of ['never', '', '__proto__', `${token} `])
    expect(await platform.delivery.session(never)).toBe('unknown')
})

test.each([
  ['revoked', ({ delivery }, token) => delivery.revoke(token), 'expired'],
  ['run out by the clock', ({ clock }) => clock.advance(2_000), 'expired'],
  ['run out by itself', ({ time }) => time.advance(2_000), 'expired'],
  ['of a world that is gone', ({ worlds }) => worlds.reset(), 'unknown'],
] as const satisfies readonly (readonly [
  string,
  (platform: Awaited<ReturnType<typeof builtPlatform>>, token: string) => Promise<void>,
  string,
])[])('DL-2: a session that is %s says so, once', async (_, end, reason) => {
  const platform = await builtPlatform()
  const session = await platform.delivery.openSession({ ...host, lifeMs: 1_500 })
  const reasons: string[] = []
  platform.delivery.ended(session, (why) => reasons.push(why))
  const stop = platform.delivery.ended(session, () => reasons.push('stopped'))
  stop()
  await end(platform, session.token)
  await platform.clock.advance(5_000)
  expect(reasons).toEqual([reason])
  expect(platform.time.waiting()).toBe(0)
})

test('opening asks for a known person, a known sender and a life', async () => {
  const { delivery } = await builtPlatform()
  await expect(delivery.openSession({ ...host, person: 'eve' })).rejects.toThrow(RangeError)
  await expect(delivery.openSession({ person: 'ada', scope: { kind: 'sender', sender: 'x' } })).rejects.toThrow(
    RangeError,
  )
  await expect(delivery.openSession({ ...host, lifeMs: 0 })).rejects.toThrow(RangeError)
})

test('tokens are not drawn twice, not even from the same seed over the same store', async () => {
  const first = await builtPlatform({ random: () => 0.5 })
  const tokens = [await first.delivery.openSession(host)].map(({ token }) => token)
  let draws = 0
  const second = await builtPlatform({ store: first.store, random: () => (draws++ < 24 ? 0.5 : 0.25) })
  tokens.push((await second.delivery.openSession(host)).token)
  expect(new Set(tokens).size).toBe(2)
})
