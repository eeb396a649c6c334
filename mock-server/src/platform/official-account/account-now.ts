import type { Core } from '../core.ts'
import { worldValue } from '../directory/world-rows.ts'
import type { AccountAttempt } from '../rulebook/official-account/account-attempt.ts'
import { officialKeys, wechatSettings } from '../storage/official-places.ts'
import type { Transaction } from '../storage/transaction.ts'
import { worldKeys } from '../storage/world-places.ts'
import type { SenderId } from '../world.ts'

/** An account as it stands, within a transaction of its own partition. Throws `RangeError` for an unknown id. */
export async function accountNow(core: Core, transaction: Transaction, id: SenderId): Promise<AccountAttempt> {
  const account = await transaction.get(officialKeys.account)
  const sender = (await worldValue(core, worldKeys.sender(id)))?.record
  if (!account || !sender) throw new RangeError(`Failed to find the official account "${id}". Put the account first.`)
  const settings = (await worldValue(core, wechatSettings)) ?? {}
  return { now: core.clock.now(), sender, account, settings }
}
