import type { Core } from '../core.ts'
import type { Delivery, Scope } from '../platform.ts'
import { visibleChanges } from './visible.ts'

type News = Parameters<Parameters<Delivery['watch']>[1]>[0]

/** Entries told at once. */
const maxTold = 1_000

/** What came after one offset, for all who watch that log from there. */
interface Told {
  readonly epoch: string
  readonly from: number
  readonly entries: Promise<{ readonly base: number; readonly entries: readonly unknown[] }>
  readonly byScope: Map<string, News>
}

const newest = new WeakMap<Core, Map<string, Told>>()

/** Partitions whose newest entries are remembered. */
const most = 1_000

/**
 * Changes of a log above `from`, at most 1,000. Watchers of one log hear of a commit together, so it is read once for all of them,
 * and those of one scope get the same news.
 */
export async function newsAfter(
  core: Core,
  { partition, scope, from }: { readonly partition: string; readonly scope: Scope; readonly from: number },
): Promise<News> {
  const told = toldAfter(core, partition, from)
  const { base, entries } = await told.entries
  const name = scope.kind === 'host' ? '' : scope.sender
  const start = Math.max(base, from)
  const made: News = told.byScope.get(name) ?? {
    epoch: told.epoch,
    from: start,
    to: start + entries.length,
    changes: visibleChanges(entries, scope),
  }
  told.byScope.set(name, made)
  return made
}

function toldAfter(core: Core, partition: string, from: number): Told {
  const logs = newest.get(core) ?? new Map<string, Told>()
  newest.set(core, logs)
  const epoch = core.epoch()
  const known = logs.get(partition)
  if (known?.from === from && known.epoch === epoch) return known
  const entries = core.store.tail(partition, { after: from, max: maxTold })
  const told: Told = { epoch, from, entries, byScope: new Map() }
  if (logs.size >= most) logs.clear()
  logs.set(partition, told)
  // What was not there yet, or could not be read, is asked for again.
  const forget = (): void => {
    if (logs.get(partition) === told) logs.delete(partition)
  }
  entries.then((tail) => (tail.entries.length === 0 ? forget() : undefined), forget)
  return told
}
