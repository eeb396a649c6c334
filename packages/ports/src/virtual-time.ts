import type { Clock, Timers } from './clock.ts'
import type { Undo } from './undo.ts'

/** Clock and timers of a test: nothing moves until `advance`. */
export interface VirtualTime extends Clock, Timers {
  /**
   * Moves both forward by `ms` (≥ 0), running due timers in order and letting promises settle between them. Throws
   * `RangeError` when `ms` is negative or no number.
   */
  advance(ms: number): Promise<void>
  /** Moves the wall clock alone to `at`, as the platform's time travel does. */
  jumpTo(at: number): void
  /** How many timers wait. A test that ends with one left has found a leak. */
  waiting(): number
}

interface Waiting {
  readonly dueAt: number
  readonly order: number
  readonly run: () => void
}

/** Starts at `startAt` (ms since 1970, default 2026-01-01T00:00Z) with 0 ms elapsed. */
export function virtualTime(options: { readonly startAt?: number } = {}): VirtualTime {
  let wall = options.startAt ?? 1_767_225_600_000
  let elapsed = 0
  let order = 0
  const waiting = new Set<Waiting>()

  const after = (afterMs: number, run: () => void): Undo => {
    order += 1
    const timer = { dueAt: elapsed + Math.max(0, afterMs), order, run }
    waiting.add(timer)
    return () => {
      waiting.delete(timer)
    }
  }

  const next = (until: number): Waiting | undefined => {
    let first: Waiting | undefined
    for (const timer of waiting) {
      if (timer.dueAt > until) continue
      if (!first || timer.dueAt < first.dueAt || (timer.dueAt === first.dueAt && timer.order < first.order))
        first = timer
    }
    return first
  }

  const moveTo = (at: number): void => {
    wall += at - elapsed
    elapsed = at
  }

  return {
    // Whole, as wall clocks are; timers may be finer.
    now: () => Math.floor(wall),
    elapsed: () => elapsed,
    after,
    waiting: () => waiting.size,
    jumpTo(at) {
      wall = at
    },
    async advance(ms) {
      if (!(ms >= 0)) throw new RangeError(`Failed to advance virtual time: ${ms} ms. Give a number of 0 or more.`)
      const until = elapsed + ms
      await settle()
      for (let timer = next(until); timer; timer = next(until)) {
        waiting.delete(timer)
        moveTo(Math.max(elapsed, timer.dueAt))
        timer.run()
        await settle()
      }
      moveTo(until)
    },
  }
}

/** Long enough for the promise chains of one step; each turn runs all microtasks that are queued. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 64; turn += 1) await Promise.resolve()
}
