import type { Clock } from '@minibell/ports'
import type { Journal, JournalRow } from './platform.ts'

/** Keeps the last `rows` rows. `bootAt` (ms, unmoved clock) starts the ids, so that they sort across restarts too. */
export function journal(options: { readonly clock: Clock; readonly bootAt: number; readonly rows: number }): Journal {
  const prefix = options.bootAt.toString(36).padStart(9, '0')
  const idOf = (number: number): string => prefix + number.toString(36).padStart(7, '0')
  const watchers = new Set<(row: JournalRow) => void>()
  let ring: JournalRow[] = []
  /** How many rows were ever written; the row number `n` stands at `n % rows`. */
  let written = 0
  let cleared = 0

  const first = (): number => Math.max(cleared, written - options.rows)
  const numberOf = (id: string): number => {
    if (id.slice(0, prefix.length) !== prefix) return id < prefix ? -1 : written
    const number = Number.parseInt(id.slice(prefix.length), 36)
    return Number.isNaN(number) ? -1 : number
  }
  const at = (number: number): JournalRow | undefined =>
    number >= first() && number < written ? ring[number % options.rows] : undefined

  return {
    write(entry) {
      const row = Object.freeze({ ...entry, id: idOf(written), at: options.clock.now() })
      ring[written % options.rows] = row
      written += 1
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
      const own = (row: JournalRow): void => watcher(row)
      watchers.add(own)
      return () => {
        watchers.delete(own)
      }
    },
    clear() {
      ring = []
      cleared = written
    },
  }
}
