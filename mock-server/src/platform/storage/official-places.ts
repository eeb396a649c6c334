import type { AccountTemplate, Follower, OfficialAccount, WechatSettings } from '../official-account/records.ts'
import type { SenderId } from '../world.ts'
import { type Key, keyOf, prefixOf } from './key.ts'

/** The partition of one official account: record, followers, templates, tokens, quotas, sends. */
export function officialPartition(sender: SenderId): string {
  return keyOf('official', sender).text
}

export const officialPartitions = 'official/'

/** In the world's own partition. */
export const wechatSettings = keyOf<WechatSettings>('wechat')

/** These three are the world's `officialAccounts`; all others of the partition are its `state`. */
export const officialKeys = {
  account: keyOf<OfficialAccount>('account'),
  follower: (openid: string): Key<Follower> => keyOf('follower', openid),
  followers: prefixOf('follower'),
  /** All of the account's own, oldest first: one row, so that they are counted and changed together. */
  templates: keyOf<readonly AccountTemplate[]>('templates'),
} as const

/** Whether a world lists this row as a record, and not in `state`. */
export function isRecordKey(key: string): boolean {
  return (
    key === officialKeys.account.text || key === officialKeys.templates.text || key.startsWith(officialKeys.followers)
  )
}
