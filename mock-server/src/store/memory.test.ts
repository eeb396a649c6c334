import fc from 'fast-check'
import { expect, test } from 'vitest'
import { memoryStore } from './memory.ts'
import { storeSuite } from './store-suite.ts'

storeSuite({
  name: 'memory',
  open: async () => memoryStore(),
  test: (title, run) => test(title, run, 60_000),
  equal: (received, expected) => expect(received).toEqual(expected),
  forLists: (check) =>
    fc.assert(fc.asyncProperty(fc.array(fc.nat(9_999), { size: 'max', maxLength: 400 }), check), { numRuns: 300 }),
})

test('an import that fails leaves everything as it was', async () => {
  const store = memoryStore()
  await store.commit({ partition: 'a', put: new Map([['k', 1]]) })
  const bad = [{ partition: 'a', values: [['k', Number.NaN]], base: 0, entries: [] }] as const
  await expect(store.import(bad)).rejects.toThrow(TypeError)
  expect(await store.read('a', ['k'])).toMatchObject([{ value: 1 }])
})
