import type { Core } from '../core.ts'
import { requirePerson } from '../directory/required.ts'
import type { Directory } from '../platform.ts'
import { partsOf } from '../storage/key.ts'
import { personKeys, personPartition, type SenderState } from '../storage/person-places.ts'
import { worldPartition } from '../storage/world-places.ts'
import type { PersonId } from '../world.ts'
import { draftOf } from './draft.ts'

/** The main switch of one person (70011). Throws `RangeError` for an unknown id. */
export async function setPush(core: Core, to: { readonly person: PersonId; readonly on: boolean }): Promise<void> {
  await core.transactions.read(worldPartition, (transaction) => requirePerson(transaction, to.person))
  await core.transactions.write(personPartition(to.person), async (transaction) => {
    const draft = await draftOf(transaction)
    if ((draft.head.pushOff ?? false) === !to.on) return
    draft.head.pushOff = !to.on
    draft.touch()
    draft.save()
  })
}

/** What one person switched off. */
export function pushSwitches(core: Core, person: PersonId): ReturnType<Directory['pushSwitches']> {
  return core.transactions.read(personPartition(person), async (transaction) => {
    const { head } = await draftOf(transaction)
    const rows = await transaction.scan({ prefix: personKeys.senders, max: Number.MAX_SAFE_INTEGER })
    // Only `personKeys.sender` writes below this prefix.
    const muted = rows.filter(({ value }) => (value as SenderState).muted).map(({ key }) => partsOf(key)[1] ?? '')
    return { push: !head.pushOff, muted }
  })
}
