import type { Clock, Timers } from '@minibell/ports'

/** The machine's wall clock. */
export const realClock: Clock = { now: () => Date.now() }

/** The machine's monotonic timers. They do not keep a process alive. */
export const realTimers: Timers = {
  elapsed: () => performance.now(),
  after(afterMs, run) {
    const timer = setTimeout(run, afterMs)
    timer.unref()
    return () => clearTimeout(timer)
  },
}
