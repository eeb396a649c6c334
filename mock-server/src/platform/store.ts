import type { Undo } from '@minibell/ports'

/**
 * Where a platform keeps everything. A store has partitions, each with a map of JSON values by key and an append-only log.
 * What it takes is copied and what it gives is frozen: nobody changes it from outside. Each promise rejects when the store failed;
 * a commit that rejects may have happened. Keys hold no U+FFFF.
 */
export interface StorePort {
  /** In the order of `keys`; `undefined` where there is none. */
  read(partition: string, keys: readonly string[]): Promise<readonly (Stored | undefined)[]>
  /** All of it or nothing. `conflict`: a key has another version than expected, or the log has another top than `append.after`. */
  commit(commit: Commit): Promise<'ok' | 'conflict'>
  /** Rows whose key starts with `prefix`, in code-unit order of keys. */
  scan(partition: string, range: ScanRange): Promise<readonly ScanRow[]>
  /** At most `max` log entries above `after`; from `base + 1` where `after` is below `base`. */
  tail(partition: string, range: { readonly after: number; readonly max: number }): Promise<Tail>
  /** Forgets log entries up to `upTo`, at most all there are; offsets go on. */
  trim(partition: string, upTo: number): Promise<void>
  /** Calls after each commit that appended, in the order of commits, with the offsets `(from, to]` that it took. */
  watch(partition: string, listener: (range: { readonly from: number; readonly to: number }) => void): Undo
  /** Everything, as one JSON value; partitions and keys in code-unit order. */
  export(): Promise<StoreDump>
  /** Replaces everything, all or nothing. Versions read before it never match again. */
  import(dump: StoreDump): Promise<void>
  /** Present where several processes work on one store. An import then resolves when every one of them is in the new state. */
  readonly shared?: SharedStore
}

/** How the processes at one store stay of one mind. */
export interface SharedStore {
  /** Unique over all processes there ever were. */
  readonly process: string
  /** Says that the others must look again at what all share; resolves when every living one has. */
  announce(): Promise<void>
  /**
   * Calls when this process must look again, because another announced something or because it was cut off for a while. Until `adopt` is
   * called the store is as it was before; an announcement waits for the promise.
   */
  onAnnounced(listener: (adopt: () => void) => Promise<void>): Undo
  /** Names of the processes that are there now, this one among them. */
  living(): Promise<ReadonlySet<string>>
  /** One process at a time, and one work in it; an import inside has it already. Not to be called from inside. */
  alone<Result>(work: () => Promise<Result>): Promise<Result>
  /** Small JSON values that outlive imports, by name. */
  settings(): Promise<ReadonlyMap<string, unknown>>
  putSetting(name: string, value: unknown): Promise<void>
  readonly rows: SharedRows
}

/** A ring of JSON rows that all processes write, in one order. Its writes wait for nobody and may be lost with the process. */
export interface SharedRows {
  /** The id of this process's row of that number, by which `find` knows it. Sorts roughly by time. */
  idOf(number: number): string
  write(id: string, row: unknown): void
  /** In the ring's order. Without `after` the newest `max`, with it the first `max` after that row. */
  read(query: { readonly after?: string; readonly max: number }): Promise<readonly unknown[]>
  find(id: string): Promise<unknown>
  /** Calls with each row that another process wrote, a little late. */
  watch(listener: (row: unknown) => void): Undo
}

export interface Stored {
  readonly value: unknown
  /** Larger after every change of the key, never reused. */
  readonly version: number
}

export interface Commit {
  readonly partition: string
  /** Version by key; 0 expects that there is none. */
  readonly expect?: ReadonlyMap<string, number>
  /** JSON value by key; `undefined` removes. Throws `TypeError` for what JSON cannot say. */
  readonly put?: ReadonlyMap<string, unknown>
  /** `after`: the top that the log must have; the entries take the offsets above it. */
  readonly append?: { readonly after: number; readonly entries: readonly unknown[] }
}

export interface ScanRange {
  readonly prefix: string
  /** Only keys above this one. */
  readonly after?: string
  /** Only keys below this one. */
  readonly before?: string
  readonly max: number
  /** Largest key first. */
  readonly reverse?: true
}

export interface ScanRow extends Stored {
  readonly key: string
}

export interface Tail {
  /** The last offset that is gone, 0 at first. */
  readonly base: number
  /** The last offset there is, 0 at first. */
  readonly top: number
  /** The first one has the offset `max(after, base) + 1`. */
  readonly entries: readonly unknown[]
}

export type StoreDump = readonly PartitionDump[]

export interface PartitionDump {
  readonly partition: string
  readonly values: readonly (readonly [key: string, value: unknown])[]
  readonly base: number
  readonly entries: readonly unknown[]
}
