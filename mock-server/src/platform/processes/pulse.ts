import type { Timers } from '@minibell/ports'
import type { SharedStore } from '../store.ts'

const pulseMs = 1_000
/** Of what costs more to look at. */
const everyPulses = 15

/**
 * Where other processes work on the store too, now and then looks for what one that is gone has left to do. Never ends: a platform lives
 * as long as its process.
 */
export function pulse(
  { shared, timers }: { readonly shared: SharedStore | undefined; readonly timers: Timers | undefined },
  { often, seldom }: { readonly often: () => Promise<void>; readonly seldom: () => Promise<void> },
): void {
  if (!shared || !timers) return
  let count = 0
  const next = (): void => {
    timers.after(pulseMs, () => {
      count += 1
      const work = count % everyPulses === 0 ? Promise.all([often(), seldom()]) : often()
      void work.then(next, next)
    })
  }
  next()
}
