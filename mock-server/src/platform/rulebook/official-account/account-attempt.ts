import type { AccountTemplate, LibraryEntry, OfficialAccount, WechatSettings } from '../../official-account/records.ts'
import type { SenderRecord } from '../../world.ts'

/** What rules of an account look at. */
export interface AccountAttempt {
  readonly now: number
  readonly sender: SenderRecord
  readonly account: OfficialAccount
  readonly settings: WechatSettings
}

/** WO-2: two codes, as they came. */
export interface IndustryAttempt extends AccountAttempt {
  readonly chosen: readonly [number, number]
}

/** WO-3, WO-4: a number of the library that is to be added. */
export interface AddAttempt extends AccountAttempt {
  readonly libraryId: string
  /** Absent: the library has no such number. */
  readonly entry?: LibraryEntry
  readonly keywordNames?: readonly string[]
  readonly templates: readonly AccountTemplate[]
}
