import { expect, test } from 'vitest'
import type { Part } from './part.ts'
import { schedule } from './schedule.ts'

const part = (name: string, cpuSeconds: number, more: Partial<Part> = {}): Part => ({
  name,
  cpuSeconds,
  run: async () => ({ passed: 1, failed: 0 }),
  ...more,
})

/** What starts and ends, in order; a part takes as many turns as it takes seconds. */
async function told(cores: number, ...parts: readonly Part[]): Promise<readonly string[]> {
  const said: string[] = []
  await schedule(parts, cores, async ({ name, cpuSeconds }) => {
    said.push(`${name} starts`)
    for (let turn = 0; turn < cpuSeconds * 10; turn += 1) await undefined
    said.push(`${name} ends`)
  })
  return said
}

test('the longest part starts first, and no more at a time than there are cores', async () => {
  expect(await told(2, part('short', 1), part('long', 9), part('middle', 5))).toEqual([
    'long starts',
    'middle starts',
    'middle ends',
    'short starts',
    'short ends',
    'long ends',
  ])
})

test('a part waits for what it needs, and a part for two cores for both', async () => {
  const parts = [part('reader', 9, { needs: ['build'] }), part('build', 1, { cores: 2 }), part('alone', 5)]
  expect(await told(2, ...parts)).toEqual([
    'alone starts',
    'alone ends',
    'build starts',
    'build ends',
    'reader starts',
    'reader ends',
  ])
})

test('what was not asked for is not waited for, and a part for more cores than there are runs by itself', async () => {
  expect(await told(1, part('reader', 2, { needs: ['build'], cores: 2 }))).toEqual(['reader starts', 'reader ends'])
})
