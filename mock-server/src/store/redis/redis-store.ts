import type { Commit, ScanRange, ScanRow, StorePort, Tail } from '../../platform/store.ts'
import { ownParsed, ownText } from '../own.ts'
import type { Engine } from './engine/engine.ts'
import { keyOfText, textOfKey } from './engine/key-text.ts'
import { metaField, type Place, type Places } from './engine/places.ts'
import { commitScript, scanScript, trimScript } from './engine/scripts.ts'
import { gatheredReads, storedOf } from './gathered-reads.ts'
import { boundsOf } from './scan-bounds.ts'
import type { Talk } from './shared/talk.ts'
import type { Watching } from './watching.ts'

/** Versions of one life begin above those of all earlier ones. */
export const versionsInALife = 2 ** 32

/** What reads and writes of partitions stand on. */
export interface StoreParts {
  readonly engine: Engine
  readonly places: Places
  readonly talk: Talk
  readonly watching: Watching
}

/** Rows of one page of a scan: a program takes no more at once, and holds nobody up for long. */
const pageLength = 1_000

/** Everything of the port but what concerns the whole. A reply counts only if this process was of one mind with the others by then. */
export function partitionsOn({
  engine,
  places,
  talk,
  watching,
}: StoreParts): Omit<StorePort, 'export' | 'import' | 'shared'> {
  const placeOf = (partition: string): Place => places.of(talk.life(), partition)
  const assured = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    talk.assure()
    const result = await work()
    talk.assure()
    return result
  }
  const rowsOf = gatheredReads(engine)
  const page = async (partition: string, range: ScanRange, max: number): Promise<readonly ScanRow[]> => {
    const bounds = boundsOf(range)
    if (!bounds || max < 1) return []
    const { rows, index, unsorted } = placeOf(partition)
    const asked = [bounds.from, bounds.below, String(Math.min(max, pageLength)), range.reverse ? 'REV' : '']
    for (;;) {
      const found = await engine.script(scanScript, [rows, index, unsorted], asked)
      // Keys and rows in turns, unless there was too much to sort.
      if (found !== 1) return scanned(found as readonly (string | null)[])
    }
  }

  return {
    read: (partition, keys) =>
      assured(async () => (keys.length === 0 ? [] : rowsOf(placeOf(partition).rows, keys.map(textOfKey)))),
    async commit(commit) {
      const { partition, append } = commit
      const args = argumentsOf(commit)
      return assured(async () => {
        const { rows, index, log, unsorted, channel } = placeOf(partition)
        const first = String(talk.life() * versionsInALife)
        if ((await engine.script(commitScript, [rows, index, log, unsorted], [first, channel, ...args])) !== 1)
          return 'conflict'
        if (append && append.entries.length > 0)
          await watching.tell(partition, { from: append.after, to: append.after + append.entries.length })
        return 'ok'
      })
    },
    scan: (partition, range) =>
      assured(async () => {
        const rows: ScanRow[] = []
        for (let from = range; rows.length < range.max; ) {
          const found = await page(partition, from, range.max - rows.length)
          rows.push(...found)
          const last = found[pageLength - 1]
          if (!last) break
          from = { ...range, ...(range.reverse ? { before: last.key } : { after: last.key }) }
        }
        return rows
      }),
    tail: (partition, range) => assured(() => tail(engine, placeOf(partition), range)),
    trim: (partition, upTo) =>
      assured(async () => {
        const { rows, log } = placeOf(partition)
        await engine.script(trimScript, [rows, log], [String(Math.floor(upTo))])
      }),
    watch: watching.watch,
  }
}

/** As the program takes them. Throws `TypeError` for what JSON cannot say, before anything is sent. */
function argumentsOf({ expect = new Map(), put = new Map(), append }: Commit): readonly string[] {
  const puts: string[] = []
  const removed: string[] = []
  for (const [key, value] of put)
    if (value === undefined) removed.push(textOfKey(key))
    else puts.push(textOfKey(key), ownText(value))
  return [
    String(append?.after ?? -1),
    String(expect.size),
    ...[...expect.keys()].map(textOfKey),
    ...[...expect.values()].map(String),
    String(puts.length / 2),
    ...puts,
    String(removed.length),
    ...removed,
    ...(append?.entries ?? []).map(ownText),
  ]
}

function scanned(both: readonly (string | null)[]): readonly ScanRow[] {
  const rows: ScanRow[] = []
  for (let at = 0; at < both.length; at += 2)
    rows.push({ key: keyOfText(both[at] ?? ''), ...storedOf(both[at + 1] ?? '0 null') })
  return rows
}

/** `VERSION BASE TOP`, zeros where there is no partition. */
export async function metaOf(
  engine: Engine,
  { rows }: Place,
): Promise<{ readonly base: number; readonly top: number; readonly text: string }> {
  const text = ((await engine.run(rows, ['HGET', rows, metaField])) as string | null) ?? '0 0 0'
  const [, base = 0, top = 0] = text.split(' ').map(Number)
  return { base, top, text }
}

/** Both are asked at once; what was appended or trimmed between the two shows by the entries' own ids. */
export async function tail(
  engine: Engine,
  place: Place,
  { after, max }: { readonly after: number; readonly max: number },
): Promise<Tail> {
  const meta = metaOf(engine, place)
  const asked = max > 0 ? entriesAfter(engine, place, { after, max }) : Promise.resolve([])
  const [{ base, top }, found] = await Promise.all([meta, asked])
  const first = found[0]?.offset ?? 0
  const trimmed = first > Math.max(after, base) + 1 ? first - 1 : base
  return { base: trimmed, top: Math.max(top, found.at(-1)?.offset ?? 0), entries: found.map(({ entry }) => entry) }
}

async function entriesAfter(
  engine: Engine,
  { log }: Place,
  { after, max }: { readonly after: number; readonly max: number },
): Promise<readonly { readonly offset: number; readonly entry: unknown }[]> {
  const count = String(Math.min(max, 2_000_000_000))
  // Entries as ids with one field.
  const found = (await engine.run(log, [
    'XRANGE',
    log,
    `(${Math.max(0, after)}-0`,
    '+',
    'COUNT',
    count,
  ])) as readonly (readonly [string, readonly string[]])[]
  return found.map(([id, [, text = 'null']]) => ({ offset: Number(id.split('-')[0]), entry: ownParsed(text) }))
}
