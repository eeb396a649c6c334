import type { Undo } from '@minibell/ports'
import type { Commit, PartitionDump, ScanRange, ScanRow, StoreDump, StorePort, Tail } from '../platform/store.ts'
import { closed, each, openKeeper, type Rooms, type Row, result } from './indexed-db-rooms.ts'
import { own } from './own.ts'

/** A store in the browser's IndexedDB, with its own way to let go. */
export interface IndexedDbStore extends StorePort {
  /** Lets others delete or upgrade the database; nothing may be asked afterwards. */
  close(): void
}

type Watcher = (range: { readonly from: number; readonly to: number }) => void

/**
 * Keeps everything in the IndexedDB database `name`. A commit resolves when its transaction is complete, so what was answered is
 * still there after a reload. Several pages may share one database: versions settle who was first, but `watch` tells of this
 * page's commits only. Rejects where the browser has no IndexedDB or refuses it (private mode, quota).
 */
export async function indexedDbStore(options: { readonly name: string }): Promise<IndexedDbStore> {
  const keeper = await openKeeper(options.name)
  const watchers = new Map<string, Set<Watcher>>()
  return {
    read: (partition, keys) => keeper.inside('readonly', (rooms) => readAll(rooms, partition, keys)),
    async commit(commit) {
      const done = await keeper.inside('readwrite', (rooms) => write(rooms, commit))
      if (done === 'conflict') return 'conflict'
      if (done.to > done.from) for (const tell of [...(watchers.get(commit.partition) ?? [])]) tell(done)
      return 'ok'
    },
    scan: (partition, range) => keeper.inside('readonly', (rooms) => scan(rooms, partition, range)),
    tail: (partition, range) => keeper.inside('readonly', (rooms) => tail(rooms, partition, range)),
    trim: (partition, upTo) => keeper.inside('readwrite', (rooms) => trim(rooms, partition, upTo)),
    watch: (partition, watcher) => register(watchers, partition, watcher),
    export: () => keeper.inside('readonly', dump),
    import: (dumped) => keeper.inside('readwrite', (rooms) => load(rooms, dumped)),
    close: () => closed(keeper),
  }
}

async function readAll(rooms: Rooms, partition: string, keys: readonly string[]) {
  const rows = await Promise.all(keys.map((key) => result<Row | undefined>(rooms.values.get([partition, key]))))
  return rows.map((row) => row && { value: own(row.value), version: row.version })
}

async function write(
  rooms: Rooms,
  commit: Commit,
): Promise<'conflict' | { readonly from: number; readonly to: number }> {
  const { partition } = commit
  const values = [...(commit.put ?? [])].map(
    ([key, value]) => [key, value === undefined ? undefined : own(value)] as const,
  )
  const entries = (commit.append?.entries ?? []).map(own)
  const head = await headOf(rooms, partition)
  if (!(await holds(rooms, commit, head.top))) return 'conflict'
  await putAll(rooms, partition, values)
  entries.forEach((entry, at) => {
    rooms.log.put(entry, [partition, head.top + at + 1])
  })
  const to = head.top + entries.length
  rooms.heads.put({ base: head.base, top: to }, partition)
  return { from: head.top, to }
}

async function holds(rooms: Rooms, commit: Commit, top: number): Promise<boolean> {
  if (commit.append && commit.append.after !== top) return false
  const expected = [...(commit.expect ?? [])]
  const stored = await readAll(
    rooms,
    commit.partition,
    expected.map(([key]) => key),
  )
  return expected.every(([, version], at) => (stored[at]?.version ?? 0) === version)
}

/** Versions come from one counter that outlives an import, so that none is used twice. */
async function putAll(rooms: Rooms, partition: string, values: readonly (readonly [string, unknown])[]): Promise<void> {
  let version = (await result<number | undefined>(rooms.meta.get('version'))) ?? 0
  for (const [key, value] of values) {
    if (value === undefined) rooms.values.delete([partition, key])
    else rooms.values.put({ value, version: ++version } satisfies Row, [partition, key])
  }
  rooms.meta.put(version, 'version')
}

async function headOf(rooms: Rooms, partition: string): Promise<{ readonly base: number; readonly top: number }> {
  return (await result<{ base: number; top: number } | undefined>(rooms.heads.get(partition))) ?? { base: 0, top: 0 }
}

async function scan(rooms: Rooms, partition: string, range: ScanRange): Promise<readonly ScanRow[]> {
  const low = range.after !== undefined && range.after >= range.prefix ? range.after : range.prefix
  const end = `${range.prefix}\uffff`
  const high = range.before !== undefined && range.before < end ? range.before : end
  if (low >= high || range.max <= 0) return []
  const bounds = IDBKeyRange.bound([partition, low], [partition, high], low === range.after, true)
  const rows: ScanRow[] = []
  await each(rooms.values.openCursor(bounds, range.reverse ? 'prev' : 'next'), (key, value) => {
    // Rows are only ever written by `putAll`, under a key of two texts.
    const { value: kept, version } = value as Row
    rows.push({ key: (key as [string, string])[1], value: own(kept), version })
    return rows.length < range.max
  })
  return rows
}

async function tail(
  rooms: Rooms,
  partition: string,
  { after, max }: { readonly after: number; readonly max: number },
): Promise<Tail> {
  const { base, top } = await headOf(rooms, partition)
  const from = Math.max(after, base)
  if (from >= top || max <= 0) return { base, top, entries: [] }
  const bounds = IDBKeyRange.bound([partition, from], [partition, Math.min(top, from + max)], true)
  return { base, top, entries: (await result<unknown[]>(rooms.log.getAll(bounds))).map(own) }
}

async function trim(rooms: Rooms, partition: string, upTo: number): Promise<void> {
  const { base, top } = await headOf(rooms, partition)
  const next = Math.min(upTo, top)
  if (next <= base) return
  rooms.log.delete(IDBKeyRange.bound([partition, 0], [partition, next]))
  rooms.heads.put({ base: next, top }, partition)
}

async function dump(rooms: Rooms): Promise<StoreDump> {
  const found = new Map<string, { values: (readonly [string, unknown])[]; base: number; entries: unknown[] }>()
  const of = (partition: string) => {
    const kept = found.get(partition) ?? { values: [], base: 0, entries: [] }
    found.set(partition, kept)
    return kept
  }
  await each(rooms.heads.openCursor(), (key, value) => {
    of(String(key)).base = (value as { base: number }).base
    return true
  })
  await each(rooms.values.openCursor(), (key, value) => {
    const [partition, name] = key as [string, string]
    of(partition).values.push([name, own((value as Row).value)])
    return true
  })
  await each(rooms.log.openCursor(), (key, value) => {
    of((key as [string, number])[0]).entries.push(own(value))
    return true
  })
  return [...found]
    .sort(([first], [second]) => (first < second ? -1 : 1))
    .map(([partition, kept]) => ({ partition, ...kept }))
}

async function load(rooms: Rooms, dumped: StoreDump): Promise<void> {
  for (const room of [rooms.values, rooms.log, rooms.heads]) room.clear()
  for (const partition of dumped.map(ownDump)) {
    await putAll(rooms, partition.partition, partition.values)
    partition.entries.forEach((entry, at) => {
      rooms.log.put(entry, [partition.partition, partition.base + at + 1])
    })
    rooms.heads.put({ base: partition.base, top: partition.base + partition.entries.length }, partition.partition)
  }
}

/** Everything is checked before anything is written. */
function ownDump(partition: PartitionDump): PartitionDump {
  return {
    ...partition,
    values: partition.values.map(([key, value]) => [key, own(value)] as const),
    entries: partition.entries.map(own),
  }
}

function register(watchers: Map<string, Set<Watcher>>, partition: string, watcher: Watcher): Undo {
  const set = watchers.get(partition) ?? new Set()
  const mine: Watcher = (range) => watcher(range)
  watchers.set(partition, set.add(mine))
  return () => {
    set.delete(mine)
  }
}
