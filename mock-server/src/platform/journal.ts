import type { Clock } from '@minibell/ports'
import type { Journal, JournalRow } from './platform.ts'
import type { SharedRows } from './store.ts'

interface JournalOptions {
  readonly clock: Clock
  readonly bootAt: number
  readonly rows: number
  readonly shared?: SharedRows | undefined
}

/**
 * Keeps the last `rows` rows. `bootAt` (ms, unmoved clock) starts the ids, so that they sort across restarts too; where processes share a
 * store its ids are taken instead, and each row is written there as well.
 */
export function journal(options: JournalOptions): Journal {
  const { shared } = options
  const prefix = options.bootAt.toString(36).padStart(9, '0')
  const idOf = shared?.idOf ?? ((number: number): string => prefix + number.toString(36).padStart(7, '0'))
  const watchers = new Set<(row: JournalRow) => void>()
  let ring: JournalRow[] = []
  /** How many rows were ever written; the row number `n` stands at `n % rows`. */
  let written = 0
  let cleared = 0

  const first = (): number => Math.max(cleared, written - options.rows)
  /** Ids of others have other beginnings, and shared ones other ends. */
  const numberOf = (id: string): number => {
    if (!shared && id.slice(0, prefix.length) !== prefix) return id < prefix ? -1 : written
    const number = Number.parseInt(id.slice(prefix.length, prefix.length + (shared ? 7 : id.length)), 36)
    return Number.isNaN(number) ? -1 : number
  }
  const at = (number: number): JournalRow | undefined =>
    number >= first() && number < written ? ring[number % options.rows] : undefined

  const own: Omit<Journal, 'everywhere'> = {
    write(entry) {
      const row = Object.freeze({ ...entry, id: idOf(written), at: options.clock.now() })
      ring[written % options.rows] = row
      written += 1
      shared?.write(row.id, row)
      for (const watcher of [...watchers]) watcher(row)
      return row.id
    },
    read({ after, max = options.rows }) {
      const from = after === undefined ? Math.max(first(), written - max) : Math.max(first(), numberOf(after) + 1)
      const rows: JournalRow[] = []
      for (let number = from; number < written && rows.length < max; number += 1) {
        const row = at(number)
        if (row) rows.push(row)
      }
      return rows
    },
    row: (id) => {
      const row = at(numberOf(id))
      return row?.id === id ? row : undefined
    },
    watch(watcher) {
      const listener = (row: JournalRow): void => watcher(row)
      watchers.add(listener)
      return () => {
        watchers.delete(listener)
      }
    },
    clear() {
      ring = []
      cleared = written
    },
  }
  return { ...own, everywhere: shared ? everywhere(own, shared) : alone(own) }
}

function alone({ read, row, watch }: Omit<Journal, 'everywhere'>): Journal['everywhere'] {
  return { read: async (query) => read(query), row: async (id) => row(id), watch }
}

/** Rows that the store holds are those that `write` put there. */
function everywhere({ row, watch }: Omit<Journal, 'everywhere'>, shared: SharedRows): Journal['everywhere'] {
  return {
    read: async (query) => (await shared.read(query)) as readonly JournalRow[],
    row: async (id) => row(id) ?? ((await shared.find(id)) as JournalRow | undefined),
    watch(listener) {
      const undos = [watch(listener), shared.watch((found) => listener(found as JournalRow))]
      return () => {
        for (const undo of undos) undo()
      }
    },
  }
}
