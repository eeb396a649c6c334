import type { DatabaseSync } from 'node:sqlite'
import type { Stored } from '../../platform/store.ts'
import { bytesOfKey } from './key-bytes.ts'

/** One partition as this process knows it, with the rows that were used last. */
export interface Partition {
  readonly id: number
  base: number
  top: number
  /** `null`: there is no such row. */
  readonly rows: Map<string, Stored | null>
}

/** Rows that are remembered at least and, twice over, at most. */
const keptRows = 50_000

/** Partitions by name. Nobody else writes to the file, so that what is remembered stays true until an undone transaction. */
export interface Partitions {
  find(name: string): Partition | undefined
  make(name: string): Partition
  saveLog(partition: Partition): void
  /** Counts a remembered row; the least used ones go. */
  remember(partition: Partition, key: string, row: Stored | null): void
  forget(): void
}

export function partitions(database: DatabaseSync): Partitions {
  const select = database.prepare('SELECT id, base, top FROM partitions WHERE name = ?')
  const insert = database.prepare('INSERT INTO partitions (name, base, top) VALUES (?, 0, 0)')
  const update = database.prepare('UPDATE partitions SET base = ?, top = ? WHERE id = ?')
  let young = new Map<string, Partition>()
  let old = new Map<string, Partition>()
  let remembered = 0

  const keep = (name: string, partition: Partition): Partition => {
    young.set(name, partition)
    remembered += 1
    return partition
  }

  const grow = (): void => {
    remembered += 1
    if (remembered < keptRows) return
    old = young
    young = new Map()
    remembered = 0
  }

  return {
    find(name) {
      const near = young.get(name)
      if (near) return near
      const far = old.get(name)
      if (far) return keep(name, { ...far, rows: new Map() })
      const row = select.get(bytesOfKey(name))
      return (
        row &&
        keep(name, { id: Number(row['id']), base: Number(row['base']), top: Number(row['top']), rows: new Map() })
      )
    },
    make(name) {
      const { lastInsertRowid } = insert.run(bytesOfKey(name))
      return keep(name, { id: Number(lastInsertRowid), base: 0, top: 0, rows: new Map() })
    },
    saveLog: ({ id, base, top }) => void update.run(base, top, id),
    remember(partition, key, row) {
      if (!partition.rows.has(key)) grow()
      partition.rows.set(key, row)
    },
    forget() {
      young = new Map()
      old = new Map()
      remembered = 0
    },
  }
}
