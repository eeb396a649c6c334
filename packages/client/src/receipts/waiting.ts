import type { AllReceipt, ItemReceipt, ReceiptKind } from '@minibell/protocol'

/** What happened, before it has an id and a time. `epoch`: whose offsets an `upTo` means. */
export type Happened =
  | { readonly kind: ReceiptKind; readonly itemId: string }
  | { readonly kind: 'seen' | 'read'; readonly all: AllReceipt['all']; readonly epoch: string }

/** A receipt that the platform has not acknowledged. `at`: when it happened, by this run's timer. */
export type Waiting = (Omit<ItemReceipt, 'agoMs'> | (Omit<AllReceipt, 'agoMs'> & { readonly epoch: string })) & {
  readonly at: number
}

/** Of two receipts with the same key the stronger goes in place of the weaker. */
export function keyOf(one: Waiting): string {
  return 'all' in one ? `${one.kind}/${one.all.sender}` : `${one.itemId}/${one.kind === 'dismissed'}`
}
