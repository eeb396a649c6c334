import type { InboxItem, Position, Sender } from '@minibell/protocol'

/** How fresh the snapshot is. `error` and `offline` keep what is on screen. */
export type InboxStatus =
  /** Nothing from storage or platform yet. */
  | { readonly phase: 'loading' }
  /** Live: changes arrive by themselves. */
  | { readonly phase: 'live' }
  /** Shown from what was there; trying to reach the platform. */
  | { readonly phase: 'connecting' }
  | { readonly phase: 'offline' }
  /** Gave up until `retry()` or until the host is shown again. `code` is a stable string, `message` a sentence for developers. */
  | { readonly phase: 'error'; readonly code: string; readonly message: string }

/**
 * The inbox at one moment: immutable, and the same object until something changed, so it fits `useSyncExternalStore`.
 * Listed items only, newest first; withdrawn, expired, dismissed and bubble-only ones are not in it.
 */
export interface InboxSnapshot {
  /** Items held here; at most `keep`. */
  readonly length: number
  /** Items in the scope, held here or not. */
  readonly total: number
  /** What the badge counts by default. */
  readonly unseen: number
  readonly unread: number
  readonly position: Position | undefined
  readonly status: InboxStatus
  /** Whether `history()` would bring older items. */
  readonly hasMore: boolean
  /** `undefined` outside `0 … length − 1`. */
  at(index: number): InboxItem | undefined
  /** Items `from … to − 1`. */
  slice(from: number, to: number): readonly InboxItem[]
  /** −1 when it is not held here. */
  indexOf(itemId: string): number
  isRead(item: InboxItem): boolean
  isSeen(item: InboxItem): boolean
  /** A placeholder that is named by its id when the platform has not told about it. */
  sender(id: string): Sender
  /** The senders that the platform told about, in the order it did. */
  readonly senders: readonly Sender[]
}
