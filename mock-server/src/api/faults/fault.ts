/** one thing that goes wrong on one route, or on all whose id starts with what stands before `*`. */
export type Fault = Where & What

export interface Where {
  /** `open-api.send`, `miniapp.*`, `delivery.socket` (its frames), `*`. Routes of control never fail. */
  readonly route: string
  /** Chance of each request, by the seed. Default 1. */
  readonly probability?: number
  /** So many matching requests pass first. Default 0. */
  readonly skip?: number
  /** So many are struck, then it is over. Default: all. */
  readonly times?: number
}

/** `before`: nothing has happened; `after`: the effect stands. */
type Effect = 'before' | 'after'

export type What =
  /** Another answer in the dialect's words, `UNKNOWN_EXCEPTION` (U) by default. */
  | { readonly kind: 'answer'; readonly code?: string | number; readonly effect?: Effect }
  /** A burst of REQUEST_TRAFFIC_EXCEED_LIMIT, code 2, or 429. */
  | { readonly kind: 'rate-limit' }
  /** EXPIRED_ACCESS_TOKEN, code 70007, or 401, whatever the token is. */
  | { readonly kind: 'token-expired' }
  /** A failure of HTTP itself, without a body of the dialect. */
  | { readonly kind: 'status'; readonly status: number; readonly effect?: Effect }
  /** The effect stands, the answer never comes: the connection ends. Of a frame: it is lost. */
  | { readonly kind: 'drop' }
  /** The connection ends before anything happened. Of a socket: it closes with 1011. */
  | { readonly kind: 'cut' }
  /** Waits by the process's timers, which time travel does not move. */
  | { readonly kind: 'delay'; readonly delayMs: number; readonly effect?: Effect }
  /** The request, or the frame, comes twice; the second answer is the one that leaves. */
  | { readonly kind: 'duplicate' }
  /** Frames alone: it leaves after the next one. */
  | { readonly kind: 'reorder' }
  /** What the platform says of its time is off by so much. */
  | { readonly kind: 'clock-skew'; readonly skewMs: number }

/** All faults of one set of routes. */
export interface Faults {
  /** Which fault strikes this request; each call counts as one. At once where no other process has a say. */
  take(route: string): Fault | undefined | Promise<Fault | undefined>
  list(): Promise<{ readonly seed: number; readonly faults: readonly FaultState[] }>
  /** Replaces all; counters start anew. */
  put(seed: number, faults: readonly Fault[]): Promise<void>
  clear(): Promise<void>
}

export type FaultState = Fault & { readonly struck: number }
