import type { Snapshot } from '@minibell/protocol'
import { expect, test } from 'vitest'
import { aWorld, type BuiltPlatform, builtPlatform } from '../../asked/built-platform.ts'
import { memoryStore } from '../../store/memory.ts'
import type { StorePort } from '../store.ts'

interface Story {
  readonly name: string
  run(platform: BuiltPlatform): Promise<unknown>
  /** What the developer was told when it is over, in order. */
  readonly letters: readonly string[]
  readonly standing: object
}

const disable: Story = {
  name: 'an operator disables',
  run: ({ governance, clock }) =>
    governance.setCapability('bills', { capability: 'disabled', until: clock.now() + 1_000, reason: 'Links.' }),
  letters: ['disabled'],
  standing: { capability: 'disabled', reason: 'Links.' },
}

const remove: Story = {
  name: 'an operator removes',
  run: ({ governance }) => governance.setStatus('bills', { status: 'removed', reason: 'Fraud.' }),
  letters: ['removed'],
  standing: { status: 'removed', reason: 'Fraud.' },
}

const climb: Story = {
  name: 'a violation with a loss climbs the ladder',
  run: ({ governance }) =>
    governance.record('bills', { kind: 'content', degree: 'grave', reason: 'Insults.', loss: 'KSh 40' }),
  letters: ['violation', 'liability', 'revoked'],
  standing: { capability: 'revoked', points: 20 },
}

const dismiss: Story = {
  name: 'an entry is taken back',
  run: async ({ governance }) => {
    await governance.dismiss('bills', { id: 1, reason: 'It was ours.' })
  },
  letters: ['dismissed'],
  standing: { points: 0 },
}

const stories = [disable, remove, climb, dismiss]
const ends = [
  { when: 'before', isRestarted: true },
  { when: 'after', isRestarted: true },
  { when: 'after', isRestarted: false },
] as const

test.each(stories.flatMap((story) => ends.map((end) => ({ ...story, ...end }))))(
  'MA-19: $name; whichever commit the process ends $when, restarted $isRestarted, it is done with its letter or not at all',
  async ({ when, isRestarted, ...story }) => {
    const count = await commitsOf(story)
    expect(count).toBeGreaterThan(0)
    for (let step = 1; step <= count; step += 1) {
      const { platform, store } = await prepared(story)
      store.arm(when, step)
      await expect(story.run(platform)).rejects.toThrow('power')
      const next = isRestarted ? await builtPlatform({ store: store.store, time: platform.time }) : platform
      // Whoever comes next finishes it; nobody has to know.
      if (!isRestarted) await next.governance.setCapability('taxi', { capability: 'granted' })
      await finished(next, story, { isDecided: when === 'after' || step > 1, isRestarted })
    }
  },
)

test('MA-18: a withdrawal that broke off is said again, and stands in the ledger once', async () => {
  const why = { kind: 'inappropriate', reason: 'Rude.' } as const
  const withdraw = async ({ governance }: BuiltPlatform, itemId: string) => governance.withdraw(itemId, why)
  for (const when of ['before', 'after'] as const)
    for (let step = 1; step <= 3; step += 1) {
      const { platform, store } = await prepared(disable)
      const [itemId = ''] = await itemsOf(platform)
      store.arm(when, step)
      await expect(withdraw(platform, itemId)).rejects.toThrow('power')
      const isGone = when === 'after' && step === 3
      expect(await withdraw(platform, itemId)).toBe(!isGone)
      expect(await itemsOf(platform)).toEqual([])
      expect((await platform.governance.standing('bills')).violations).toMatchObject([{ reason: 'Rude.', itemId }])
      expect(await told(platform)).toEqual(['withdrawn'])
      expect(await platform.denial()).toMatchObject({ rule: 'MA-18' })
    }
})

test('MA-19: two steps at once are both taken, one after the other, each with its letter', async () => {
  const { platform } = await prepared(disable)
  await Promise.all([disable.run(platform), remove.run(platform)])
  expect(await platform.governance.standing('bills')).toMatchObject({ capability: 'disabled', status: 'removed' })
  expect(await told(platform)).toEqual(['disabled', 'removed'])
})

test('MA-6: of a grant and a refusal at once one ends the review', async () => {
  const world = aWorld({ people: 1 })
  const senders = world.senders.map((sender) => ({ ...sender, capability: 'in-review' as const }))
  const platform = await builtPlatform({ world: { ...world, senders } })
  const both = await Promise.all([
    platform.governance.review('bills', { decision: 'grant' }),
    platform.governance.review('bills', { decision: 'refuse', reason: 'No.' }),
  ])
  expect(both).toEqual([true, false])
  expect(await told(platform)).toEqual(['granted'])
})

/** A step that was decided is taken, once; one that was not has left nothing. */
async function finished(
  platform: BuiltPlatform,
  story: Story,
  { isDecided, isRestarted }: { readonly isDecided: boolean; readonly isRestarted: boolean },
): Promise<void> {
  // In the same process the next deed for this sender finishes it, and is told after it.
  if (isDecided && !isRestarted) await platform.governance.setStatus('bills', { status: 'available' })
  const letters = await told(platform)
  const before = story.name === dismiss.name ? ['violation'] : []
  expect(letters).toEqual([...before, ...(isDecided ? [...story.letters, ...(isRestarted ? [] : ['restored'])] : [])])
  if (isDecided && isRestarted) expect(await platform.governance.standing('bills')).toMatchObject(story.standing)
}

async function itemsOf(platform: BuiltPlatform): Promise<readonly string[]> {
  const { items } = (await platform.delivery.snapshot(await platform.session(), { max: 9 })) as Snapshot // no cursor was given
  return items.map(({ item }) => item.id)
}

async function told({ governance }: BuiltPlatform): Promise<readonly string[]> {
  return (await governance.letters('bills')).map(({ about }) => about).reverse()
}

async function commitsOf(story: Story): Promise<number> {
  const { platform, store } = await prepared(story)
  store.arm('before', Number.POSITIVE_INFINITY)
  await story.run(platform)
  return store.commits()
}

/** A platform where bills has told Ada something; for a dismissal there is an entry, whose letter is not counted. */
async function prepared(story: Story) {
  const store = breaking(memoryStore())
  const platform = await builtPlatform({ world: aWorld({ people: 2 }), store: store.store })
  await platform.send()
  if (story.name === dismiss.name) await platform.governance.record('bills', { kind: 'harassment', reason: 'Two.' })
  return { platform, store }
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
      if (plan.left === 0 && plan.when === 'before') throw new Error('power')
      const outcome = await inner.commit(commit)
      if (plan.left === 0) throw new Error('power')
      return outcome
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
