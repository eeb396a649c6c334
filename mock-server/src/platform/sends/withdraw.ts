import type { Core } from '../core.ts'
import { worldValue } from '../directory/world-rows.ts'
import { draftOf } from '../inbox/draft.ts'
import { removeItem } from '../inbox/mark-item.ts'
import { appKeys, appPartition } from '../storage/app-places.ts'
import { personPartition } from '../storage/person-places.ts'
import { worldKeys } from '../storage/world-places.ts'
import type { PersonId } from '../world.ts'
import { partsOfItemId } from './claim.ts'

/** DL-6. What the send spent stays spent (MA-3). */
export async function withdraw(core: Core, itemId: string): Promise<boolean> {
  const person = await recipientOfItem(core, itemId)
  if (person === undefined) return false
  return core.transactions.write(personPartition(person), async (transaction) => {
    const draft = await draftOf(transaction)
    const found = await draft.find(itemId)
    const removed = found !== undefined && (await removeItem(draft, found, 'withdrawn'))
    draft.save()
    return removed
  })
}

/** Whom an item was addressed to; nobody for a text that is no id. */
export async function recipientOfItem(core: Core, itemId: string): Promise<PersonId | undefined> {
  const parts = partsOfItemId(itemId)
  const sender = parts && (await worldValue(core, worldKeys.senderByNumber(parts.senderNumber)))
  if (!parts || sender === undefined) return undefined
  const sent = await core.transactions.read(appPartition(sender), (app) => app.get(appKeys.sent(parts.base)))
  return sent?.persons[parts.place] ?? undefined
}
