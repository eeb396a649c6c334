import type { DatabaseSync } from 'node:sqlite'
import type { PartitionDump, ScanRow, StoreDump, Stored } from '../../platform/store.ts'
import { ownParsed } from '../own.ts'
import { bytesOfKey, keyOfBytes } from './key-bytes.ts'
import type { Partition, Partitions } from './partitions.ts'
import type { Bounds } from './scan-bounds.ts'

/** Rows and logs of partitions. All of it acts at once; writes happen inside a transaction. */
export interface Tables {
  get(partition: Partition, key: string): Stored | null
  /** `undefined` removes. */
  put(partition: Partition, key: string, value: unknown): void
  append(partition: Partition, entries: readonly unknown[]): void
  entries(partition: Partition, range: { readonly after: number; readonly max: number }): readonly unknown[]
  trim(partition: Partition | undefined, upTo: number): void
  scan(partition: Partition, bounds: Bounds): readonly ScanRow[]
  dump(): StoreDump
  load(dump: StoreDump): void
}

/** A life of the process can write so many rows before versions of the next begin. */
const versionsInALife = 2 ** 32

export function tables(database: DatabaseSync, all: Partitions): Tables {
  const selectRow = database.prepare('SELECT value, version FROM rows WHERE partition = ? AND key = ?')
  const writeRow = database.prepare('INSERT OR REPLACE INTO rows (partition, key, version, value) VALUES (?, ?, ?, ?)')
  const dropRow = database.prepare('DELETE FROM rows WHERE partition = ? AND key = ?')
  const range = 'SELECT key, value, version FROM rows WHERE partition = ? AND key >= ? AND key < ? ORDER BY key'
  const forwards = database.prepare(`${range} LIMIT ?`)
  const backwards = database.prepare(`${range} DESC LIMIT ?`)
  const writeEntry = database.prepare('INSERT INTO log (partition, position, entry) VALUES (?, ?, ?)')
  const selectEntries = database.prepare(
    'SELECT entry FROM log WHERE partition = ? AND position > ? ORDER BY position LIMIT ?',
  )
  const dropEntries = database.prepare('DELETE FROM log WHERE partition = ? AND position <= ?')
  let version = nextLife(database) * versionsInALife

  const get = (partition: Partition, key: string): Stored | null => {
    const known = partition.rows.get(key)
    if (known !== undefined) return known
    const row = selectRow.get(partition.id, bytesOfKey(key))
    const stored = row ? { value: ownParsed(String(row['value'])), version: Number(row['version']) } : null
    all.remember(partition, key, stored)
    return stored
  }

  const put = (partition: Partition, key: string, value: unknown): void => {
    version += 1
    if (value === undefined) dropRow.run(partition.id, bytesOfKey(key))
    else writeRow.run(partition.id, bytesOfKey(key), version, JSON.stringify(value))
    all.remember(partition, key, value === undefined ? null : { value, version })
  }

  const append = (partition: Partition, entries: readonly unknown[]): void => {
    if (entries.length === 0) return
    for (const entry of entries) {
      partition.top += 1
      writeEntry.run(partition.id, partition.top, JSON.stringify(entry))
    }
    all.saveLog(partition)
  }

  const entries: Tables['entries'] = ({ id }, { after, max }) =>
    selectEntries.all(id, after, Math.min(max, 2_000_000_000)).map(({ entry }) => ownParsed(String(entry)))

  const dumpOf = (name: string, partition: Partition): PartitionDump => ({
    partition: name,
    values: forwards
      .all(partition.id, new Uint8Array(0), Uint8Array.of(0xff), -1)
      // Columns of bytes come as bytes.
      .map(({ key, value }) => [keyOfBytes(key as Uint8Array), ownParsed(String(value))] as const),
    base: partition.base,
    entries: entries(partition, { after: partition.base, max: Number.POSITIVE_INFINITY }),
  })

  return {
    get,
    put,
    append,
    entries,
    trim(partition, upTo) {
      if (!partition || upTo <= partition.base) return
      partition.base = Math.min(upTo, partition.top)
      dropEntries.run(partition.id, partition.base)
      all.saveLog(partition)
    },
    scan: (partition, { from, below, max, isReverse }) =>
      (isReverse ? backwards : forwards).all(partition.id, from, below, max).map(({ key, value, version: of }) => ({
        // Columns of bytes come as bytes.
        key: keyOfBytes(key as Uint8Array),
        value: ownParsed(String(value)),
        version: Number(of),
      })),
    dump() {
      const names = database.prepare('SELECT name FROM partitions ORDER BY name').all()
      return names.flatMap(({ name }) => {
        const text = keyOfBytes(name as Uint8Array)
        const partition = all.find(text)
        return partition ? [dumpOf(text, partition)] : []
      })
    },
    load(dump) {
      database.exec('DELETE FROM rows; DELETE FROM log; DELETE FROM partitions')
      all.forget()
      for (const each of dump) {
        const partition = all.make(each.partition)
        partition.base = each.base
        partition.top = each.base
        for (const [key, value] of each.values) put(partition, key, value)
        append(partition, each.entries)
        all.saveLog(partition)
      }
    },
  }
}

/** Counts how often the file was opened, so that no version is given twice. */
function nextLife(database: DatabaseSync): number {
  const row = database
    .prepare(
      'INSERT INTO lives (id, number) VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET number = number + 1 RETURNING number',
    )
    .get()
  return Number(row?.['number'])
}
