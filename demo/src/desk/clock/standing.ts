import type { JournalRow } from '@minibell/mock'
import { thisWorld } from '../../door/this-world.ts'

/**
 * When the platform last accepted a service message of a sender for a person (MA-3), as the journal tells it: a message that was
 * dismissed or withdrawn since still counts.
 */
export function lastAcceptedAt(
  rows: readonly JournalRow[],
  pair: { readonly person: string; readonly sender: string },
): number | undefined {
  const accepted = thisWorld(rows).findLast(
    (row) =>
      row.kind === 'request' &&
      row.verdict === 'ok' &&
      row.person === pair.person &&
      row.sender === pair.sender &&
      row.path?.endsWith('/messages/send'),
  )
  return accepted?.at
}
