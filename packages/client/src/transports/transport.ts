import type { Position, ServerFrame } from '@minibell/protocol'
import type { InboxHost } from '../host.ts'
import type { InboxSession } from '../session.ts'

/**
 * One way to hear of news. Called once an attempt, when a token is at hand, at the very start beside the first snapshot; back-off and the
 * choice among several transports are the inbox's.
 */
export type Transport<Host = unknown> = (line: Line<Host>) => Attempt

/** What a transport is given. After `closed`, or after it was stopped, it calls nothing of it. */
export interface Line<Host = unknown> {
  readonly host: InboxHost & Host
  /** Base of the delivery paths, without a slash at its end: `https://host/delivery/v1`. */
  readonly url: string
  readonly session: InboxSession
  readonly token: string
  readonly deviceId: string
  /** Attempts in a row that failed before this one; 0 when the inbox has just started, or the host was shown or is online again. */
  readonly failures: number
  /** Resolves when there is a position; it never rejects, and may never resolve. */
  readonly placed: Promise<unknown>
  /** Where the inbox is, once it is `placed`. */
  at(): Position
  /** Takes any frame but `pong` and `receipted`, which are the transport's own. */
  frame(frame: ServerFrame): void
  /** News comes by itself from now on. */
  live(): void
  /** Asks for the changes after the position. */
  pull(): void
  /** The attempt is over; another follows after a back-off. */
  closed(): void
}

/** One attempt under way; the inbox stops it, or the transport says `closed`. */
export interface Attempt {
  stop(): void
  /** The host was shown or is online again: do not trust a silent line. */
  wake?(): void
}
