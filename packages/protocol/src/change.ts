import type { InboxItem, ReceiptKind, Sender } from './item.ts'

/** One entry of a person's log. Each takes the next offset. */
export type Change =
  | { readonly type: 'added'; readonly offset: number; readonly item: InboxItem }
  /** Taken back by sender or operator (DL-6). */
  | { readonly type: 'withdrawn'; readonly offset: number; readonly itemId: string }
  /** Its time ran out (DL-7). */
  | { readonly type: 'expired'; readonly offset: number; readonly itemId: string }
  /** A receipt of some device. `delivered` is never told: no surface shows it. */
  | {
      readonly type: 'marked'
      readonly offset: number
      readonly itemIds: readonly string[]
      readonly kind: Exclude<ReceiptKind, 'delivered'>
    }
  /** Every item at or below offset `upTo`, of one sender where it is named. */
  | {
      readonly type: 'markedAll'
      readonly offset: number
      readonly kind: 'seen' | 'read'
      readonly upTo: number
      readonly sender?: string
    }
  | { readonly type: 'senderChanged'; readonly offset: number; readonly sender: Sender }
  /** A change of a later protocol: it takes its offset and shows nothing. */
  | { readonly type: 'unsupported'; readonly offset: number; readonly was: string }
