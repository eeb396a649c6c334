import type { ReceiptKind } from '@minibell/protocol'
import type { Events } from './events.ts'
import type { InboxHost } from './host.ts'
import type { InboxSession } from './session.ts'
import type { News, Store } from './store/store.ts'
import type { Calls } from './sync/calls.ts'

/** What an inbox lends to the parts that are passed to it. */
export interface Core {
  readonly host: InboxHost
  readonly session: InboxSession
  readonly store: Store
  readonly calls: Calls
  readonly on: Events['on']
  readonly emit: Events['emit']
  /** Marks here, tells the platform and publishes. */
  mark(kind: ReceiptKind, itemIds: readonly string[]): void
  /** Tells what the store has to tell; in doubt of the counts it asks for a snapshot. */
  publish(news?: News): void
  /** Whether receipts wait for the platform's word. */
  isWaiting(): boolean
  /** No request for the log is wanted or under way. */
  isSettled(): boolean
  /** Platform's time minus the device's, as far as known. */
  skew(): number
  /** Sends what waits, when there is a connection. */
  work(): void
  /** Asks for the changes after the position, or for a snapshot. */
  pull(what?: 'snapshot'): void
}
