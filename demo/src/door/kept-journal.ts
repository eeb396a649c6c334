import type { Journal, JournalRow } from '@minibell/mock'
import { type DBSchema, openDB } from 'idb'

interface Rows extends DBSchema {
  rows: { key: string; value: JournalRow }
}

export interface KeptJournal extends Journal {
  /** Resolves when every row so far is in the database. Never rejects: a journal that cannot be kept is not worth a request. */
  kept(): Promise<void>
}

/** A journal whose newest `rows` rows outlive a reload, in the IndexedDB database `name`. Older pages' rows come before this one's. */
export async function keptJournal(
  journal: Journal,
  { name, rows }: { readonly name: string; readonly rows: number },
): Promise<KeptJournal> {
  const database = await openDB<Rows>(name, 1, { upgrade: (fresh) => void fresh.createObjectStore('rows') })
  let older: readonly JournalRow[] = await database.getAll('rows')
  let writing: Promise<unknown> = trim()
  journal.watch((row) => {
    writing = Promise.allSettled([writing, database.put('rows', row, row.id)])
  })

  async function trim(): Promise<void> {
    const excess = older.length - rows
    const last = older[excess - 1]
    if (excess > 0 && last) await database.delete('rows', IDBKeyRange.upperBound(last.id))
  }

  const own: Omit<KeptJournal, 'everywhere'> = {
    kept: async () => void (await writing),
    write: (row) => journal.write(row),
    watch: (listener) => journal.watch(listener),
    row: (id) => journal.row(id) ?? older.find((row) => row.id === id),
    read({ after, max = 100 }) {
      if (after !== undefined) {
        const rest = older.filter(({ id }) => id > after)
        return [...rest, ...journal.read({ after, max })].slice(0, max)
      }
      return [...older, ...journal.read({ max })].slice(-max)
    },
    clear() {
      older = []
      writing = Promise.allSettled([writing, database.clear('rows')])
      journal.clear()
    },
  }
  // There is one process in a page.
  const everywhere: KeptJournal['everywhere'] = {
    read: async (query) => own.read(query),
    row: async (id) => own.row(id),
    watch: own.watch,
  }
  return { ...own, everywhere }
}
