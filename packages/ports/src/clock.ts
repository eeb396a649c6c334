import type { Undo } from './undo.ts'

/** Wall time. It may jump in either direction: the platform's time travel moves it. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00Z. */
  now(): number
}

/** Monotonic time for heartbeats, time-outs and back-off. Time travel never moves it. */
export interface Timers {
  /** Milliseconds since an arbitrary start; never goes back. */
  elapsed(): number
  /** Calls `run` once, `afterMs` (≥ 0) later, unless the returned undo came first. */
  after(afterMs: number, run: () => void): Undo
}

/** A number in [0, 1), as `Math.random` gives. */
export type Random = () => number
