import type { Storage } from '@minibell/ports'
import type { Expect, Test } from './runner.ts'

/** What every storage port must do. `make` gives an empty one for each test. */
export function checkStorage(test: Test, expect: Expect, make: () => Storage | Promise<Storage>): void {
  test('storage: gives back what was set', async () => {
    const storage = await make()
    await storage.set({ a: '1', b: '', 'c/é 中': '{"x":"\\u0000"}' })
    expect([await storage.get('a'), await storage.get('b'), await storage.get('c/é 中')]).toEqual([
      '1',
      '',
      '{"x":"\\u0000"}',
    ])
  })

  test('storage: a key that was never set, or was removed, is undefined', async () => {
    const storage = await make()
    await storage.set({ a: '1' })
    await storage.set({ a: undefined, never: undefined })
    expect([await storage.get('a'), await storage.get('never'), await storage.get('toString')]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  test('storage: a later value replaces an earlier one, other keys stay', async () => {
    const storage = await make()
    await storage.set({ a: '1', b: '2' })
    await storage.set({ a: '3' })
    expect([await storage.get('a'), await storage.get('b')]).toEqual(['3', '2'])
  })

  test('storage: keys come by prefix, in code-unit order', async () => {
    const storage = await make()
    await storage.set({ 'x/b': '', 'x/B': '', 'x/a': '', y: '' })
    expect([await storage.keys('x/'), await storage.keys(''), await storage.keys('z')]).toEqual([
      ['x/B', 'x/a', 'x/b'],
      ['x/B', 'x/a', 'x/b', 'y'],
      [],
    ])
  })

  test('storage: names that objects inherit are keys like any other', async () => {
    const storage = await make()
    await storage.set({ constructor: '1', length: '2', ['__proto__x']: '3' })
    expect(await storage.keys('')).toEqual(['__proto__x', 'constructor', 'length'])
  })
}
