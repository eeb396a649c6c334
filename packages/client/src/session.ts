import type { InboxScope } from './inbox.ts'

/** Whose inbox, where, and with which right. */
export interface InboxSession {
  /** Origin of the platform, or a path on the page's own where the host takes those. */
  readonly url: string
  /** Names the person on this device: receipts that wait in an outbox are kept apart by it. */
  readonly person: string
  /** Gives a delivery session token. Called at the start and whenever the last one ran out; rejecting is tried again later. */
  getToken(): Promise<string> | string
  /** What the token may see; default `host`. */
  readonly scope?: InboxScope
}
