import { virtualTime } from '@minibell/ports'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { MyApi } from '../my/api.ts'
import { myHost } from '../my/host.ts'
import { fakeMy, fakeWx, heldFarSide } from '../testing/index.ts'
import { wxHost } from '../wx/host.ts'

const app = { pages: ['pages/home/index'] }

beforeEach(() => {
  // Of the storage alone nothing takes time.
  vi.useFakeTimers()
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function onAlipay() {
  const { globals, levers } = fakeMy({ ...heldFarSide(), app, timers: virtualTime() })
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value)
  return { storage: myHost().storage, levers, my: globals.my }
}

function onWeChat() {
  const { globals, levers } = fakeWx({ ...heldFarSide(), app, timers: virtualTime() })
  for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value)
  return { storage: wxHost().storage, levers }
}

const bytes = (text: string) => new TextEncoder().encode(text).length

test.each([
  ['Chinese, three bytes a unit', '中'.repeat(200_000)],
  ['pairs of surrogates at every cut', `x${'😀'.repeat(150_000)}`],
  ['text in quotes', '"\\'.repeat(200_000)],
])('a large value comes back whole, in parts of at most 180 kB: %s', async (_, value) => {
  const { storage, levers } = onAlipay()
  await storage.set({ big: value, small: '1' })
  expect([(await storage.get('big')) === value, await storage.get('small'), await storage.keys('')]).toEqual([
    true,
    '1',
    ['big', 'small'],
  ])
  const largest = Math.max(...[...levers.entries.values()].map(bytes))
  expect([levers.entries.size > 3, largest <= 180_000]).toEqual([true, true])
})

test('on WeChat, where a key holds 1 MB, parts are as small as on the other hosts', async () => {
  const { storage, levers } = onWeChat()
  await storage.set({ big: '中'.repeat(200_000) })
  expect([levers.entries.size, (await storage.get('big'))?.length]).toEqual([5, 200_000])
})

test('what is replaced or removed leaves no part behind', async () => {
  const { storage, levers } = onAlipay()
  await storage.set({ a: 'a'.repeat(200_000) })
  await storage.set({ a: 'b'.repeat(130_000) })
  expect([levers.entries.size, await storage.get('a')]).toEqual([4, 'b'.repeat(130_000)])
  await storage.set({ a: 'small' })
  expect([...levers.entries]).toEqual([['mb/a', '=small']])
  await storage.set({ a: undefined })
  expect(levers.entries.size).toBe(0)
})

test("a write that does not fit rejects with the host's words and leaves what was there", async () => {
  const { storage, levers } = onAlipay()
  const most = 'm'.repeat(1_000_000)
  levers.entries.set('the mini-program itself', 'x'.repeat(8_000_000))
  await storage.set({ a: most, b: 'old' })
  const before = new Map(levers.entries)
  await expect(storage.set({ b: 'new', c: 'x', d: 'd'.repeat(3_000_000) })).rejects.toThrow('exceed storage max size')
  expect(new Map([...levers.entries].sort())).toEqual(new Map([...before].sort()))
  expect([await storage.get('b'), await storage.get('c'), await storage.get('a')]).toEqual(['old', undefined, most])
})

test('a failure between two keys leaves both as they were', async () => {
  const { storage, levers } = onWeChat()
  await storage.set({ a: 'old' })
  const half = '\ud800'
  await expect(storage.set({ a: 'new', b: half })).rejects.toThrow()
  expect([await storage.get('a'), await storage.get('b'), levers.entries.size]).toEqual(['old', undefined, 1])
})

test('a failing host rejects each call in its words, and is asked again by the next', async () => {
  const { storage, levers } = onWeChat()
  for (const name of ['getStorage', 'setStorage', 'getStorageInfo']) levers.fail(name, 'disk I/O error')
  await expect(storage.get('a')).rejects.toThrow('getStorage:fail disk I/O error')
  await expect(storage.keys('')).rejects.toThrow('disk I/O error')
  await expect(storage.set({ a: '1' })).rejects.toThrow('disk I/O error')
  for (const name of ['getStorage', 'setStorage', 'getStorageInfo']) levers.fail(name)
  await storage.set({ a: '1' })
  expect(await storage.get('a')).toBe('1')
})

test('a value that lost a part says so, and can be written again', async () => {
  const { storage, levers } = onAlipay()
  await storage.set({ a: 'a'.repeat(200_000) })
  levers.entries.delete('mb#1.1/a')
  await expect(storage.get('a')).rejects.toThrow('Failed to read a: a part of it is gone. Write it again.')
  await storage.set({ a: 'b' })
  expect([await storage.get('a'), await storage.keys('')]).toEqual(['b', ['a']])
})

test('keys of the mini-program itself are neither listed nor touched', async () => {
  const { storage, levers } = onWeChat()
  levers.entries.set('minibell/own', 'mine').set('cart', '[]')
  await storage.set({ cart: 'ours' })
  expect([await storage.keys(''), await storage.get('cart'), levers.entries.get('cart')]).toEqual([
    ['cart'],
    'ours',
    '[]',
  ])
})

test('calls that overlap are done in their order: nobody sees half a write', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { maxLength: 12 }), async (writes) => {
      const { storage } = onAlipay()
      const lengths = [0, 10, 70_000]
      const seen: Promise<unknown>[] = []
      for (const [one, other] of writes) {
        const value = `${one}${other}`.repeat(lengths[one] ?? 0)
        const done = storage.set({ a: value, b: value })
        seen.push(Promise.all([storage.get('a'), storage.get('b')]).then(([a, b]) => expect(a === b).toBe(true)))
        seen.push(done)
      }
      await Promise.all(seen)
    }),
    { numRuns: 8 },
  )
})

test('whatever is written, and whichever write fails: each call is kept whole or not at all', async () => {
  const value = fc.option(fc.constantFrom('', '1', 'x'.repeat(59_999), 'y'.repeat(60_000), 'z'.repeat(130_000)), {
    nil: undefined,
  })
  const entries = fc.dictionary(fc.constantFrom('a', 'b', 'c'), value, { minKeys: 1 })
  const call = fc.record({ entries, failAt: fc.option(fc.integer({ min: 1, max: 8 }), { nil: 0 }) })
  await fc.assert(
    fc.asyncProperty(fc.array(call, { maxLength: 8, size: 'max' }), async (calls) => {
      const { storage, levers, my } = onAlipay()
      const model = new Map<string, string>()
      for (const { entries, failAt } of calls) {
        const fails = failNth(my, failAt)
        const isKept = await storage.set(entries).then(
          () => true,
          () => false,
        )
        expect(isKept).toBe(!fails.happened())
        fails.stop()
        if (isKept) apply(model, entries)
        const kept = await Promise.all([...model.keys()].map(async (key) => [key, await storage.get(key)]))
        expect([kept, await storage.keys('')]).toEqual([[...model], [...model.keys()].sort()])
      }
      const parts = [...model.values()].map((text) => (text.length < 60_000 ? 1 : 1 + Math.ceil(text.length / 60_000)))
      expect(levers.entries.size).toBe(parts.reduce((sum, count) => sum + count, 0))
    }),
    { numRuns: 40 },
  )
})

function apply(model: Map<string, string>, entries: Readonly<Record<string, string | undefined>>): void {
  for (const [key, value] of Object.entries(entries)) {
    if (value === undefined) model.delete(key)
    else model.set(key, value)
  }
}

/** The nth `setStorage` from now on fails; 0: none. */
function failNth(my: MyApi, nth: number) {
  let calls = 0
  const real = my.setStorage
  const spy = vi.spyOn(my, 'setStorage').mockImplementation((options) => {
    calls += 1
    if (calls === nth) return options.fail({ error: 15, errorMessage: 'quota' })
    return real(options)
  })
  return { happened: () => nth > 0 && calls >= nth, stop: () => spy.mockRestore() }
}
