import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { aWorld, type BuiltPlatform, builtPlatform } from '../../../asked/built-platform.ts'

vi.setConfig({ testTimeout: 60_000 })

const content = { title: 'Your bill', content: 'It is due.', jumpUrl: 'pages/detail' }

/** How many recipients the batch reached, or how long it is to wait. */
async function batch(
  platform: BuiltPlatform,
  count: number,
): Promise<{ readonly accepted: number } | { readonly waitMs: number }> {
  const recipientIds = Array.from({ length: count }, (_, index) => `u_p${index + 1}`)
  const answer = await platform.sends.sendService({ sender: 'bills', recipientIds, content })
  if ('whole' in answer) return { waitMs: answer.whole.mendAfterMs ?? 0 }
  return { accepted: answer.outcomes.filter(({ outcome }) => outcome.accepted).length }
}

test('MA-5: whatever comes at once, no second holds more than 200, and nothing is refused that would have fitted', async () => {
  const burst = fc.record({
    waitMs: fc.nat(700),
    counts: fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 1, maxLength: 6 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(burst, { size: 'max', maxLength: 12 }), async (bursts) => {
      const platform = await builtPlatform({ world: aWorld({ people: 120 }) })
      for (const rule of ['MA-3', 'MA-17']) platform.rules.setEnabled(rule, false)
      /** The slow reference: every message ever accepted, with its instant. */
      const sentAt: number[] = []
      const inWindow = (now: number): number => sentAt.filter((at) => at > now - 1_000 && at <= now).length
      for (const { waitMs, counts } of bursts) {
        await platform.time.advance(waitMs)
        const now = platform.clock.now()
        const before = inWindow(now)
        const answers = await Promise.all(counts.map((count) => batch(platform, count)))
        const accepted = counts.filter((_, index) => 'accepted' in (answers[index] ?? {}))
        answers.forEach((answer, index) => {
          if ('accepted' in answer) expect(answer.accepted).toBe(counts[index])
        })
        const used = before + accepted.reduce((sum, count) => sum + count, 0)
        expect(used).toBeLessThanOrEqual(200)
        // Room only shrinks while they come: what was refused fits now as little as it did then.
        answers.forEach((answer, index) => {
          if ('waitMs' in answer) expect(used + (counts[index] ?? 0)).toBeGreaterThan(200)
        })
        for (const count of accepted) sentAt.push(...Array<number>(count).fill(now))
      }
      for (const at of new Set(sentAt)) expect(inWindow(at)).toBeLessThanOrEqual(200)
    }),
    { numRuns: 12 },
  )
})
