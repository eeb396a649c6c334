import { createHash } from 'node:crypto'
import { createMockPlatform, type MockPlatform, memoryStore, type StorePort } from '@minibell/mock'
import { fuzzWorld } from './world.ts'

/** The in-process face, with what the fuzzer looks at. */
export interface Fuzzed {
  readonly mock: MockPlatform
  /** The platform's clock moves 10 ms. */
  tick(): number
  /** How many commits changed the store. */
  revision(): number
  /** Of the exported world without its clock, or of what people have alone. */
  digest(of: 'world' | 'inboxes'): Promise<string>
  /** Back to the start, with what no world can say: one who switched messages off, and rare answers of U. */
  reset(seed: number): Promise<void>
}

export async function fuzzed(publicKey: string): Promise<Fuzzed> {
  const { store, revision } = counted(memoryStore())
  let now = Date.UTC(2026, 2, 2, 12)
  const mock = await createMockPlatform({ world: fuzzWorld(publicKey), store, clock: { now: () => now } })
  return {
    mock,
    revision,
    tick() {
      now += 10
      return now
    },
    async digest(of) {
      const { clock: _, ...world } = await mock.platform.worlds.export()
      return createHash('sha256')
        .update(JSON.stringify(of === 'world' ? world : inboxesOf(world)))
        .digest('hex')
    },
    async reset(seed) {
      await mock.platform.worlds.reset()
      await mock.platform.directory.setMuted('shut', 'tide', true)
      const faults = [{ route: 'open-api.*', kind: 'answer', probability: 0.02 }]
      const body = JSON.stringify({ seed, faults })
      const put = await mock.http({ method: 'PUT', url: '/control/v1/faults', body }).response
      if (put.status !== 200) throw new Error(`Failed to declare faults: ${put.body}`)
    },
  }
}

/** Partitions of persons, as an export lists them. */
function inboxesOf({ state }: { readonly state?: unknown }): unknown {
  // An export of ours has them always.
  const { partitions } = state as { readonly partitions: readonly { readonly partition: string }[] }
  return partitions.filter(({ partition }) => partition.startsWith('person'))
}

function counted(store: StorePort): { readonly store: StorePort; revision(): number } {
  let revision = 0
  return {
    revision: () => revision,
    store: {
      ...store,
      async commit(commit) {
        const outcome = await store.commit(commit)
        if (outcome === 'ok') revision += 1
        return outcome
      },
    },
  }
}
