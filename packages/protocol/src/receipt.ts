import type { ReceiptKind } from './item.ts'

/** Evidence that something happened to an item. Idempotent by `receiptId` and by meaning. */
export type Receipt = ItemReceipt | AllReceipt

/** Evidence of one item; `delivered` may be sent for it, though no surface is told. */
export interface ItemReceipt {
  /** Chosen by the client, unique per device, at most 64 characters. */
  readonly receiptId: string
  readonly kind: ReceiptKind
  readonly itemId: string
  /** How long ago it happened, by the device's monotonic timer, ≥ 0. */
  readonly agoMs: number
}

/** Every item at or below `upTo`, of one sender where it is named. */
export interface AllReceipt {
  readonly receiptId: string
  readonly kind: 'seen' | 'read'
  readonly all: { readonly upTo: number; readonly sender?: string }
  /** Whose offset `upTo` is. Absent: taken as the platform's own. */
  readonly epoch?: string
  /** Id of the newest item that is meant: in another epoch `upTo` is that item's offset; without it the receipt is refused there. */
  readonly newest?: string
  readonly agoMs: number
}
