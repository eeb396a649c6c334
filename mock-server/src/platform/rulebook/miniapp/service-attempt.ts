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
  /** Accepted calls of late, where they are counted; current at `now`. */
  readonly calls?: RateWindow
  /** What the wire found of the call's signature; absent where it does not look. */
  readonly signature?: 'valid' | 'wrong' | 'absent'
  /** MA-18: an operator refused these words of this sender. */
  readonly refused?: { readonly at: number; readonly reason: string }
  /** MA-14: what it was about, where the send says all of it. */
  readonly occurrence?: Occurrence
  /** MA-17: title and content. */
  readonly words?: string
  /** Part of a file send, whose pace is the platform's own. */
  readonly isFile?: true
  /** Absent while the send as a whole is looked at. */
  readonly recipient?: AddressedRecipient
}

export interface AddressedRecipient {
  readonly id: string
  /** Absent: nobody has this id under the sender's operating account. */
  readonly person?: Person
  readonly lastUsedAt?: number
  readonly acceptedAt?: number
  /** MA-14: when a message about the same occurrence was accepted. */
  readonly toldAt?: number
  /** MA-17: what was accepted of late, the oldest first. */
  readonly recent?: readonly RecentWords[]
  /** The recipient's own switch that is off: the main one, or this sender's. */
  readonly off?: 'main' | 'sender'
}

/** An action of a user in a business scenario, by the sender's own names. */
export interface Occurrence {
  readonly scenario: string
  readonly action: string
  readonly id: string
}

/** MA-17: title and content of an accepted message. */
export interface RecentWords {
  readonly at: number
  readonly text: string
  /** The id of its occurrence (MA-14), where it had one. */
  readonly occurrence?: string
}
