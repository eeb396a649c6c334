import type { AccountMedia } from '../official-account/records.ts'
import type { CustomerState } from '../rulebook/customer-service/windows.ts'
import type { SenderId } from '../world.ts'
import { type Key, keyOf } from './key.ts'

/** A customer-service desk account; `name@account` on the wire. */
export interface KfAccount {
  readonly account: string
  readonly nickname: string
  /** Given once, never again. */
  readonly id: number
  readonly headImage?: string
}

/** Media that a developer uploaded; they end after three days. */
export interface UploadedMedia {
  readonly media: AccountMedia
  readonly until: number
}

/** In a person's partition. */
export const customerState = (sender: SenderId): Key<CustomerState> => keyOf('customer', sender)

/** In the account's partition, but for the first. */
export const customerKeys = {
  /** In the partition of its sends: those of one calendar day (UTC+8). */
  day: keyOf<{ readonly day: string; readonly sends: number }>('customerDay'),
  /** All of them, the oldest first, with the last id that was given. */
  kf: keyOf<{ readonly last: number; readonly accounts: readonly KfAccount[] }>('kf'),
  /** Temporary media, by `media_id`. */
  media: (id: string): Key<UploadedMedia> => keyOf('media', id),
  /** CS-6: the account was told of its switch. */
  told: keyOf<true>('customerTold'),
} as const
