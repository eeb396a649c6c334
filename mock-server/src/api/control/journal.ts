import type { Timers } from '@minibell/ports'
import type { JournalRow, Platform } from '../../platform/platform.ts'
import { type Answer, read } from '../answer.ts'
import { errorAnswer } from '../error-answer.ts'
import { shortText, wholeNumber } from '../query.ts'
import type { RequestContext, Route } from '../route.ts'
import { missing } from './outcomes.ts'

/** Rows in one answer at most. */
const mostRows = 1000
const longestWaitMs = 25_000

/** The journal: pages of it, one row with its explanation, and a long poll. */
export function journalRoutes(parts: { readonly timers: Timers; readonly closing: Set<() => void> }): readonly Route[] {
  return [
    {
      id: 'control.journal.list',
      method: 'GET',
      path: '/control/v1/journal',
      handle: async (context) => withQuery(context, async (query) => rowsOf(context.platform, query)),
    },
    {
      id: 'control.journal.stream',
      method: 'GET',
      path: '/control/v1/journal/stream',
      handle: async (context) => withQuery(context, (query) => stream(context, { ...query, ...parts })),
    },
    { id: 'control.journal.read', method: 'GET', path: '/control/v1/journal/:id', handle: readOne },
  ]
}

interface Query {
  readonly after?: string
  readonly max: number
  readonly waitMs: number
}

async function withQuery(
  { url }: RequestContext,
  go: (query: Query) => Promise<readonly JournalRow[]>,
): Promise<Answer> {
  const after = shortText(url.searchParams, { name: 'after', max: 64 })
  if (!after.ok) return errorAnswer(after.problem, { kind: 'control' })
  const max = wholeNumber(url.searchParams, { name: 'max', min: 1, max: mostRows, otherwise: 100 })
  if (!max.ok) return errorAnswer(max.problem, { kind: 'control' })
  const waitMs = wholeNumber(url.searchParams, { name: 'waitMs', min: 0, max: longestWaitMs, otherwise: longestWaitMs })
  if (!waitMs.ok) return errorAnswer(waitMs.problem, { kind: 'control' })
  const query = { max: max.value, waitMs: waitMs.value }
  return read({ rows: await go(after.value === '' ? query : { ...query, after: after.value }) })
}

function rowsOf(platform: Platform, { after, max }: Query): Promise<readonly JournalRow[]> {
  return platform.journal.everywhere.read({ max, ...(after === undefined ? {} : { after }) })
}

/** Answers at once when there is a row after `after`, else with the next row, else empty after `waitMs`. */
async function stream(
  { platform, request }: RequestContext,
  query: Query & { readonly timers: Timers; readonly closing: Set<() => void> },
): Promise<readonly JournalRow[]> {
  const rows = query.after === undefined ? [] : await rowsOf(platform, query)
  if (rows.length > 0 || query.waitMs === 0) return rows
  return new Promise((resolve) => {
    const finish = (found: readonly JournalRow[]) => {
      unwatch()
      untime()
      query.closing.delete(stop)
      request.signal?.removeEventListener('abort', stop)
      resolve(found)
    }
    const stop = () => finish([])
    const unwatch = platform.journal.everywhere.watch((row) => finish([row]))
    const untime = query.timers.after(query.waitMs, stop)
    query.closing.add(stop)
    request.signal?.addEventListener('abort', stop)
    // What came between the look and the watch.
    if (query.after !== undefined)
      rowsOf(platform, query).then((found) => (found.length > 0 ? finish(found) : undefined), stop)
  })
}

async function readOne({ platform, params }: RequestContext): Promise<Answer> {
  const id = params['id'] ?? ''
  const row = await platform.journal.everywhere.row(id)
  return row
    ? read(row)
    : missing('the row', { id, mend: 'It never was, or newer rows have pushed it out: GET /control/v1/journal.' })
}
