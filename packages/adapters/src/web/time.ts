import type { Clock, Random, Timers } from '@minibell/ports'

/** The device's own clock. */
export const webClock: Clock = { now: () => Date.now() }

/** `performance.now` and `setTimeout`. */
export const webTimers: Timers = {
  elapsed: () => performance.now(),
  after(afterMs, run) {
    const timer = setTimeout(run, afterMs)
    return () => clearTimeout(timer)
  },
}

/** `Math.random`. */
export const webRandom: Random = () => Math.random()
