import type { Core } from '../core.ts'
import { instantText } from '../rulebook/words.ts'
import { personKeys, personPartition } from '../storage/person-places.ts'
import { worldPartition } from '../storage/world-places.ts'
import type { PersonId, SenderId } from '../world.ts'
import { requirePerson, requireSender } from './required.ts'

/** MA-4: when somebody used a mini-program. Throws `RangeError` for unknown ids and for an instant that is none. */
export async function recordUse(
  core: Core,
  use: { readonly person: PersonId; readonly sender: SenderId; readonly at?: number | null },
): Promise<void> {
  const at = use.at === undefined ? core.clock.now() : use.at
  if (at !== null && !Number.isFinite(at)) throw new RangeError(`Failed to record a use: ${at}. Give ms since 1970.`)
  await core.transactions.read(worldPartition, async (transaction) => {
    await requirePerson(transaction, use.person)
    await requireSender(transaction, use.sender)
  })
  await core.transactions.write(personPartition(use.person), async (transaction) => {
    transaction.put(personKeys.lastUsedAt(use.sender), at ?? undefined)
  })
  core.journal.write({
    kind: 'use',
    summary:
      at === null ? `${use.person} never used ${use.sender}` : `${use.person} used ${use.sender} at ${instantText(at)}`,
    person: use.person,
    sender: use.sender,
  })
}
