import type { Clock, Random, Report, Timers } from '@minibell/ports'

declare function setTimeout(run: () => void, afterMs: number): number
declare function clearTimeout(timer: number): void
declare const console: { error(...words: unknown[]): void }

/** The device's own clock. */
export const miniClock: Clock = { now: () => Date.now() }

/** `setTimeout`; what elapsed is summed up from the clock's steps forward, as logic threads have no monotonic one. */
export function miniTimers(): Timers {
  let elapsed = 0
  let before = Date.now()
  return {
    elapsed() {
      const now = Date.now()
      elapsed += Math.max(0, now - before)
      before = now
      return elapsed
    },
    after(afterMs, run) {
      const timer = setTimeout(run, afterMs)
      return () => clearTimeout(timer)
    },
  }
}

/** `Math.random`. */
export const miniRandom: Random = () => Math.random()

/** To the host's console. */
export const miniReport: Report = (error, context) => console.error(`minibell: ${context}`, error)
