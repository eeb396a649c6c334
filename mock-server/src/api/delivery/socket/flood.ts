import type { Timers } from '@minibell/ports'

/** True while no more than `max` calls came within any `withinMs`. */
export function tally(
  timers: Timers,
  { max, withinMs }: { readonly max: number; readonly withinMs: number },
): () => boolean {
  const times: number[] = []
  return () => {
    const now = timers.elapsed()
    times.push(now)
    if (times.length <= max) return true
    const before = times.shift() ?? now
    return now - before >= withinMs
  }
}
