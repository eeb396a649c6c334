import type { Change, Changes } from '@minibell/protocol'
import type { Core } from '../core.ts'
import type { DeliverySession } from '../platform.ts'
import { personPartition } from '../storage/person-places.ts'
import { visibleChanges } from './visible.ts'

/** Log entries that are looked through for one answer to a sender's session. */
const maxScanned = 10_000

/** DL-3, DL-4. A position that cannot be gone on from is answered with `recovered: false` and no changes. */
export async function changesAfter(
  core: Core,
  session: DeliverySession,
  after: { readonly epoch: string; readonly offset: number; readonly max: number },
): Promise<Changes> {
  const partition = personPartition(session.person)
  const epoch = core.epoch()
  const { base, top } = await core.store.tail(partition, { after: 0, max: 0 })
  if (after.epoch !== epoch || after.offset < base || after.offset > top)
    return { epoch, recovered: false, base, top, from: top, to: top, changes: [] }
  const found = await collect(core, session, { from: after.offset, max: after.max })
  return { epoch, recovered: true, base, top: Math.max(top, found.to), from: after.offset, ...found }
}

async function collect(
  core: Core,
  { person, scope }: DeliverySession,
  { from, max }: { readonly from: number; readonly max: number },
): Promise<{ readonly to: number; readonly changes: readonly Change[] }> {
  const changes: Change[] = []
  let to = from
  while (changes.length < max && to - from < maxScanned) {
    const { top, entries } = await core.store.tail(personPartition(person), { after: to, max: max - changes.length })
    changes.push(...visibleChanges(entries, scope))
    to += entries.length
    if (to >= top || entries.length === 0) break
  }
  return { to, changes }
}
