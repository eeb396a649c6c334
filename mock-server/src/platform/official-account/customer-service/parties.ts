import type { Core } from '../../core.ts'
import { worldValue } from '../../directory/world-rows.ts'
import type { CustomerState } from '../../rulebook/customer-service/windows.ts'
import { emptyState } from '../../rulebook/customer-service/windows.ts'
import { customerState } from '../../storage/customer-places.ts'
import { officialKeys, officialPartition, wechatSettings } from '../../storage/official-places.ts'
import { personKeys, personPartition } from '../../storage/person-places.ts'
import type { Transaction } from '../../storage/transaction.ts'
import { type SenderRow, worldKeys, worldPartition } from '../../storage/world-places.ts'
import type { Person, SenderId, SenderRecord } from '../../world.ts'
import type { Follower, OfficialAccount, WechatSettings } from '../records.ts'

/** An account and one of its users, as the store has them. */
export interface Parties {
  readonly row: SenderRow
  readonly account: OfficialAccount
  readonly settings: WechatSettings
  /** Absent: nobody has that openid. */
  readonly person?: Person
  readonly follower?: Follower
}

/** Rejects with `RangeError` for a sender that is no official account: who calls has looked it up. */
export async function partiesOf(core: Core, sender: SenderId, openid: string): Promise<Parties> {
  const row = await worldValue(core, worldKeys.sender(sender))
  const { account, follower } = await core.transactions.read(officialPartition(sender), async (transaction) => ({
    account: await transaction.get(officialKeys.account),
    follower: await transaction.get(officialKeys.follower(openid)),
  }))
  if (!row || !account)
    throw new RangeError(
      `Failed to find the official account "${sender}": there is none. Put sender and account first.`,
    )
  return core.transactions.read(worldPartition, async (world) => {
    const id = await world.get(worldKeys.personByRecipientId(row.record.account, openid))
    const person = id === undefined ? undefined : await world.get(worldKeys.person(id))
    const settings = (await world.get(wechatSettings)) ?? {}
    return { row, account, settings, ...(person && { person }), ...(follower && { follower }) }
  })
}

/** What the user's actions left, and whether the user's own switches let the account through (code 48002). */
export async function userOf(
  core: Core,
  person: Person | undefined,
  sender: SenderId,
): Promise<{ readonly state: CustomerState; readonly isOff: boolean }> {
  if (!person) return { state: emptyState, isOff: false }
  return core.transactions.read(personPartition(person.id), async (transaction) => {
    const state = (await transaction.get(customerState(sender))) ?? emptyState
    return { state, isOff: await isSwitchedOff(transaction, sender) }
  })
}

export async function isSwitchedOff(transaction: Transaction, sender: SenderId): Promise<boolean> {
  const head = await transaction.get(personKeys.head)
  const own = await transaction.get(personKeys.sender(sender))
  return head?.pushOff === true || own?.muted === true
}

/** Mini-programs of this platform, by appid. */
export async function programOf(core: Core, appId: string): Promise<SenderRecord | undefined> {
  const id = await worldValue(core, worldKeys.senderByWireId('wechat', appId))
  return id === undefined ? undefined : (await worldValue(core, worldKeys.sender(id)))?.record
}
