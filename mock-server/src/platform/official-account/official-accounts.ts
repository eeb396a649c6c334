import type { Core } from '../core.ts'
import { worldRows, worldValue } from '../directory/world-rows.ts'
import type { Key } from '../storage/key.ts'
import { officialKeys, officialPartition, wechatSettings } from '../storage/official-places.ts'
import { type SenderRow, worldKeys, worldPartition } from '../storage/world-places.ts'
import type { Person, SenderId, SenderRecord } from '../world.ts'
import { decodeAccount, decodeFollower, decodeWechatSettings } from '../worlds/decode-official.ts'
import { type Opening, opening } from './opening/opening.ts'
import { type Library, library } from './proposals/proposals.ts'
import { type Pushes, pushes } from './push.ts'
import type { AccountTemplate, Follower, OfficialAccount, WechatSettings } from './records.ts'
import { withCompliance } from './review/compliance.ts'
import { type TemplateSends, templateSends } from './sends/template-sends.ts'
import { type OwnTemplates, ownTemplates } from './templates/own-templates.ts'
import { type AccountTokens, accountTokens } from './tokens/tokens.ts'
import { type TemplateStanding, templateStanding } from './violations/template-standing.ts'

/** WeChat's official accounts: who they are, who follows them, what they may send. Each `put` throws `WorldError`. */
export interface OfficialAccounts {
  settings(): Promise<WechatSettings>
  putSettings(settings: WechatSettings): Promise<void>
  /** Those of the directory's senders that have a record here. */
  accounts(): Promise<readonly OfficialAccount[]>
  account(sender: SenderId): Promise<OfficialAccount | undefined>
  byAppId(appId: string): Promise<{ readonly sender: SenderRecord; readonly account: OfficialAccount } | undefined>
  /** Replaces the record; followers and templates stay. Throws `RangeError` for an unknown sender. */
  put(account: OfficialAccount): Promise<void>
  followers(sender: SenderId): Promise<readonly Follower[]>
  follower(sender: SenderId, openid: string): Promise<Follower | undefined>
  putFollower(sender: SenderId, follower: Follower): Promise<void>
  /** Whose openid that is, follower or not; nobody: the openid is unknown (40003). */
  person(sender: SenderId, openid: string): Promise<Person | undefined>
  /** Oldest first; those that may not be sent any more carry the reason (WT-7.4). */
  templates(sender: SenderId): Promise<readonly AccountTemplate[]>
  readonly tokens: AccountTokens
  readonly opening: Opening
  readonly library: Library
  readonly own: OwnTemplates
  readonly standing: TemplateStanding
  readonly sends: TemplateSends
  readonly pushes: Pushes
}

export function officialAccounts(core: Core): OfficialAccounts {
  const { together } = core.gate
  const senderOf = async (id: SenderId) => (await worldValue(core, worldKeys.sender(id)))?.record
  const shelf = library(core)
  const told = pushes()
  const account = (sender: SenderId) => officialValue(core, sender, officialKeys.account)

  return {
    settings: async () => (await worldValue(core, wechatSettings)) ?? {},
    putSettings: (settings) =>
      together(() => putIn(core, worldPartition, [wechatSettings, decodeWechatSettings(settings, '')])),
    async accounts() {
      const rows = await worldRows<SenderRow>(core, worldKeys.senders)
      const senders = rows.filter(({ record }) => record.platform === 'wechat')
      const found = await Promise.all(senders.map(({ record }) => account(record.id)))
      return found.flatMap((one) => one ?? [])
    },
    account,
    async byAppId(appId) {
      const id = await worldValue(core, worldKeys.senderByWireId('wechat', appId))
      const sender = id === undefined ? undefined : await senderOf(id)
      const found = sender && (await account(sender.id))
      return sender && found ? { sender, account: found } : undefined
    },
    async put(record) {
      const checked = decodeAccount(record, '')
      const sender = await senderOf(checked.sender)
      if (sender?.platform !== 'wechat')
        throw new RangeError(
          `Failed to put the account: no sender "${checked.sender}" of wechat. Put the sender first.`,
        )
      await together(() => putIn(core, officialPartition(checked.sender), [officialKeys.account, checked]))
    },
    followers: (sender) => officialRows(core, sender, officialKeys.followers),
    follower: (sender, openid) => officialValue(core, sender, officialKeys.follower(openid)),
    async putFollower(sender, follower) {
      const checked = decodeFollower(follower, '')
      await together(() => putIn(core, officialPartition(sender), [officialKeys.follower(checked.openid), checked]))
    },
    async person(sender, openid) {
      const record = await senderOf(sender)
      const id = record && (await worldValue(core, worldKeys.personByRecipientId(record.account, openid)))
      return id === undefined ? undefined : worldValue(core, worldKeys.person(id))
    },
    templates: async (sender) =>
      ((await officialValue(core, sender, officialKeys.templates)) ?? []).map(withCompliance),
    tokens: accountTokens(core),
    opening: opening(core),
    library: shelf,
    own: ownTemplates(core, shelf.entry),
    standing: templateStanding(core),
    sends: templateSends(core, told),
    pushes: told,
  }
}

/** One value of an account's partition, or nothing. */
export async function officialValue<Value>(core: Core, sender: SenderId, key: Key<Value>): Promise<Value | undefined> {
  return core.transactions.read(officialPartition(sender), (transaction) => transaction.get(key))
}

async function officialRows<Value>(core: Core, sender: SenderId, prefix: string): Promise<readonly Value[]> {
  const rows = await core.store.scan(officialPartition(sender), { prefix, max: Number.MAX_SAFE_INTEGER })
  // Only `officialKeys` writes below this prefix, and always this type.
  return rows.map(({ value }) => value as Value)
}

function putIn<Value>(core: Core, partition: string, [key, value]: readonly [Key<Value>, Value]): Promise<void> {
  return core.transactions.write(partition, async (transaction) => transaction.put(key, value))
}
