import { expect, test } from 'vitest'
import { createMockPlatform, type MockPlatform } from '../faces/in-process/mock-platform.ts'
import type { PushEvent } from '../platform/official-account/push.ts'
import type { StorePort } from '../platform/store.ts'
import { memoryStore } from '../store/memory.ts'
import { data, templateId, withTemplate } from './official-desk.ts'
import { ada, noonAt, officialWorld } from './official-world.ts'

const values = Object.fromEntries(Object.entries(data).map(([key, { value }]) => [key, value]))

/** A store that fails one commit, before or after it is done, once told to. */
function breaking(store: StorePort) {
  let left = Number.POSITIVE_INFINITY
  let when: 'before' | 'after' = 'before'
  let commits = 0
  const broken: StorePort = {
    ...store,
    async commit(commit) {
      commits += 1
      left -= 1
      if (left === 0 && when === 'before') throw new Error('The disk is gone.')
      const done = await store.commit(commit)
      if (left === 0 && when === 'after') throw new Error('The disk is gone.')
      return done
    },
  }
  return {
    store: broken,
    count: () => commits,
    breakAt(step: number, side: 'before' | 'after') {
      left = step
      when = side
    },
  }
}

async function desk() {
  const disk = breaking(memoryStore())
  const mock = await createMockPlatform({
    store: disk.store,
    world: withTemplate(officialWorld() as object, 'status'),
    startAt: noonAt,
  })
  await mock.platform.official.putFollower('harbour', { openid: ada, followedAt: 1, servedAt: 1, consents: ['*'] })
  const pushed: PushEvent[] = []
  mock.platform.official.pushes.on((event) => pushed.push(event))
  const send = () =>
    mock.platform.official.sends.send({
      sender: 'harbour',
      openid: ada,
      templateId,
      data: values,
      clientMsgId: 'order-1',
    })
  return { disk, mock, pushed, send }
}

async function items({ platform, session }: MockPlatform): Promise<number> {
  const opened = await platform.delivery.session(await session({ person: 'ada' }))
  if (typeof opened === 'string') throw new Error(opened)
  return (await platform.delivery.counts(opened)).total
}

test('a send with a client_msg_id that breaks off at any commit is carried on by the retry, and told of once', async () => {
  const whole = await desk()
  const before = whole.disk.count()
  await whole.send()
  const steps = whole.disk.count() - before
  expect(steps).toBeGreaterThanOrEqual(3)
  for (const side of ['before', 'after'] as const)
    for (let step = 1; step <= steps; step += 1) {
      const { disk, mock, pushed, send } = await desk()
      disk.breakAt(step, side)
      await send().catch(() => undefined)
      disk.breakAt(Number.POSITIVE_INFINITY, side)
      const answers = [await send(), await send()]
      expect([side, step, await items(mock)]).toEqual([side, step, 1])
      expect(answers.map(({ accepted }) => accepted)).toEqual([true, true])
      expect(pushed.length).toBeLessThanOrEqual(1)
    }
})
