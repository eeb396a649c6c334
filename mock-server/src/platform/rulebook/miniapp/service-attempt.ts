import type { Person, SenderRecord } from '../../world.ts'
import type { RuleNumbers } from '../numbers.ts'
import type { RateWindow } from './rate-window.ts'

/** All that the MiniApp rules look at when a service message is sent, or registered (then `recipients` is absent). */
export interface ServiceAttempt {
  readonly now: number
  readonly numbers: RuleNumbers
  readonly sender: SenderRecord
  /** The request that held this request id before, where there is one. */
  readonly held?: { readonly requestId: string; readonly same: boolean }
  /** How many were addressed. */
  readonly recipients?: number
  /** The message that was named instead of sent along. */
  readonly messageId?: { readonly id: string; readonly registered: boolean }
  /** Current at `now`. */
  readonly rate: RateWindow
  /** Absent while the send as a whole is looked at. */
  readonly recipient?: AddressedRecipient
}

export interface AddressedRecipient {
  readonly id: string
  /** Absent: nobody has this id under the sender's operating account. */
  readonly person?: Person
  readonly lastUsedAt?: number
  readonly acceptedAt?: number
}
