import type { JournalRow } from '@minibell/mock'
import type { Platform } from '../door/facts.ts'
import { isMachinery } from '../door/this-world.ts'
import { until } from './page-parts.ts'

/** Does it, and resolves when the page has read of it in the platform's journal: what comes next happens after it. */
export type Journalled = (what: string, isIt: (row: JournalRow) => boolean, act: () => unknown) => Promise<void>

/** Rows of what happened before `act`, read by the page or still on their way to it, do not count. */
export function journalledBy({ control, journal }: Platform): Journalled {
  const newest = async (): Promise<string | undefined> => {
    const known = journal.get().at(-1)?.id
    return (await control.journal(known === undefined ? {} : { after: known })).at(-1)?.id ?? known
  }
  const rowsAfter = (id: string | undefined): readonly JournalRow[] => {
    const rows = journal.get()
    return rows.slice(rows.findIndex((row) => row.id === id) + 1)
  }
  return async (what, isIt, act) => {
    const before = await newest()
    await until(() => before === undefined || journal.get().some(({ id }) => id === before), 'the journal of the page')
    await act()
    await until(() => rowsAfter(before).some(isIt), `${what} in the journal`)
  }
}

/** What the operator or the person did to the platform itself. */
export function isDeed(row: JournalRow): boolean {
  return ['use', 'clock', 'control'].includes(row.kind) && !isMachinery(row)
}
