import { type Command, type Io, Sentence } from '../command.ts'
import type { Given } from '../given.ts'
import { type Remote, remoteOf, remoteOptions } from '../remote.ts'

/** What happened on a running platform. */
export const journal: Command = {
  name: 'journal',
  takes: '',
  summary: 'Prints what happened on the running platform, one line a row',
  options: {
    ...remoteOptions,
    follow: { type: 'boolean', short: 'f', says: 'go on with what happens, until Ctrl-C' },
    max: { type: 'string', value: 'N', says: 'how many of the newest to begin with, 0 to 1000 (default 20)' },
    json: { type: 'boolean', says: 'one JSON value a line, whole' },
  },
  run: printJournal,
}

interface Row {
  readonly id: string
  readonly at: number
  readonly kind: string
  readonly summary: string
  readonly verdict?: string
}

/** Sorts before every id: what came since an empty journal was read is not missed. */
const beforeAll = '0'

async function printJournal(given: Given, io: Io): Promise<number> {
  const remote = remoteOf('read the journal', given, io)
  const show = given.flag('json') ? (row: Row) => JSON.stringify(row) : lineOf
  const max = maxOf(given.text('max') ?? '20')
  const newest = await rowsOf(remote, `?max=${Math.max(1, max)}`)
  for (const row of max === 0 ? [] : newest) io.print(`${show(row)}\n`)
  if (given.flag('follow')) await follow(remote, { after: newest.at(-1)?.id ?? beforeAll, show, io })
  return 0
}

async function follow(
  remote: Remote,
  { after, show, io }: { readonly after: string; readonly show: (row: Row) => string; readonly io: Io },
): Promise<void> {
  let last = after
  while (!io.stopped.aborted) {
    const rows = await rowsOf(remote, `/stream?waitMs=25000&after=${last}`).catch((error: unknown) => {
      if (io.stopped.aborted) return []
      throw error
    })
    for (const row of rows) io.print(`${show(row)}\n`)
    last = rows.at(-1)?.id ?? last
  }
}

async function rowsOf(remote: Remote, query: string): Promise<readonly Row[]> {
  // The control API's own shape.
  const { rows } = (await remote.control(`GET /control/v1/journal${query}`)) as { readonly rows: readonly Row[] }
  return rows
}

function lineOf({ at, kind, summary, verdict }: Row): string {
  return `${new Date(at).toISOString()}  ${(verdict ?? kind).padEnd(12)}  ${summary}`
}

function maxOf(text: string): number {
  const max = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN
  if (max <= 1_000) return max
  throw new Sentence(`Failed to read the journal: --max "${text}" is no number from 0 to 1000. Mend it.`)
}
