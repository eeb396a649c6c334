import type { Clock, Undo } from '@minibell/ports'
import type { InboxItem, PageJump, Receipt, RefusedReceipt } from '@minibell/protocol'
import type { Preferences } from './preferences/preferences.ts'
import type { InboxSnapshot } from './snapshot.ts'

/** What a tap led to. `opened` is said after the navigation succeeded (JR-11). */
export type OpenOutcome =
  | { readonly outcome: 'opened'; readonly item: InboxItem; readonly jump: PageJump }
  /** The message leads nowhere, or to the web, which this inbox does not follow. It is marked read. */
  | { readonly outcome: 'shown'; readonly item: InboxItem }
  /** Another tap on it is still under way (JR-8). */
  | { readonly outcome: 'busy'; readonly item: InboxItem }
  /** Withdrawn, expired, or its sender was removed (JR-9). */
  | {
      readonly outcome: 'gone'
      readonly itemId: string
      readonly reason: 'withdrawn' | 'expired' | 'removed' | 'unknown'
    }
  /** The page is not one of the mini-program's (JR-7). */
  | { readonly outcome: 'not-found'; readonly item: InboxItem; readonly jump: PageJump }
  /** `beforeJump` said no (JR-10). The item stays unopened. */
  | { readonly outcome: 'cancelled'; readonly item: InboxItem }
  /** The host refused to navigate. The item stays unopened. */
  | { readonly outcome: 'failed'; readonly item: InboxItem; readonly error: unknown }

/** Past facts; a listener that throws is reported and stops nobody. */
export interface InboxEvents {
  /** New items, oldest first, once each and in order, after store and position hold them. Not called for items of the first snapshot or of history; of a new epoch for those that were sent later than any before. */
  readonly received: readonly InboxItem[]
  /** Withdrawn, expired or dismissed, on any device. */
  readonly removed: { readonly itemIds: readonly string[]; readonly reason: 'withdrawn' | 'expired' | 'dismissed' }
  /** Read or opened, on any device. `all` says that every item was meant and `itemIds` is empty. */
  readonly read: { readonly itemIds: readonly string[]; readonly all: boolean }
  /** The result of `open`, whatever it was. */
  readonly opened: OpenOutcome
  /** The position leapt, as the inbox was fetched anew: of what left or was read meanwhile this alone tells, so ask `find` and the snapshot. `lost`: offsets that nobody can bring back, or none. */
  readonly resync: { readonly lost?: { readonly from: number; readonly to: number } }
  /** The platform refused a receipt for good; it was dropped from the outbox. */
  readonly refused: { readonly receipt: Receipt; readonly refusal: RefusedReceipt }
}

/** What `on` takes. */
export type InboxEventName = keyof InboxEvents

/** One person's inbox within one scope. */
export interface Inbox {
  /** `host`: items of all senders. Otherwise the one sender whose items these are. */
  readonly scope: InboxScope
  /** The platform's wall clock as this device knows it, skew and time travel included. Use it for every relative time. */
  readonly clock: Clock
  /** The same object until something changed. */
  getSnapshot(): InboxSnapshot
  /** Calls `listener` after a change of the snapshot: at once, but in a burst (more than 8 in 16 ms) when 16 ms are over. */
  subscribe(listener: () => void): Undo
  on<Name extends InboxEventName>(name: Name, listener: (event: InboxEvents[Name]) => void): Undo
  /** An item that is held here, listed or bubble-only. */
  find(itemId: string): InboxItem | undefined
  /** Was shown on a list surface, or touched as a bubble. Unknown ids are ignored. */
  markSeen(itemIds: readonly string[]): void
  markRead(itemIds: readonly string[]): void
  /** Everything that has arrived so far, of one sender where it is named. */
  markAll(kind: 'seen' | 'read', options?: { readonly sender?: string }): void
  dismiss(itemIds: readonly string[]): void
  /** Follows the item's jump URL; records opened after it succeeded. Never rejects. */
  open(itemId: string): Promise<OpenOutcome>
  /** Brings the next page of older items; resolves when they are in the snapshot. Rejects when it cannot; one at a time. */
  history(): Promise<void>
  /** The person's switches and complaints, where `preferences()` was passed in. */
  readonly preferences: Preferences | undefined
  /** Leaves `error` or a back-off at once. */
  retry(): void
  /**
   * What the host handed over, a push or a silent notification, says that there may be news: they are asked for, when stopped at
   * the next `start`. With `pushes()` a frame of the protocol is news at once. Never throws.
   */
  ingest(payload?: unknown): void
  /**
   * The person leaves this device: closes, empties the snapshot and its badge, and forgets on the storages of cache and outbox, in all
   * scopes, what is theirs; receipts that wait are dropped. Never rejects. The next person gets an inbox of their own.
   */
  signOut(): Promise<void>
  /** Connects; the undo closes, keeps the outbox, and may be followed by another `start`. */
  start(): Undo
}

/** What the session may see (DL-1): everything, or one mini-program's items. */
export type InboxScope = { readonly kind: 'host' } | { readonly kind: 'sender'; readonly sender: string }
