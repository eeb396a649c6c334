import type { Commit, PartitionDump, ScanRange, ScanRow, StorePort, Tail } from '../platform/store.ts'

/** The slow, plain store that others are compared with: what each call must answer, versions apart. */
export interface StoreModel {
  commit(commit: Pick<Commit, 'partition' | 'put' | 'append'>): 'ok' | 'conflict'
  scan(partition: string, range: ScanRange): readonly (readonly [key: string, value: unknown])[]
  tail(partition: string, range: { readonly after: number; readonly max: number }): Tail
  trim(partition: string, upTo: number): void
  dump(): readonly PartitionDump[]
}

interface Part {
  readonly values: Map<string, unknown>
  readonly entries: unknown[]
  base: number
}

export function storeModel(): StoreModel {
  const parts = new Map<string, Part>()
  const part = (name: string): Part => {
    const found = parts.get(name) ?? { values: new Map(), entries: [], base: 0 }
    parts.set(name, found)
    return found
  }

  return {
    commit({ partition, put, append }) {
      const { values, entries } = part(partition)
      if (append && append.after !== entries.length) return 'conflict'
      for (const [key, value] of put ?? []) {
        if (value === undefined) values.delete(key)
        else values.set(key, value)
      }
      entries.push(...(append?.entries ?? []))
      return 'ok'
    },
    scan(partition, { prefix, after, before, max, reverse }) {
      const rows = [...part(partition).values]
        .filter(([key]) => key.startsWith(prefix))
        .filter(([key]) => (after === undefined || key > after) && (before === undefined || key < before))
        .sort(([first], [second]) => (first < second ? -1 : 1))
      return (reverse ? rows.reverse() : rows).slice(0, max)
    },
    tail(partition, { after, max }) {
      const { entries, base } = part(partition)
      const from = Math.max(after, base)
      return { base, top: entries.length, entries: entries.slice(from, from + max) }
    },
    trim(partition, upTo) {
      const found = part(partition)
      found.base = Math.max(found.base, Math.min(upTo, found.entries.length))
    },
    dump: () =>
      [...parts]
        .sort(([first], [second]) => (first < second ? -1 : 1))
        .map(([partition, { values, entries, base }]) => ({
          partition,
          values: [...values].sort(([first], [second]) => (first < second ? -1 : 1)),
          base,
          entries: entries.slice(base),
        })),
  }
}

/** Rows of a scan without their versions. */
export function withoutVersions(rows: readonly ScanRow[]): readonly (readonly [string, unknown])[] {
  return rows.map(({ key, value }) => [key, value] as const)
}

/** A dump as the model writes it: partitions that hold nothing are left out. */
export async function dumpOf(store: StorePort): Promise<readonly PartitionDump[]> {
  return filled(await store.export())
}

export function filled(dump: readonly PartitionDump[]): readonly PartitionDump[] {
  return dump.filter(({ values, base, entries }) => values.length > 0 || base > 0 || entries.length > 0)
}
