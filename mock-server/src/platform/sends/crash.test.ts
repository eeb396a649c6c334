import { expect, test, vi } from 'vitest'
import { aTemplateSend, aWorld, type BuiltPlatform, builtPlatform, memoryStore } from '../../asked/built-platform.ts'
import type { StorePort } from '../store.ts'

vi.setConfig({ testTimeout: 60_000 })

const content = { title: 'Your bill', content: 'It is due.', jumpUrl: 'pages/detail' }
const recipientIds = ['u_ada', 'u_nobody', 'u_p1', 'u_p2', 'u_ada']
const persons = ['ada', 'p1', 'p2']

interface Story {
  readonly send: (platform: BuiltPlatform) => Promise<unknown>
  /** Ids of everything that was delivered, by person. */
  readonly delivered: (platform: BuiltPlatform) => Promise<readonly (readonly string[])[]>
}

const service: Story = {
  send: ({ sends }) => sends.sendService({ sender: 'bills', recipientIds, content, requestId: 'r1' }),
  delivered: (platform) => Promise.all(persons.map((person) => itemIds(platform, person))),
}

const template: Story = {
  send: ({ sends }) => sends.sendTemplate(aTemplateSend()),
  delivered: async (platform) => [await itemIds(platform, 'ada')],
}

const text: Story = {
  send: ({ sends }) => sends.sendTemplate(aTemplateSend({ templateCode: 'T_SMS' })),
  delivered: async ({ texts }) => [(await texts.of('ada')).map(({ id }) => id)],
}

const stories = [
  ['a batch', service],
  ['a template', template],
  ['a text', text],
] as const

test.each(stories)(
  'decision 10: %s that breaks off at any commit, before or after it, is carried on by a retry',
  async (_, story) => {
    const steps = await commitsOf(story)
    expect(steps).toBeGreaterThanOrEqual(3)
    for (const when of ['before', 'after'] as const) {
      for (let step = 1; step <= steps; step += 1) {
        for (const isRestarted of [false, true]) {
          const platform = await brokenOff(story, { when, step, isRestarted })
          const answer = await story.send(platform)
          const first = await story.delivered(platform)
          expect(
            first.map(({ length }) => length),
            `${when} commit ${step}`,
          ).toEqual(first.map(() => 1))
          expect(JSON.stringify(answer)).toContain(first[0]?.[0])
          await story.send(platform)
          expect(await story.delivered(platform)).toEqual(first)
        }
      }
    }
  },
)

test.each(stories)('decision 10: %s that breaks off twice is still delivered once', async (_, story) => {
  const steps = await commitsOf(story)
  for (let first = 1; first <= steps; first += 1) {
    for (let second = 1; second <= steps; second += 1) {
      const broken = breaking(memoryStore())
      const platform = await builtPlatform({ store: broken.store })
      // Nothing but the request id stands between a retry and a second delivery.
      for (const rule of ['MA-3', 'MA-17']) platform.rules.setEnabled(rule, false)
      for (const step of [first, second]) {
        broken.arm('after', step)
        await story.send(platform).catch((error: unknown) => error)
      }
      broken.arm('after', Number.POSITIVE_INFINITY)
      await story.send(platform)
      const places = story === service ? [2, 1, 1] : [1]
      const delivered = await story.delivered(platform)
      expect(
        delivered.map(({ length }) => length),
        `after commits ${first} and ${second}`,
      ).toEqual(places)
    }
  }
})

test('decision 10: a crash may burn rate, never an item', async () => {
  const world = aWorld({ people: 201 })
  const broken = breaking(memoryStore())
  const platform = await builtPlatform({ world, store: broken.store })
  const ids = Array.from({ length: 201 }, (_, index) => `u_p${index + 1}`)
  const batch = (from: number, to: number, requestId: string) =>
    platform.sends.sendService({ sender: 'bills', recipientIds: ids.slice(from, to), content, requestId })
  broken.arm('before', 2)
  await expect(batch(0, 100, 'r1')).rejects.toThrow('power')
  expect(await batch(0, 100, 'r1')).toMatchObject({ outcomes: { length: 100 } })
  expect(await batch(100, 200, 'r2')).toMatchObject({ whole: { rule: 'MA-5' } })
  expect(await batch(100, 199, 'r3')).toMatchObject({ outcomes: { length: 99 } })
})

async function itemIds(platform: BuiltPlatform, person: string): Promise<readonly string[]> {
  const log = await platform.log(await platform.session(person))
  return log.flatMap((change) => (change.type === 'added' ? [change.item.id] : []))
}

async function commitsOf(story: Story): Promise<number> {
  const broken = breaking(memoryStore())
  const platform = await builtPlatform({ store: broken.store })
  broken.arm('before', Number.POSITIVE_INFINITY)
  await story.send(platform)
  return broken.commits()
}

/** The send failed at this step; the store works again, under the same platform or a new one. */
async function brokenOff(
  story: Story,
  { when, step, isRestarted }: { when: 'before' | 'after'; step: number; isRestarted: boolean },
): Promise<BuiltPlatform> {
  const broken = breaking(memoryStore())
  const platform = await builtPlatform({ store: broken.store })
  broken.arm(when, step)
  await expect(story.send(platform)).rejects.toThrow('power')
  return isRestarted ? builtPlatform({ store: broken.store, time: platform.time }) : platform
}

/** A store whose n-th commit after `arm` fails once, before it happened or after. */
function breaking(inner: StorePort) {
  let plan = { when: 'before', left: Number.POSITIVE_INFINITY }
  let count = 0
  const store: StorePort = {
    ...inner,
    async commit(commit) {
      count += 1
      plan.left -= 1
      const isDue = plan.left === 0
      if (isDue && plan.when === 'before') throw new Error('power cut')
      const done = await inner.commit(commit)
      if (isDue) throw new Error('power cut')
      return done
    },
  }
  return {
    store,
    commits: () => count,
    arm(when: 'before' | 'after', left: number) {
      plan = { when, left }
      count = 0
    },
  }
}
