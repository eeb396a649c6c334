import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { aWorld, type BuiltPlatform, builtPlatform } from '../../../asked/built-platform.ts'

vi.setConfig({ testTimeout: 60_000 })

const content = { title: 'Your bill', content: 'It is due.', jumpUrl: 'pages/detail' }

/** A batch of `count` persons from number `from` on. `accepted`: how many; `whole`: the rule against all of it. */
async function batch(platform: BuiltPlatform, from: number, count: number) {
  const recipientIds = Array.from({ length: count }, (_, index) => `u_p${from + index}`)
  const answer = await platform.sends.sendService({ sender: 'bills', recipientIds, content })
  if ('whole' in answer) return { whole: answer.whole }
  return { accepted: answer.outcomes.filter(({ outcome }) => outcome.accepted).length }
}

test('MA-5: the 200th message in a second passes, the 201st is refused', async () => {
  const platform = await builtPlatform({ world: aWorld({ people: 201 }) })
  expect(await batch(platform, 1, 199)).toEqual({ accepted: 199 })
  expect(await batch(platform, 200, 1)).toEqual({ accepted: 1 })
  expect((await batch(platform, 201, 1)).whole).toMatchObject({
    rule: 'MA-5',
    code: 2,
    expected: 'at most 200 messages in any 1 s',
    received: '200 in the last 1 s and 1 more',
    mendAfterMs: 1_000,
  })
})

test('MA-5: a second to the millisecond later the window is empty', async () => {
  const platform = await builtPlatform({ world: aWorld({ people: 400 }) })
  await batch(platform, 1, 200)
  await platform.time.advance(999)
  expect((await batch(platform, 201, 200)).whole).toMatchObject({ mendAfterMs: 1 })
  await platform.time.advance(1)
  expect(await batch(platform, 201, 200)).toEqual({ accepted: 200 })
})

test('MA-5: a batch that would pass the rate is refused whole and spends nothing', async () => {
  const platform = await builtPlatform({ world: aWorld({ people: 201 }) })
  await batch(platform, 1, 150)
  expect((await batch(platform, 151, 51)).whole).toMatchObject({ rule: 'MA-5' })
  expect(await batch(platform, 151, 50)).toEqual({ accepted: 50 })
})

test('MA-5: recipients that were refused spend nothing', async () => {
  const platform = await builtPlatform({ world: aWorld({ people: 250 }) })
  await batch(platform, 1, 50)
  await platform.time.advance(1_000)
  expect(await batch(platform, 1, 150)).toEqual({ accepted: 100 })
  expect(await batch(platform, 151, 100)).toEqual({ accepted: 100 })
  expect((await batch(platform, 250, 1)).whole).toMatchObject({ rule: 'MA-5' })
})

test('MA-5: each mini-program has its own window', async () => {
  const platform = await builtPlatform({ world: aWorld({ people: 200 }) })
  await batch(platform, 1, 200)
  expect((await platform.send({ sender: 'taxi' })).accepted).toBe(true)
})

test('MA-5: of 300 single sends at once exactly 200 are accepted', async () => {
  const platform = await builtPlatform({ world: aWorld({ people: 300 }) })
  const sends = await Promise.all(Array.from({ length: 300 }, (_, index) => platform.send({ to: `u_p${index + 1}` })))
  expect(sends.filter(({ accepted }) => accepted)).toHaveLength(200)
})

test('MA-5: time that was travelled back from does not count', async () => {
  const platform = await builtPlatform({ world: aWorld({ people: 201 }) })
  await platform.clock.advance(60_000)
  await batch(platform, 1, 200)
  await platform.clock.moveTo(platform.clock.now() - 30_000)
  expect(await batch(platform, 201, 1)).toEqual({ accepted: 1 })
})

test('MA-5: is exact over any sliding second, against a slow reference', async () => {
  const step = fc.record({ waitMs: fc.nat(400), count: fc.integer({ min: 1, max: 120 }) })
  await fc.assert(
    fc.asyncProperty(fc.array(step, { size: 'max', maxLength: 25 }), async (steps) => {
      const platform = await builtPlatform({ world: aWorld({ people: 120 }) })
      for (const rule of ['MA-3', 'MA-17']) platform.rules.setEnabled(rule, false)
      const sentAt: number[] = []
      for (const { waitMs, count } of steps) {
        await platform.time.advance(waitMs)
        const now = platform.clock.now()
        const fits = sentAt.filter((at) => at > now - 1_000).length + count <= 200
        const answer = await batch(platform, 1, count)
        expect(answer).toEqual(fits ? { accepted: count } : { whole: expect.objectContaining({ rule: 'MA-5' }) })
        if (fits) sentAt.push(...Array<number>(count).fill(now))
        else expect(answer.whole?.mendAfterMs).toBe(referenceWait(sentAt, now, count))
      }
    }),
    { numRuns: 15 },
  )
})

/** Tries millisecond by millisecond. */
function referenceWait(sentAt: readonly number[], now: number, count: number): number {
  for (let waitMs = 1; ; waitMs += 1)
    if (sentAt.filter((at) => at > now + waitMs - 1_000).length + count <= 200) return waitMs
}
