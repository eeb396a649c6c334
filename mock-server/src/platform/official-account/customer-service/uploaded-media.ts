import type { Core } from '../../core.ts'
import { dayMs } from '../../rulebook/customer-service/rule-sets.ts'
import { customerKeys } from '../../storage/customer-places.ts'
import { officialPartition } from '../../storage/official-places.ts'
import type { SenderId } from '../../world.ts'
import type { AccountMedia, OfficialAccount } from '../records.ts'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const lifeMs = 3 * dayMs

/** CS-1: temporary media, 64 characters of id. */
export async function uploadMedia(
  core: Core,
  sender: SenderId,
  media: Omit<AccountMedia, 'id'>,
): Promise<{ readonly mediaId: string; readonly at: number }> {
  const at = core.clock.now()
  const id = Array.from({ length: 64 }, () => letters[Math.floor(core.random() * letters.length)]).join('')
  await core.transactions.write(officialPartition(sender), async (transaction) =>
    transaction.put(customerKeys.media(id), { media: { ...media, id }, until: at + lifeMs }),
  )
  return { mediaId: id, at }
}

/** Those that the account may name now: its own, and of `ids` those that were uploaded and have not ended. */
export async function mediaNow(
  core: Core,
  { sender, media = [] }: OfficialAccount,
  { ids, now }: { readonly ids: readonly string[]; readonly now: number },
): Promise<readonly AccountMedia[]> {
  if (ids.length === 0) return media
  const uploaded = await core.transactions.read(officialPartition(sender), (transaction) =>
    transaction.peek(ids.map(customerKeys.media)),
  )
  return [...media, ...uploaded.flatMap((one) => (one && now < one.until ? [one.media] : []))]
}
