import type { DatabaseSync } from 'node:sqlite'
import type { Undo } from '@minibell/ports'
import type { Commit, PartitionDump, ScanRange, ScanRow, StoreDump, StorePort, Tail } from '../../platform/store.ts'
import { own } from '../own.ts'
import { group } from './group.ts'
import { type Partition, partitions } from './partitions.ts'
import { boundsOf } from './scan-bounds.ts'
import { faultOf, storeError } from './store-error.ts'
import { type Tables, tables } from './tables.ts'

/** A store whose promises resolve once the disk has what they say. */
export interface SqliteStore extends StorePort {
  /** Keeps what waits, and lets go of the file. */
  close(): Promise<void>
}

type Watcher = (range: { readonly from: number; readonly to: number }) => void

/** `path` is for messages. */
export function storeOn(database: DatabaseSync, path: string): SqliteStore {
  const all = partitions(database)
  const rows = tables(database, all)
  const watchers = new Map<string, Set<Watcher>>()
  let isOpen = true

  const failure = (error: unknown): Error => storeError(faultOf(error), path, error)
  const changes = group({
    undone: all.forget,
    run(work) {
      try {
        database.exec('BEGIN IMMEDIATE')
        work()
        database.exec('COMMIT')
      } catch (error) {
        rollBack(database)
        throw failure(error)
      }
    },
  })
  const tell = ({ partition, append }: Commit): void => {
    if (!append || append.entries.length === 0) return
    const range = { from: append.after, to: append.after + append.entries.length }
    for (const watcher of [...(watchers.get(partition) ?? [])]) watcher(range)
  }
  /** Reads happen at once, between two groups: they see what is on disk and nothing else. */
  const look = async <Result>(read: () => Result): Promise<Result> => {
    if (!isOpen) throw storeError('closed', path)
    try {
      return read()
    } catch (error) {
      throw failure(error)
    }
  }
  const change = async <Result>(run: () => Result, after?: (result: Result) => void): Promise<Result> => {
    if (!isOpen) throw storeError('closed', path)
    return changes.add(run, after)
  }

  return {
    read: (name, keys) =>
      look(() => {
        const partition = all.find(name)
        return keys.map((key) => (partition ? rows.get(partition, key) : undefined) ?? undefined)
      }),
    async commit(commit) {
      const ready = copied(commit)
      return change(
        () => commitTo(all, rows, ready),
        (result) => result === 'ok' && tell(ready),
      )
    },
    scan: (name, range) => look(() => scan(rows, all.find(name), range)),
    tail: (name, range) => look(() => tail(rows, all.find(name), range)),
    trim: (name, upTo) => change(() => rows.trim(all.find(name), upTo)),
    watch: (name, watcher) => register(watchers, name, watcher),
    export: () => look(() => rows.dump()),
    async import(dump) {
      const ready = dump.map(ownDump)
      await change(() => rows.load(ready))
    },
    async close() {
      if (!isOpen) return
      changes.flush()
      isOpen = false
      database.close()
    },
  }
}

function rollBack(database: DatabaseSync): void {
  try {
    database.exec('ROLLBACK')
  } catch {
    // SQLite has done so itself already, as it does when the disk is full.
  }
}

/** Throws `TypeError` for what JSON cannot say, before anything waits. */
function copied({ partition, expect, put, append }: Commit): Commit {
  const values = [...(put ?? [])].map(([key, value]) => [key, value === undefined ? undefined : own(value)] as const)
  return {
    partition,
    put: new Map(values),
    ...(expect && { expect: new Map(expect) }),
    ...(append && { append: { after: append.after, entries: append.entries.map(own) } }),
  }
}

function ownDump({ partition, values, base, entries }: PartitionDump): StoreDump[number] {
  return {
    partition,
    base,
    values: values.map(([key, value]) => [key, own(value)] as const),
    entries: entries.map(own),
  }
}

function commitTo(
  all: ReturnType<typeof partitions>,
  rows: Tables,
  { partition: name, expect, put = new Map(), append }: Commit,
): 'ok' | 'conflict' {
  const found = all.find(name)
  if (append && append.after !== (found?.top ?? 0)) return 'conflict'
  for (const [key, version] of expect ?? [])
    if ((found ? (rows.get(found, key)?.version ?? 0) : 0) !== version) return 'conflict'
  const partition = found ?? all.make(name)
  for (const [key, value] of put) rows.put(partition, key, value)
  if (append) rows.append(partition, append.entries)
  return 'ok'
}

function scan(rows: Tables, partition: Partition | undefined, range: ScanRange): readonly ScanRow[] {
  const bounds = boundsOf(range)
  return partition && bounds ? rows.scan(partition, bounds) : []
}

function tail(
  rows: Tables,
  partition: Partition | undefined,
  range: { readonly after: number; readonly max: number },
): Tail {
  if (!partition) return { base: 0, top: 0, entries: [] }
  const { base, top } = partition
  return { base, top, entries: range.max > 0 && range.after < top ? rows.entries(partition, range) : [] }
}

function register(watchers: Map<string, Set<Watcher>>, name: string, watcher: Watcher): Undo {
  const set = watchers.get(name) ?? new Set()
  const mine: Watcher = (range) => watcher(range)
  watchers.set(name, set.add(mine))
  return () => {
    set.delete(mine)
    if (set.size === 0 && watchers.get(name) === set) watchers.delete(name)
  }
}
