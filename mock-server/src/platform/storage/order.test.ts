import { expect, test } from 'vitest'
import { memoryStore } from '../../asked/built-platform.ts'
import { gate } from './gate.ts'
import { keyOf } from './key.ts'
import { transactions } from './transaction.ts'
import { turns } from './turns.ts'

/** A promise and its end. */
function open(): { readonly done: Promise<void>; end: () => void } {
  let end = (): void => undefined
  const done = new Promise<void>((resolve) => {
    end = resolve
  })
  return { done, end }
}

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}

test('turns of one name come one after another, of others at once; a failure holds nobody up', async () => {
  const line = turns()
  const said: string[] = []
  const first = open()
  const works = [
    line.take('a', () => first.done.then(() => said.push('a1'))),
    line.take('a', async () => {
      said.push('a2')
      throw new Error('no')
    }),
    line.take('a', async () => said.push('a3')),
    line.take('b', async () => said.push('b1')),
  ]
  await settle()
  expect(said).toEqual(['b1'])
  first.end()
  await Promise.allSettled(works)
  expect(said).toEqual(['b1', 'a1', 'a2', 'a3'])
})

test('one alone waits for those inside, and others wait for it', async () => {
  const door = gate()
  const said: string[] = []
  const inside = open()
  const works = [
    door.together(() => inside.done.then(() => said.push('in'))),
    door.alone(async () => said.push('alone')),
    door.together(async () => said.push('after')),
    door.alone(async () => said.push('alone again')),
  ]
  await settle()
  expect(said).toEqual([])
  inside.end()
  await Promise.all(works)
  expect(said.slice(0, 2)).toEqual(['in', 'alone'])
  expect(said.slice(2).sort()).toEqual(['after', 'alone again'])
})

test('one alone that fails opens the gate again', async () => {
  const door = gate()
  await expect(door.alone(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await door.together(async () => 1)).toBe(1)
  await expect(door.together(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await door.alone(async () => 2)).toBe(2)
})

test('a transaction runs again after a conflict and sees what the other wrote', async () => {
  const store = memoryStore()
  const count = keyOf<number>('count')
  const [one, other] = [transactions(store, turns()), transactions(store, turns())]
  const add = (each: typeof one) =>
    each.write('a', async (transaction) => transaction.put(count, ((await transaction.get(count)) ?? 0) + 1))
  await Promise.all(Array.from({ length: 40 }, (_, index) => add(index % 2 === 0 ? one : other)))
  expect((await store.read('a', ['count']))[0]?.value).toBe(40)
})

test('a transaction that never gets through says so instead of going on for ever', async () => {
  const busy = { ...memoryStore(), commit: async () => 'conflict' as const }
  const write = transactions(busy, turns()).write('a', async (transaction) => transaction.put(keyOf('x'), 1))
  await expect(write).rejects.toThrow('1000 conflicts')
})

test('a transaction reads its own writes and keeps nothing when its work throws', async () => {
  const store = memoryStore()
  const key = keyOf<number>('x')
  const works = transactions(store, turns())
  const work = works.write('a', async (transaction) => {
    transaction.put(key, 1)
    expect(await transaction.get(key)).toBe(1)
    throw new Error('no')
  })
  await expect(work).rejects.toThrow('no')
  expect(await store.read('a', ['x'])).toEqual([undefined])
})
