import type { Undo } from '@minibell/ports'
import type { Commit, PartitionDump, ScanRange, ScanRow, Stored, StorePort, Tail } from '../platform/store.ts'
import { own, owner } from './own.ts'
import { type SortedKeys, sortedKeys } from './sorted-keys.ts'

type Watcher = (range: { readonly from: number; readonly to: number }) => void

interface Partition {
  readonly values: Map<string, Stored>
  readonly keys: SortedKeys
  base: number
  entries: unknown[]
}

/** A store that lives as long as the process. */
export function memoryStore(): StorePort {
  let partitions = new Map<string, Partition>()
  const watchers = new Map<string, Set<Watcher>>()
  let version = 0
  const find = (name: string): Partition => partitions.get(name) ?? emptyPartition()

  const put = (partition: Partition, key: string, value: unknown): void => {
    if (value === undefined) {
      partition.values.delete(key)
      partition.keys.remove(key)
      return
    }
    version += 1
    partition.values.set(key, { value, version })
    partition.keys.add(key)
  }

  const load = (dump: PartitionDump): [string, Partition] => {
    const partition = { ...emptyPartition(), base: dump.base, entries: dump.entries.map(own) }
    for (const [key, value] of dump.values) put(partition, key, own(value))
    return [dump.partition, partition]
  }

  return {
    async read(name, keys) {
      const { values } = find(name)
      return keys.map((key) => values.get(key))
    },
    async commit(commit) {
      const partition = find(commit.partition)
      if (!holds(partition, commit)) return 'conflict'
      const ownAlso = owner()
      const values: [string, unknown][] = []
      for (const [key, value] of commit.put ?? []) values.push([key, value === undefined ? value : ownAlso(value)])
      const entries = commit.append?.entries.map(ownAlso) ?? []
      partitions.set(commit.partition, partition)
      for (const [key, value] of values) put(partition, key, value)
      if (entries.length === 0) return 'ok'
      const from = topOf(partition)
      for (const entry of entries) partition.entries.push(entry)
      const range = { from, to: topOf(partition) }
      for (const watcher of [...(watchers.get(commit.partition) ?? [])]) watcher(range)
      return 'ok'
    },
    scan: async (name, range) => scan(find(name), range),
    tail: async (name, range) => tail(find(name), range),
    async trim(name, upTo) {
      const partition = find(name)
      const gone = Math.min(upTo, topOf(partition)) - partition.base
      if (gone <= 0) return
      partition.entries.splice(0, gone)
      partition.base += gone
    },
    watch: (name, watcher) => register(watchers, name, watcher),
    export: async () => [...partitions].sort(byName).map(([name, partition]) => dumpOf(name, partition)),
    async import(dump) {
      partitions = new Map(dump.map(load))
    },
  }
}

function emptyPartition(): Partition {
  return { values: new Map(), keys: sortedKeys(), base: 0, entries: [] }
}

function topOf(partition: Partition): number {
  return partition.base + partition.entries.length
}

function holds(partition: Partition, commit: Commit): boolean {
  if (commit.append && commit.append.after !== topOf(partition)) return false
  for (const [key, version] of commit.expect ?? []) {
    if ((partition.values.get(key)?.version ?? 0) !== version) return false
  }
  return true
}

function scan(partition: Partition, range: ScanRange): readonly ScanRow[] {
  const rows: ScanRow[] = []
  for (const key of partition.keys.scan(range)) {
    const stored = partition.values.get(key)
    if (stored) rows.push({ key, ...stored })
  }
  return rows
}

function tail(partition: Partition, { after, max }: { readonly after: number; readonly max: number }): Tail {
  const skip = Math.max(0, after - partition.base)
  return { base: partition.base, top: topOf(partition), entries: partition.entries.slice(skip, skip + max) }
}

function dumpOf(name: string, partition: Partition): PartitionDump {
  const keys = partition.keys.scan({ prefix: '', max: Number.POSITIVE_INFINITY })
  return {
    partition: name,
    values: keys.map((key) => [key, partition.values.get(key)?.value] as const),
    base: partition.base,
    entries: [...partition.entries],
  }
}

function byName([first]: readonly [string, unknown], [second]: readonly [string, unknown]): number {
  return first < second ? -1 : 1
}

function register(watchers: Map<string, Set<Watcher>>, name: string, watcher: Watcher): Undo {
  const set = watchers.get(name) ?? new Set()
  const own: Watcher = (range) => watcher(range)
  watchers.set(name, set.add(own))
  return () => {
    set.delete(own)
    if (set.size === 0 && watchers.get(name) === set) watchers.delete(name)
  }
}
