import { type AllReceipt, type ItemReceipt, isMarked, marksOf, type ReceiptKind } from '@minibell/protocol'

/** What happened, before it has an id and a time. `epoch`: whose offsets an `upTo` means. */
export type Happened =
  | { readonly kind: ReceiptKind; readonly itemId: string }
  | { readonly kind: 'seen' | 'read'; readonly all: AllReceipt['all']; readonly epoch: string }

/** A receipt that the platform has not acknowledged. `at`: when it happened, by this run's timer. */
export type Waiting = (Omit<ItemReceipt, 'agoMs'> | (Omit<AllReceipt, 'agoMs'> & { readonly epoch: string })) & {
  readonly at: number
}

/** Whether `other`, which has the same key, says more. */
export function isWeaker(one: Waiting, other: Waiting): boolean {
  if (!('all' in one)) return one.kind !== other.kind && isMarked(marksOf(other.kind), one.kind)
  if (!('all' in other)) return false
  return one.epoch < other.epoch || (one.epoch === other.epoch && one.all.upTo < other.all.upTo)
}

/** Of two receipts with the same key the stronger goes in place of the weaker. */
export function keyOf(one: Waiting): string {
  return 'all' in one ? `${one.kind}/${one.all.sender}` : `${one.itemId}/${one.kind === 'dismissed'}`
}
