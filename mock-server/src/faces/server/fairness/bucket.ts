import type { Timers } from '@minibell/ports'

/** How much one client may ask. */
export interface ClientBounds {
  /** Requests a second, in the long run. */
  readonly perSecond: number
  /** At once, after a rest. Default: twice `perSecond`. */
  readonly burst?: number
  /** Requests that are under way at a time. */
  readonly concurrent: number
}

/** One client's account. */
export interface Bucket {
  /** What it is refused for, or nothing: then one request is under way. */
  take(): 'rate' | 'concurrent' | undefined
  leave(): void
  /** Until one more may come, by the rate. */
  waitMs(): number
  /** As if it had never been here. */
  isIdle(): boolean
  /** Whether the one that was asked before was let in; false is kept until one is. */
  wasLetIn: boolean
}

/** Fills up evenly; a rate of 0 lets the burst in and then nobody. */
export function bucket(timers: Timers, bounds: ClientBounds): Bucket {
  const { perSecond, burst = Math.max(1, perSecond * 2), concurrent } = bounds
  let left = burst
  let at = timers.elapsed()
  let underWay = 0
  const fill = (): void => {
    const now = timers.elapsed()
    left = Math.min(burst, left + ((now - at) * perSecond) / 1_000)
    at = now
  }
  const one: Bucket = {
    wasLetIn: true,
    take() {
      fill()
      const why = underWay >= concurrent ? 'concurrent' : left < 1 ? 'rate' : undefined
      if (why) return why
      left -= 1
      underWay += 1
      return undefined
    },
    leave() {
      underWay -= 1
    },
    waitMs() {
      fill()
      if (left >= 1) return 0
      return perSecond > 0 ? Math.ceil(((1 - left) * 1_000) / perSecond) : 3_600_000
    },
    isIdle() {
      fill()
      return underWay === 0 && left >= burst
    },
  }
  return one
}
