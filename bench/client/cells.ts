import { memoryStorage } from '@minibell/client/testing'
import { arrival, batchOf, benchOf, cpuMs, filled, itemOf } from './ours.ts'
import * as courier from './rivals/courier.ts'
import * as knock from './rivals/knock.ts'
import * as novu from './rivals/novu.ts'
import * as suprsend from './rivals/suprsend.ts'

/** Figures of one process: milliseconds, bytes and counts by name. */
export type Figures = Readonly<Record<string, number>>

/** Each runs in a process of its own, so that nobody pays for another's garbage. */
export const cells: Readonly<Record<string, (count: number) => Promise<Figures>>> = {
  arrivals: (count) => arrivals(count, Number.POSITIVE_INFINITY),
  'arrivals-keeping-1000': (count) => arrivals(count, 1_000),
  async pages(count) {
    const { inbox } = await benchOf({ before: count, isReady: true })
    const startedAt = cpuMs()
    while (inbox.getSnapshot().hasMore) await inbox.history()
    return { ms: cpuMs() - startedAt, shown: inbox.getSnapshot().length }
  },
  /** Each round has something to mark; what is measured is how long the page stands still. */
  async marks(count) {
    const { inbox, say } = await filled(count)
    const all: number[] = []
    const one: number[] = []
    for (let round = 1; round <= 500; round += 1) {
      const offset = count + round
      say(arrival(offset))
      one.push(timedNow(() => inbox.markSeen([`m${offset}`])))
      all.push(timedNow(() => inbox.markAll('read')))
      if (inbox.getSnapshot().unread !== 0) throw new Error('Not everything was marked.')
    }
    return { allMs: median(all), oneMs: median(one) }
  },
  /** One change after the other, as the platform says it, until the snapshot has it. */
  async changes(count) {
    const { inbox, say } = await filled(count)
    const took = { added: [] as number[], marked: [] as number[], withdrawn: [] as number[] }
    let offset = count
    const change = (type: keyof typeof took, of: object): void => {
      offset += 1
      const text = JSON.stringify(batchOf({ type, offset, ...of }))
      const apply = (): void => {
        say(text)
        inbox.getSnapshot().at(0)
      }
      took[type].push(timedNow(apply))
    }
    for (let round = 0; round < 200; round += 1) change('added', { item: itemOf(offset + 1) })
    for (let round = 0; round < 200; round += 1) change('marked', { itemIds: [`m${count - round}`], kind: 'read' })
    for (let round = 0; round < 200; round += 1) change('withdrawn', { itemId: `m${count - round}` })
    return { addedMs: median(took.added), markedMs: median(took.marked), withdrawnMs: median(took.withdrawn) }
  },
  async heap(count) {
    const before = collected()
    const bench = await filled(count)
    bench.inbox.getSnapshot()
    return { bytes: (collected() - before) / count, shown: bench.inbox.getSnapshot().length }
  },
  async start(count) {
    const storage = memoryStorage()
    const first = await benchOf({ before: count, storage, keep: count })
    while (first.inbox.getSnapshot().hasMore) await first.inbox.history()
    first.inbox.start()()
    await first.time.advance(10_000)
    const keys = [...storage.entries.keys()].filter((key) => key.startsWith('minibell.inbox'))
    const parse = async (): Promise<void> => {
      for (const key of keys) JSON.parse((await storage.get(key)) ?? '')
    }
    const open = async (): Promise<void> => {
      const { inbox } = await benchOf({ before: count, storage, keep: count })
      if (inbox.getSnapshot().length < count) throw new Error(`Only ${inbox.getSnapshot().length} were kept.`)
    }
    // In turns, since a machine is not the same from one second to the next; the first turn is the engine's, which compiles both.
    const sum = { ms: 0, floorMs: 0 }
    for (let turn = 0; turn <= 4; turn += 1) {
      const by = turn === 0 ? 0 : 1 / 200
      sum.floorMs += by * (await timed(parse, 50))
      sum.ms += by * (await timed(open, 50))
    }
    return sum
  },
  /** What parsing alone costs of what `arrivals` is told. */
  async 'parsing-alone'(count) {
    const texts = Array.from({ length: count }, (_, at) => arrival(at + 1))
    const startedAt = cpuMs()
    for (const text of texts) JSON.parse(text)
    return { ms: cpuMs() - startedAt }
  },
  // A whole platform to load, which is nobody else's cost.
  wire: async () => (await import('./wire.ts')).wire(),
  courier: courier.arrivals,
  'courier-pages': courier.pages,
  knock: knock.arrivals,
  'knock-pages': knock.pages,
  novu: novu.arrivals,
  'novu-pages': novu.pages,
  suprsend: suprsend.arrivals,
  'suprsend-pages': suprsend.pages,
}

async function arrivals(count: number, keep: number): Promise<Figures> {
  const { inbox, say, requests } = await benchOf({ keep })
  const frames = Array.from({ length: count }, (_, at) => arrival(at + 1))
  const before = requests()
  const startedAt = cpuMs()
  frames.forEach((frame, at) => {
    say(frame)
    if (inbox.getSnapshot().at(0)?.offset !== at + 1) throw new Error(`m${at + 1} is not on screen.`)
  })
  return {
    ms: cpuMs() - startedAt,
    requests: requests() - before,
    shown: inbox.getSnapshot().length,
    total: inbox.getSnapshot().total,
  }
}

/** A thread's time is counted in steps of a few milliseconds: one round alone could not be told. */
async function timed(run: () => Promise<void>, rounds: number): Promise<number> {
  const startedAt = cpuMs()
  for (let round = 0; round < rounds; round += 1) await run()
  return cpuMs() - startedAt
}

function timedNow(run: () => void): number {
  const startedAt = performance.now()
  run()
  return performance.now() - startedAt
}

function median(figures: readonly number[]): number {
  return [...figures].sort((one, other) => one - other)[figures.length >> 1] ?? Number.NaN
}

function collected(): number {
  globalThis.gc?.()
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}
