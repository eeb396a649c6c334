import type { JournalRow, SenderRecord, Template } from '@minibell/mock'
import { type Cell, cell } from './cell.ts'
import type { Control, JournalPage, PersonWithUses } from './control.ts'

/** What the page knows of the platform. */
export interface Facts {
  readonly senders: readonly SenderRecord[]
  readonly persons: readonly PersonWithUses[]
  readonly templates: readonly Template[]
}

export interface Platform {
  readonly control: Control
  readonly facts: Cell<Facts>
  /** Newest last. */
  readonly journal: Cell<readonly JournalRow[]>
  /** The platform's wall clock, ticking here where it runs, and read again after every row of the journal. */
  now(): number
  /** Told after the clock was moved. */
  readonly moved: Cell<number>
  /** Asks for everything now; resolves when the cells hold it. */
  refresh(): Promise<void>
}

/** Reads the platform once, then follows its journal: whatever changes anything there writes a row. */
export async function followPlatform(control: Control): Promise<Platform> {
  const facts = cell<Facts>({ senders: [], persons: [], templates: [] })
  const journal = cell<readonly JournalRow[]>([])
  const moved = cell(0)
  let now = (): number => 0

  const readClock = async (): Promise<void> => {
    const { at, running } = await control.clock()
    const before = now()
    const readAt = performance.now()
    now = running ? () => at + performance.now() - readAt : () => at
    if (Math.abs(at - before) > 1_000) moved.set(at)
  }
  const refresh = async (): Promise<void> => {
    const [senders, persons, templates] = await Promise.all([
      control.senders(),
      control.persons(),
      control.templates(),
      readClock(),
    ])
    facts.set({ senders, persons, templates })
  }
  await Promise.all([refresh(), control.journal({}).then((rows) => journal.set(rows))])
  void followJournal(control, journal, refresh)
  return { control, facts, journal, moved, refresh, now: () => now() }
}

/** For as long as the page is open. Trouble waits two seconds and asks again. */
async function followJournal(
  control: Control,
  journal: Cell<readonly JournalRow[]>,
  refresh: () => Promise<void>,
): Promise<never> {
  for (;;) {
    try {
      const rows = await control.journal(nextPage(journal.get()))
      if (rows.length === 0) continue
      journal.set([...journal.get(), ...rows].slice(-2_000))
      await refresh()
    } catch {
      await new Promise((resume) => setTimeout(resume, 2_000))
    }
  }
}

/** An empty journal has no row to wait after: its beginning is asked for, which comes with the first row. */
function nextPage(rows: readonly JournalRow[]): JournalPage {
  const after = rows.at(-1)?.id
  return { waitMs: 20_000, ...(after !== undefined && { after }) }
}
