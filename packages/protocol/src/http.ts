import type { RefusedReceipt } from './frames.ts'
import type { InboxItem, ReceiptKind, Sender } from './item.ts'

/** Counts of one scope. Withdrawn, expired, dismissed and `bubble` items are in none; muted senders' are in `total` and `unread` only. */
export interface Counts {
  readonly total: number
  readonly unseen: number
  readonly unread: number
}

/** One page of `GET /delivery/v1/snapshot`, newest first. Each page answers as of its own `offset`; the cursor belongs to one epoch. */
export interface Snapshot {
  readonly epoch: string
  /** Everything up to here is in the snapshot. */
  readonly offset: number
  readonly items: readonly SnapshotItem[]
  /** Every sender that the scope may see and that has an item or a switch. */
  readonly senders: readonly Sender[]
  readonly counts: Counts
  /** For the next page; absent on the last. */
  readonly cursor?: string
  readonly serverAt: number
}

/** A listed item with what happened to it so far, on any device. */
export interface SnapshotItem {
  readonly item: InboxItem
  /** As `kindsOf` gives them. */
  readonly marks: readonly ReceiptKind[]
}

/** Answer of `POST /delivery/v1/receipts`. A receipt that is in neither list was not processed: send it again. */
export interface ReceiptsAnswer {
  readonly accepted: readonly string[]
  readonly refused: readonly RefusedReceipt[]
}

/** The person's own push permission. Answer of `GET` and `POST /delivery/v1/switches`. */
export interface Switches {
  /** The main switch; off: the platform accepts nothing more for this person. */
  readonly push: boolean
  /** Senders whose own switch is off, as far as the session may see. */
  readonly muted: readonly string[]
}

/** Answer of `POST /delivery/v1/reports`. */
export interface Reported {
  /** The person had complained about this item before; nothing changed. */
  readonly repeated: boolean
}

/** What a person may complain of. */
export type ReportKind = 'harassing' | 'false' | 'marketing' | 'other'

/** Body of every delivery answer with a status of 400 or more. */
export interface DeliveryProblem {
  readonly error: { readonly code: string; readonly message: string; readonly retryAfterMs?: number }
}
