import type { Clock, Timers } from '@minibell/ports'

/** The process's own time, looked up at each call, so that whatever fakes it (Vitest's fake timers) moves the platform too. */
export const systemTime: { readonly clock: Clock; readonly timers: Timers } = {
  clock: { now: () => Date.now() },
  timers: {
    elapsed: () => performance.now(),
    after(afterMs, run) {
      const timer = setTimeout(run, afterMs)
      // A number in jsdom, an object that keeps the process alive in Node.
      if (typeof timer === 'object') timer.unref()
      return () => clearTimeout(timer)
    },
  },
}
