import type { ReceiptKind, Snapshot } from '@minibell/protocol'
import type { Events } from './events.ts'
import type { InboxHost } from './host.ts'
import type { Inbox } from './inbox.ts'
import type { Happened } from './receipts/waiting.ts'
import type { InboxSession } from './session.ts'
import type { Store } from './store/store.ts'
import type { Calls } from './sync/calls.ts'
import type { Following } from './sync/follow.ts'

/** What is passed to an inbox besides its transport: it puts its own in place of what the core does by default. */
export interface Part<Name extends string> {
  (core: Core): void
  /** Never there: it tells parts apart. */
  readonly part?: Name
}

/** What an inbox lends to its parts. */
export type Core = Base & Following

/** The core without what follows the log. What is no `readonly` field a part may put its own in place of, and call what was there. */
export interface Base extends Pick<Inbox, 'open' | 'history' | 'ingest'> {
  readonly host: InboxHost
  readonly session: InboxSession
  readonly store: Store
  readonly calls: Calls
  readonly on: Events['on']
  readonly emit: Events['emit']
  /** Marks here, tells the platform and publishes. */
  mark(kind: ReceiptKind, itemIds: readonly string[]): void
  /** Tells what the store has to tell; in doubt of the counts it asks for a snapshot. */
  publish(): void
  /** The snapshot is another one. */
  changed(): void
  /** Platform's time minus the device's, as far as known. */
  skew(): number
  serverAt(at: number): void
  preferences?: Inbox['preferences']
  /** Which device this is to the platform. */
  deviceId(): string
  /** Before following begins: brings back what earlier runs left. Never rejects. */
  load(): Promise<unknown>
  /** The whole now in place of what was held. `isTrusted`: what is marked here is the platform's word as well. */
  adopt(whole: Snapshot, isTrusted?: boolean): void
  /** Something that the platform has to hear of. */
  owe(happened: Happened): void
  /** Whether receipts wait for the platform's word. */
  isWaiting(): boolean
  /** Sends some of what waits. */
  flush(): Promise<unknown>
  /** Nothing is done by itself until the next `load`. */
  quit(): void
  /** Forgets the person on this device, in all scopes. Never rejects. */
  purge(): Promise<unknown>
}
