import type { Core } from '../core.ts'
import { worldValue } from '../directory/world-rows.ts'
import { draftOf } from '../inbox/draft.ts'
import { partsOfItemId } from '../sends/claim.ts'
import { recipientOfItem, withdraw } from '../sends/withdraw.ts'
import { appKeys, appPartition } from '../storage/app-places.ts'
import { personPartition } from '../storage/person-places.ts'
import { worldKeys } from '../storage/world-places.ts'
import type { SenderId } from '../world.ts'
import { type Breach, record } from './ledger.ts'
import { tellDeveloper } from './standing.ts'

interface Words {
  readonly title: string
  readonly content: string
}

/**
 * MA-18: false when the item is gone already, or there is none. It leaves the inbox last: until then the operator may say it again, and the
 * words and the ledger hold it once.
 */
export async function withdrawForReason(
  core: Core,
  itemId: string,
  why: Pick<Breach, 'kind' | 'degree' | 'loss'> & { readonly reason: string },
): Promise<boolean> {
  const found = await itemOf(core, itemId)
  if (!found?.isThere) return false
  if (found.words) await refuseWords(core, found.sender, { words: found.words, reason: why.reason })
  await record(core, found.sender, { ...why, itemId, source: 'operator', about: 'withdrawn', once: true })
  return withdraw(core, itemId)
}

/** MA-18: a message that was registered is refused from now on, and so are the same words sent along. */
export async function refuseMessage(
  core: Core,
  sender: SenderId,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<boolean> {
  const message = await core.transactions.read(appPartition(sender), (app) => app.get(appKeys.message(id)))
  if (!message) return false
  await refuseWords(core, sender, { words: message, reason })
  await tellDeveloper(core, sender, { about: 'message-refused', reason })
  return true
}

function refuseWords(
  core: Core,
  sender: SenderId,
  { words: { title, content }, reason }: { readonly words: Words; readonly reason: string },
): Promise<void> {
  return core.transactions.write(appPartition(sender), async (transaction) => {
    transaction.put(appKeys.refused({ title, content }), { at: core.clock.now(), reason, title, content })
  })
}

async function itemOf(
  core: Core,
  itemId: string,
): Promise<{ readonly sender: SenderId; readonly isThere: boolean; readonly words?: Words } | undefined> {
  const parts = partsOfItemId(itemId)
  const sender = parts && (await worldValue(core, worldKeys.senderByNumber(parts.senderNumber)))
  const person = await recipientOfItem(core, itemId)
  if (sender === undefined || person === undefined) return undefined
  const row = await core.transactions.read(personPartition(person), async (transaction) =>
    (await draftOf(transaction)).find(itemId),
  )
  const message = row?.row.item.message
  const isThere = row !== undefined && (row.listed || row.row.reason === 'dismissed')
  return {
    sender,
    isThere,
    ...(message?.kind === 'service' && { words: { title: message.title, content: message.content } }),
  }
}
