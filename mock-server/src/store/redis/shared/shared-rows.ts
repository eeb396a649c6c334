import type { SharedRows } from '../../../platform/store.ts'
import { ownParsed } from '../../own.ts'
import type { StoreParts } from '../redis-store.ts'

const mostRows = 10_000
/** Rows that wait for the engine; more are lost. */
const mostWaiting = 10_000
const pageLength = 1_000
const watchEveryMs = 200
/** A row so new may be on its way still. */
const freshMs = 2_000
const findTries = 5
const findWaitMs = 20

interface Entry {
  readonly place: string
  readonly id: string
  readonly row: unknown
}

/** One stream; its own ids are the order, ours lead to a row by the time that they begin with. */
export function sharedRows({ engine, places, talk }: StoreParts): SharedRows {
  const stream = places.shared('journal')
  const watchers = new Set<(row: unknown) => void>()
  let waiting = 0
  let timer: NodeJS.Timeout | undefined
  let seen: string | undefined

  const range = async (
    command: 'XRANGE' | 'XREVRANGE',
    from: string,
    to: string,
    max: number,
  ): Promise<readonly Entry[]> => {
    const found = await engine.run(stream, [command, stream, from, to, 'COUNT', String(max)])
    return entriesOf(found)
  }
  const newest = async (max: number): Promise<readonly Entry[]> =>
    [...(await range('XREVRANGE', '+', '-', max))].reverse()
  /** A row is written within a second of the instant in its id, unless the engine was away. */
  const placeOf = async (id: string): Promise<Entry | undefined> => {
    const at = instantOf(id)
    if (!Number.isSafeInteger(at)) return undefined
    for (let from = placeBefore(at); ; ) {
      const page = await range('XRANGE', from, '+', pageLength)
      const found = page.find((entry) => entry.id === id)
      const last = page[pageLength - 1]
      if (found || !last || Number(last.place.split('-')[0]) > at + 60_000) return found
      from = `(${last.place}`
    }
  }
  const look = async (): Promise<void> => {
    if (seen === undefined) seen = (await newest(1))[0]?.place ?? '0-0'
    const rows = await range('XRANGE', `(${seen}`, '+', pageLength)
    seen = rows.at(-1)?.place ?? seen
    for (const { id, row } of rows) if (!id.includes(talk.process)) for (const watcher of [...watchers]) watcher(row)
  }

  const lookSoon = (): void => void look().catch(() => undefined)

  return {
    idOf: (number) => talk.now().toString(36).padStart(9, '0') + number.toString(36).padStart(7, '0') + talk.process,
    write(id, row) {
      if (waiting >= mostWaiting) return
      waiting += 1
      engine
        .run(stream, ['XADD', stream, 'MAXLEN', '~', String(mostRows), '*', 'id', id, 'row', JSON.stringify(row)])
        .catch(() => undefined)
        .finally(() => {
          waiting -= 1
        })
    },
    async read({ after, max }) {
      const entry = after === undefined ? undefined : await placeOf(after)
      if (entry) return (await range('XRANGE', `(${entry.place}`, '+', max)).map(({ row }) => row)
      const rows =
        after === undefined
          ? await newest(max)
          : (await range('XRANGE', placeBefore(instantOf(after)), '+', max)).filter(({ id }) => id > after)
      return rows.map(({ row }) => row)
    },
    async find(id) {
      for (let tries = 1; ; tries += 1) {
        const found = await placeOf(id)
        if (found || tries === findTries || talk.now() - instantOf(id) > freshMs) return found?.row
        await new Promise((resolve) => {
          setTimeout(resolve, findWaitMs)
        })
      }
    },
    watch(listener) {
      const own: typeof listener = (row) => listener(row)
      watchers.add(own)
      if (timer === undefined) {
        timer = setInterval(lookSoon, watchEveryMs)
        lookSoon()
      }
      return () => {
        watchers.delete(own)
        if (watchers.size > 0) return
        clearInterval(timer)
        timer = undefined
        seen = undefined
      }
    },
  }
}

/** Where rows of that instant may begin; the beginning of all for a text that names none. */
function placeBefore(at: number): string {
  return Number.isSafeInteger(at) ? String(Math.max(0, at - 1_000)) : '-'
}

function instantOf(id: string): number {
  return Number.parseInt(id.slice(0, 9), 36)
}

function entriesOf(found: unknown): readonly Entry[] {
  // Entries as ids, each with the two fields that `write` gives.
  return ((found ?? []) as readonly (readonly [string, readonly string[]])[]).map(([place, fields]) => ({
    place,
    id: fields[1] ?? '',
    row: ownParsed(fields[3] ?? 'null'),
  }))
}
