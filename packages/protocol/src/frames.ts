import type { Change } from './change.ts'
import type { Receipt } from './receipt.ts'

/** What the platform says on a socket or an event stream. */
export type ServerFrame =
  /** First word. `base`: the last offset that is gone; `top`: the last there is. `pingMs`: silence longer than twice this is death. */
  | {
      readonly type: 'hello'
      readonly protocol: 1
      readonly epoch: string
      readonly base: number
      readonly top: number
      readonly pingMs: number
      readonly serverAt: number
    }
  /** Answer to `resume`. */
  | ({ readonly type: 'resumed' } & Changes)
  /** Covers offsets `(from, to]`; offsets without a change belong to what the session may not see. */
  | {
      readonly type: 'batch'
      readonly epoch: string
      readonly from: number
      readonly to: number
      readonly changes: readonly Change[]
    }
  /** The platform's clock was moved. */
  | { readonly type: 'clock'; readonly serverAt: number }
  | { readonly type: 'pong' }
  /** Answer to `receipts`. */
  | { readonly type: 'receipted'; readonly accepted: readonly string[]; readonly refused: readonly RefusedReceipt[] }
  /** Last word. `retryAfterMs` absent: come back as you like; `code` says why. */
  | { readonly type: 'bye'; readonly code: ByeCode; readonly retryAfterMs?: number }

/** `unauthorized`: no such token. `expired`: the token ran out or was revoked; fetch another. `lagging`: read faster. */
export type ByeCode = 'unauthorized' | 'expired' | 'malformed' | 'flood' | 'lagging' | 'closing'

/** What a client says on a socket. */
export type ClientFrame =
  /** First word on a socket that cannot set headers. */
  | { readonly type: 'auth'; readonly token: string }
  | { readonly type: 'resume'; readonly epoch: string; readonly offset: number; readonly deviceId: string }
  | { readonly type: 'receipts'; readonly deviceId: string; readonly receipts: readonly Receipt[] }
  | { readonly type: 'ping' }

/**
 * Body of `resumed` and of `GET /delivery/v1/changes`. `recovered: false`: the asked position belongs to another epoch or
 * lies below `base`; fetch a snapshot. `to < top`: ask again from `to`.
 */
export interface Changes {
  readonly epoch: string
  readonly recovered: boolean
  readonly base: number
  readonly top: number
  readonly from: number
  readonly to: number
  readonly changes: readonly Change[]
}

/** A receipt that no repetition will get accepted: drop it. `other-epoch`: its `upTo` is an offset of another life of the log. */
export interface RefusedReceipt {
  readonly receiptId: string
  readonly code: 'unknown-item' | 'malformed' | 'other-epoch'
}
