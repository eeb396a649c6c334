import type { CustomerContent } from '../../official-account/customer-service/content.ts'
import type { Follower, OfficialAccount, WechatSettings } from '../../official-account/records.ts'
import type { Person, SenderRecord } from '../../world.ts'
import type { CustomerState } from './windows.ts'

/** What the rules look at when an account sends a customer-service message. */
export interface CustomerAttempt {
  readonly now: number
  readonly sender: SenderRecord
  readonly account: OfficialAccount
  readonly settings: WechatSettings
  readonly openid: string
  /** Absent: nobody has that openid. */
  readonly person?: Person
  /** Absent: never followed. */
  readonly follower?: Follower
  readonly content: CustomerContent
  /** Media ids of the content that the account does not have. */
  readonly unknownMedia: readonly string[]
  /** Pages of the mini-program that a `miniprogrampage` names; absent: the platform does not know that mini-program. */
  readonly programPages?: readonly string[]
  readonly state: CustomerState
  /** The user switched messages off in the inbox, altogether or of this account. */
  readonly isOff: boolean
  /** Sends of this account today (UTC+8). */
  readonly sentToday: number
  /** Every text of the message, joined. */
  readonly text: string
}
