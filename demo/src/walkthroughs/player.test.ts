import { expect, test } from 'vitest'
import type { Eyes } from './eyes.ts'
import type { Hands } from './hands.ts'
import { createPlayer, type Player } from './player.ts'
import type { Step, Walkthrough } from './script.ts'

/** A world of numbers: each step's act adds one, each claim says how many there are. */
function stage(options: { readonly broken?: string; readonly memory?: Map<string, string> } = {}) {
  const world = { count: 0, hash: '' }
  const memory = options.memory ?? new Map<string, string>()
  const step = (id: string, at: number): Step => ({
    id,
    title: id,
    text: '',
    panel: 'phone',
    act: async () => {
      if (id !== options.broken) world.count += 1
    },
    claims: [
      {
        says: `there are ${at}`,
        check: () => (world.count === at ? { holds: true } : { holds: false, found: String(world.count) }),
      },
    ],
  })
  const story: Walkthrough = {
    id: 'story',
    title: 'Story',
    about: '',
    person: 'ada',
    sender: 'shop',
    steps: ['one', 'two', 'three'].map((id, at) => step(id, at + 1)),
  }
  const hands: Partial<Hands> = {
    prepare: async () => {
      world.count = 0
    },
  }
  const player = createPlayer({
    walkthroughs: [story],
    hands: hands as Hands, // this story prepares and does nothing else with hands
    eyes: {} as Eyes, // and its claims look at the world of numbers
    memory: {
      getItem: (key) => memory.get(key) ?? null,
      setItem: (key, value) => void memory.set(key, value),
      removeItem: (key) => void memory.delete(key),
    },
    address: {
      read: () => world.hash,
      write: (hash) => {
        world.hash = `#${hash}`
      },
    },
    pause: () => new Promise((resume) => setImmediate(resume)),
  })
  return { player, world, memory }
}

const place = ({ scene }: Player) => {
  const now = scene.get()
  return now.kind === 'step' ? [now.step, ...now.claims.map(({ state }) => state)] : [now.kind]
}

test('X-8: starting at a step plays those before it on a fresh world', async () => {
  const { player, world } = stage()
  world.count = 40
  await player.start('story', 3)
  expect(place(player)).toEqual([3, 'waiting'])
  expect(world).toEqual({ count: 2, hash: '#walkthrough=story/3' })
  player.leave()
})

test('X-8: a step is done for the person, proved, and followed by the next', async () => {
  const { player, world } = stage()
  await player.start('story')
  await player.act()
  expect(place(player)).toEqual([1, 'held'])
  player.next()
  expect(place(player)).toEqual([2, 'waiting'])
  expect(world.hash).toBe('#walkthrough=story/2')
  player.leave()
})

test('X-8: a false claim fails with what was found instead, and may still come to hold', async () => {
  const { player, world } = stage({ broken: 'one' })
  await player.start('story')
  await player.act()
  expect(player.scene.get()).toMatchObject({ claims: [{ state: 'failed', found: '0' }], acting: false })
  world.count = 1
  await expect.poll(() => place(player)).toEqual([1, 'held'])
})

test('X-8: playing up to a step stops where a claim fails', async () => {
  const { player } = stage({ broken: 'two' })
  await player.start('story', 3)
  expect(place(player)).toEqual([2, 'failed'])
  player.leave()
})

test('X-8: what a person does by hand is seen', async () => {
  const { player, world } = stage()
  await player.start('story')
  world.count = 1
  await expect.poll(() => place(player)).toEqual([1, 'held'])
})

test('X-8: after a reload the step goes on where it was; an opened link starts anew', async () => {
  const { player, memory } = stage()
  await player.start('story', 2)
  player.leave()
  const fresh = stage({ memory })
  fresh.world.hash = '#walkthrough=story/2'
  fresh.world.count = 40
  await fresh.player.resume()
  expect(fresh.world.count).toBe(1)
  const again = stage({ memory })
  again.world.hash = fresh.world.hash
  again.world.count = 1
  await again.player.resume()
  expect([place(again.player), again.world.count]).toEqual([[2, 'waiting'], 1])
  fresh.player.leave()
  again.player.leave()
})

test('X-8: a reload in the middle of a play starts it anew', async () => {
  const { player, memory } = stage()
  await player.start('story', 2)
  player.leave()
  memory.set('minibell-demo/walkthrough', JSON.stringify({ id: 'story', step: 1, goal: 2, acted: true }))
  const after = stage({ memory })
  after.world.hash = '#walkthrough=story/2'
  after.world.count = 40
  await after.player.resume()
  expect([place(after.player), after.world.count]).toEqual([[2, 'waiting'], 1])
  after.player.leave()
})

test('X-8: leaving takes the walkthrough out of the address and lets the rest of a play go', async () => {
  const { player, world } = stage()
  world.hash = '#app=shop'
  const playing = player.start('story', 3)
  player.leave()
  await playing
  expect(place(player)).toEqual(['closed'])
  expect(world.hash).toBe('#app=shop')
})

test('X-8: the last step ends the story', async () => {
  const { player } = stage()
  await player.start('story', 3)
  await player.act()
  player.next()
  expect(place(player)).toEqual(['finished'])
})
