import { expect, test } from 'vitest'
import { aWorld, builtPlatform, memoryStore } from '../../asked/built-platform.ts'
import { filePartitions } from '../storage/file-places.ts'

/** A store that counts what goes into files and keeps none of it. */
function bottomless() {
  const inner = memoryStore()
  let kept = 0
  return {
    kept: () => kept,
    store: {
      ...inner,
      async commit(commit: Parameters<typeof inner.commit>[0]) {
        if (!commit.partition.startsWith(filePartitions)) return inner.commit(commit)
        for (const value of commit.put?.values() ?? []) if (Array.isArray(value)) kept += value.length
        return 'ok' as const
      },
    },
  }
}

test('MA-5: of 500,000 recipients never more than 26 chunks of 200 are held at once', async () => {
  const { store, kept } = bottomless()
  const platform = await builtPlatform({ world: aWorld({ people: 1 }), store })
  let taken = 0
  let held = 0
  async function* ids() {
    for (; taken < 500_000; taken += 1) {
      held = Math.max(held, taken - kept())
      yield `u_${taken}`
    }
  }
  expect(await platform.files.upload('bills', ids())).toMatchObject({ recipients: 500_000 })
  expect(kept()).toBe(500_000)
  expect(held).toBeLessThanOrEqual(26 * 200)
})

test('MA-5: a file that is refused before its first chunk is full changes nothing', async () => {
  const platform = await builtPlatform({ world: aWorld({ people: 1 }) })
  const before = await platform.worlds.export()
  async function* broken() {
    yield 'u_ada'
    throw new Error('the line broke')
  }
  await expect(platform.files.upload('bills', broken())).rejects.toThrow('the line broke')
  async function* none(): AsyncGenerator<string> {}
  expect(await platform.files.upload('bills', none())).toBe('empty')
  expect(await platform.worlds.export()).toEqual(before)
})
