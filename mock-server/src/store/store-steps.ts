import type { ScanRange, StorePort } from '../platform/store.ts'
import { dumpOf, filled, type StoreModel, withoutVersions } from './store-model.ts'

/** `equal` throws when the two differ. */
export type Equal = (received: unknown, expected: unknown) => void

const partitions = ['person/a', 'person/b'] as const
const prefixes = ['', 'item/', 'of/', 'item/1', 'none/'] as const

/** Takes the steps that the numbers spell, on a store and on the model, and compares each answer. */
export async function takeSteps(
  store: StorePort,
  { model, numbers, equal }: { readonly model: StoreModel; readonly numbers: readonly number[]; readonly equal: Equal },
): Promise<void> {
  const next = chooser(numbers)
  while (next.left()) await takeStep(store, { model, next, equal })
  equal(await dumpOf(store), filled(model.dump()))
}

interface Choices {
  left(): boolean
  /** 0 to `below - 1`; 0 when the numbers are used up. */
  of(below: number): number
}

function chooser(numbers: readonly number[]): Choices {
  let at = 0
  return {
    left: () => at < numbers.length,
    of(below) {
      const number = numbers[at] ?? 0
      at += 1
      return number % below
    },
  }
}

interface Step {
  readonly model: StoreModel
  readonly next: Choices
  readonly equal: Equal
}

async function takeStep(store: StorePort, step: Step): Promise<void> {
  const partition = partitions[step.next.of(2)] ?? 'person/a'
  const kind = step.next.of(10)
  if (kind < 5) return commit(store, partition, step)
  if (kind < 7) return scan(store, partition, step)
  if (kind < 8) return tail(store, partition, step)
  if (kind < 9) return trim(store, partition, step)
  return reload(store, step)
}

function keyOf(next: Choices): string {
  return `${next.of(2) === 0 ? 'item/' : 'of/'}${next.of(12)}`
}

async function commit(store: StorePort, partition: string, { model, next, equal }: Step): Promise<void> {
  const keys = Array.from({ length: 1 + next.of(4) }, () => keyOf(next))
  const read = await store.read(partition, keys)
  const expect = new Map(keys.map((key, index) => [key, read[index]?.version ?? 0]))
  const put = new Map(keys.map((key) => [key, next.of(3) === 0 ? undefined : { number: next.of(1_000) }]))
  const entries = Array.from({ length: next.of(3) }, () => ({ entry: next.of(1_000) }))
  const { top } = model.tail(partition, { after: 0, max: 0 })
  const append = entries.length === 0 ? {} : { append: { after: top + (next.of(4) === 0 ? 1 : 0), entries } }
  const isStale = next.of(5) === 0
  if (isStale) expect.set(keys[0] ?? '', (expect.get(keys[0] ?? '') ?? 0) + 1)
  const expected = isStale ? 'conflict' : model.commit({ partition, put, ...append })
  equal(await store.commit({ partition, expect, put, ...append }), expected)
}

async function scan(store: StorePort, partition: string, { model, next, equal }: Step): Promise<void> {
  const range: ScanRange = {
    prefix: prefixes[next.of(prefixes.length)] ?? '',
    max: 1 + next.of(6),
    ...(next.of(3) === 0 && { after: keyOf(next) }),
    ...(next.of(3) === 0 && { before: keyOf(next) }),
    ...(next.of(2) === 0 && { reverse: true as const }),
  }
  equal(withoutVersions(await store.scan(partition, range)), model.scan(partition, range))
}

async function tail(store: StorePort, partition: string, { model, next, equal }: Step): Promise<void> {
  const range = { after: next.of(8), max: next.of(5) }
  equal(await store.tail(partition, range), model.tail(partition, range))
}

async function trim(store: StorePort, partition: string, { model, next }: Step): Promise<void> {
  const upTo = next.of(8)
  model.trim(partition, upTo)
  await store.trim(partition, upTo)
}

async function reload(store: StorePort, { model, equal }: Step): Promise<void> {
  const dump = await store.export()
  equal(filled(dump), filled(model.dump()))
  await store.import(dump)
}
