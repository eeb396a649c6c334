import {
  type AllReceipt,
  type InboxItem,
  type ItemReceipt,
  isMarked,
  marksOf,
  type ReceiptKind,
  type Snapshot,
} from '@minibell/protocol'

/** The newest item that "all" means: in another epoch it says how far that is. */
export type Newest = Pick<InboxItem, 'id' | 'sentAt'>

/** What happened, before it has an id and a time. `epoch`: whose offsets an `upTo` means. */
export type Happened =
  | { readonly kind: ReceiptKind; readonly itemId: string }
  | { readonly kind: 'seen' | 'read'; readonly all: AllReceipt['all']; readonly epoch: string; readonly newest: Newest }

/** A receipt that the platform has not acknowledged. `at`: when it happened, by this run's timer. */
export type Waiting = WaitingForOne | WaitingForAll

type WaitingForOne = Omit<ItemReceipt, 'agoMs'> & { readonly at: number }

/** Of everything up to an offset. */
export type WaitingForAll = Omit<AllReceipt, 'agoMs' | 'newest'> & {
  readonly epoch: string
  readonly newest: Newest
  readonly at: number
}

/** The same in the offsets of a later epoch; nothing when the page has none of what was meant. `held`: an item as it was in the epoch of `one`. */
export function carriedOver(
  one: WaitingForAll,
  { epoch, items }: Snapshot,
  held: (itemId: string) => InboxItem | undefined,
): WaitingForAll | undefined {
  const { id, sentAt } = Object(one.newest)
  // Its newest may be gone; of the others that are not held the moment tells.
  const isMeant = (item: InboxItem): boolean => {
    const mine = held(item.id)
    return mine ? mine.offset <= one.all.upTo : item.sentAt < sentAt
  }
  const last = items.find(({ item }) => item.id === id) || items.find(({ item }) => isMeant(item))
  return last && { ...one, epoch, all: { ...one.all, upTo: last.item.offset } }
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
