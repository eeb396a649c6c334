import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayMs } from './asked.ts'
import { data, desk } from './official-desk.ts'
import { noonAt } from './official-world.ts'

/** What was accepted before, oldest first. */
type Told = readonly { readonly at: number; readonly subject: string }[]

const chinaDate = (at: number): Date => new Date(at + 8 * 3_600_000)

/** The rules once more, in the plainest words. */
const references = {
  'utility-bill': (told: Told, at: number) =>
    !told.some((each) => chinaDate(each.at).toISOString().slice(0, 7) === chinaDate(at).toISOString().slice(0, 7)),
  meeting: (told: Told, at: number, subject: string) =>
    told.filter((each) => each.subject === subject).every((each) => at - each.at >= dayMs),
  expiration: (told: Told, at: number, subject: string) => {
    const same = told.filter((each) => each.subject === subject)
    return same.length < 3 && same.every((each) => at - each.at >= dayMs)
  },
} as const

const step = fc.record({
  afterMs: fc.oneof(fc.constantFrom(0, 1, dayMs - 1, dayMs, dayMs + 1), fc.integer({ min: 0, max: 20 * dayMs })),
  subject: fc.constantFrom('a', 'b'),
})

test.each(['utility-bill', 'meeting', 'expiration'] as const)(
  'WT-5.7, WT-6: whatever the order of sends, %s is accepted as the plain words say',
  async (kind) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12, size: 'max' }), async (steps) => {
        const { send, clock } = await desk(kind)
        const told: { at: number; subject: string }[] = []
        let at = noonAt
        for (const { afterMs, subject } of steps) {
          at += afterMs
          await clock.moveTo(at)
          const isDue = references[kind](told, at, subject)
          const { body } = await send({ data: { ...data, keyword1: { value: subject } } })
          expect(body.errcode).toBe(isDue ? 0 : 50002)
          if (isDue) told.push({ at, subject })
        }
      }),
      { numRuns: 15 },
    )
  },
)
