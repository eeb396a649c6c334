import type { Core } from '../core.ts'
import { requirePerson, requireSender } from '../directory/required.ts'
import { appKeys, appPartition } from '../storage/app-places.ts'
import { partsOf } from '../storage/key.ts'
import { personPartition } from '../storage/person-places.ts'
import { worldPartition } from '../storage/world-places.ts'
import type { PersonId, SenderId, SenderRecord } from '../world.ts'
import { tell } from './add-item.ts'
import { draftOf } from './draft.ts'

/** Tells everybody who has heard of the sender what it is now. */
export async function tellSender(core: Core, record: SenderRecord): Promise<void> {
  const { store, transactions } = core
  const known = await store.scan(appPartition(record.id), { prefix: appKeys.knownToAll, max: Number.MAX_SAFE_INTEGER })
  for (const { key } of known) {
    const [, person = ''] = partsOf(key)
    await transactions.write(personPartition(person), async (transaction) => {
      const draft = await draftOf(transaction)
      const state = await draft.sender(record.id)
      if (!state.told) return
      tell(draft, state, record)
      draft.save()
    })
  }
}

/** The recipient's own switch: items of a muted sender are not unseen. Throws `RangeError` for unknown ids. */
export async function setMuted(
  core: Core,
  to: { readonly person: PersonId; readonly sender: SenderId; readonly muted: boolean },
): Promise<void> {
  const record = await core.transactions.read(worldPartition, async (transaction) => {
    await requirePerson(transaction, to.person)
    return requireSender(transaction, to.sender)
  })
  await core.transactions.write(appPartition(to.sender), async (transaction) => {
    transaction.put(appKeys.knownTo(to.person), true)
  })
  await core.transactions.write(personPartition(to.person), async (transaction) => {
    const draft = await draftOf(transaction)
    const state = await draft.sender(to.sender)
    if (state.muted === to.muted) return
    state.muted = to.muted
    draft.head.counts.unseen += to.muted ? -state.counts.unseen : state.counts.unseen
    tell(draft, state, record)
    draft.save()
  })
}
