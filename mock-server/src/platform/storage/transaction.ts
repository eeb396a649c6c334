import type { ScanRange, ScanRow, Stored, StorePort } from '../store.ts'
import type { Key } from './key.ts'
import type { Turns } from './turns.ts'

/** Reads and writes of one partition that happen together or not at all. */
export interface Transaction {
  get<Value>(key: Key<Value>): Promise<Value | undefined>
  /** Fetches several at once, so that later `get`s need no store. */
  load(keys: readonly Key<unknown>[]): Promise<void>
  /** What the store holds, own writes not in it; others may change it before this transaction is through. */
  peek<Value>(keys: readonly Key<Value>[]): Promise<readonly (Value | undefined)[]>
  /** As `peek`. */
  scan(range: ScanRange): Promise<readonly ScanRow[]>
  /** `undefined` removes. */
  put<Value>(key: Key<Value>, value: Value | undefined): void
  /** `after` must be the log's top, as this transaction knows it. */
  append(after: number, entries: readonly unknown[]): void
}

export interface Transactions {
  /** Runs `work` again when somebody else changed what it had read; so it must not act outside. Throws after 1,000 conflicts. */
  write<Result>(partition: string, work: (transaction: Transaction) => Promise<Result>): Promise<Result>
  /** Nothing is written, whatever `work` puts. */
  read<Result>(partition: string, work: (transaction: Transaction) => Promise<Result>): Promise<Result>
}

const maxConflicts = 1_000

export function transactions(store: StorePort, turns: Turns): Transactions {
  const attempt = async <Result>(
    partition: string,
    work: (transaction: Transaction) => Promise<Result>,
  ): Promise<{ readonly result: Result } | undefined> => {
    const draft = open(store, partition)
    const result = await work(draft)
    return (await draft.commit()) === 'ok' ? { result } : undefined
  }
  return {
    write: (partition, work) =>
      turns.take(partition, async () => {
        for (let conflicts = 0; conflicts < maxConflicts; conflicts += 1) {
          const done = await attempt(partition, work)
          if (done) return done.result
        }
        throw new Error(
          `Failed to write ${partition}: ${maxConflicts} conflicts in a row. Send less at once, or look for a writer that never stops.`,
        )
      }),
    read: (partition, work) => work(open(store, partition)),
  }
}

function open(store: StorePort, partition: string): Transaction & { commit(): Promise<'ok' | 'conflict'> } {
  const stored = new Map<string, Stored | undefined>()
  const puts = new Map<string, unknown>()
  let append: { readonly after: number; readonly entries: readonly unknown[] } | undefined

  const fetch = async (missing: readonly string[]): Promise<void> => {
    const found = await store.read(partition, missing)
    missing.forEach((text, index) => {
      stored.set(text, found[index])
    })
  }

  const load = async (keys: readonly Key<unknown>[]): Promise<void> => {
    const missing = [...new Set(keys.map((key) => key.text))].filter((text) => !stored.has(text))
    if (missing.length > 0) await fetch(missing)
  }

  return {
    load,
    async get<Value>(key: Key<Value>) {
      if (!stored.has(key.text)) await fetch([key.text])
      const value = puts.has(key.text) ? puts.get(key.text) : stored.get(key.text)?.value
      // The store gives back what was put under this key, and `put` takes nothing but a `Value` for it.
      return value as Value | undefined
    },
    async peek<Value>(keys: readonly Key<Value>[]) {
      const found = await store.read(
        partition,
        keys.map((key) => key.text),
      )
      // As in `get`.
      return found.map((row) => row?.value as Value | undefined)
    },
    scan: (range) => store.scan(partition, range),
    put(key, value) {
      puts.set(key.text, value)
    },
    append(after, entries) {
      append = { after, entries }
    },
    async commit() {
      if (puts.size === 0 && !append) return 'ok'
      const expect = new Map([...stored].map(([key, value]) => [key, value?.version ?? 0]))
      return store.commit({ partition, expect, put: puts, ...(append && { append }) })
    },
  }
}
