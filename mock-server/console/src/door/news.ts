import type { JournalRow } from '@minibell/mock'
import type { Door } from './door.ts'

/** The platform's journal and clock, as far as this page has heard of them. */
export interface News {
  /** Newest last; those that the platform still had when the page opened, and all since. */
  rows(): readonly JournalRow[]
  row(id: string): JournalRow | undefined
  /** Wall time of the platform, ms since 1970. */
  now(): number
  isRunning(): boolean
  /** False: the platform does not answer. */
  isReached(): boolean
  /** Asks for the clock now. */
  readClock(): Promise<void>
}

const mostRows = 3_000
/** Under load rows come faster than anybody reads: they are then asked for this often. */
const restMs = 200
const againMs = 2_000
/** Sorts before every id: what came between two looks at an empty journal is not missed. */
const beforeAll = '0'

/** Follows the journal for as long as the page is open; `heard` is called with each piece of news; with none when the platform was lost or found again. */
export function followNews(door: Door, heard: (rows: readonly JournalRow[]) => void): News {
  let rows: readonly JournalRow[] = []
  let now = (): number => 0
  let [isRunning, isReached] = [false, true]

  const readClock = async (): Promise<void> => {
    const { at, running } = await door.call<{ readonly at: number; readonly running: boolean }>('GET', '/clock')
    const readAt = performance.now()
    isRunning = running
    now = running ? () => Math.round(at + performance.now() - readAt) : () => at
  }

  const next = async (): Promise<void> => {
    const after = rows.at(-1)?.id ?? beforeAll
    const path = `/journal/stream?max=1000&waitMs=20000&after=${after}`
    const more = await door.call<{ readonly rows: readonly JournalRow[] }>('GET', path)
    const isBack = !isReached
    isReached = true
    if (more.rows.length === 0 && !isBack) return
    rows = [...rows, ...more.rows].slice(-mostRows)
    await readClock()
    heard(more.rows)
  }

  const start = async (): Promise<void> => {
    await readClock()
    const first = await door.call<{ readonly rows: readonly JournalRow[] }>('GET', '/journal?max=1000')
    rows = first.rows
    isReached = true
    heard([])
  }

  void follow(start, next, () => {
    if (isReached) {
      isReached = false
      heard([])
    }
  })
  return {
    rows: () => rows,
    row: (id) => rows.findLast((row) => row.id === id),
    now: () => now(),
    isRunning: () => isRunning,
    isReached: () => isReached,
    readClock,
  }
}

async function follow(start: () => Promise<void>, next: () => Promise<void>, lost: () => void): Promise<never> {
  let isStarted = false
  for (;;) {
    try {
      await (isStarted ? next() : start())
      isStarted = true
      await pause(restMs)
    } catch {
      lost()
      await pause(againMs)
    }
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resume) => setTimeout(resume, ms))
}
