import type { RuleNumbers } from '../numbers.ts'

/** MA-5: what one mini-program sent of late, oldest first: instants and how many messages each took. */
export type RateWindow = readonly (readonly [at: number, messages: number])[]

/** By how much clocks of processes at one store may differ, at most. */
const clocksDifferMs = 250

/**
 * What still counts at `now`: entries in `(now − perMs, now]`, and those a little later, which a process wrote whose clock is ahead. Still
 * later ones belong to a time that was travelled back from.
 */
export function current(window: RateWindow, now: number, { perMs }: { readonly perMs: number }): RateWindow {
  const from = firstAfter(window, now - perMs)
  const to = firstAfter(window, now + clocksDifferMs)
  return from === 0 && to === window.length ? window : window.slice(from, to)
}

/** Index of the first entry later than `at`; entries stand in the order of time. */
function firstAfter(window: RateWindow, at: number): number {
  let low = 0
  let high = window.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((window[middle]?.[0] ?? 0) > at) high = middle
    else low = middle + 1
  }
  return low
}

export function used(window: RateWindow): number {
  let sum = 0
  // By index, since taking a pair apart goes through its iterator.
  for (const entry of window) sum += entry[1]
  return sum
}

/** `window` must be current. The order of time is kept: nothing is before what is there. */
export function spend(window: RateWindow, now: number, messages: number): RateWindow {
  const last = window[window.length - 1]
  if (last && last[0] >= now) return [...window.slice(0, -1), [last[0], last[1] + messages]]
  return [...window, [now, messages]]
}

/** How long until `messages` more fit; `undefined` when they never do. `window` must be current. */
export function roomAfterMs(
  window: RateWindow,
  now: number,
  messages: number,
  rate: RuleNumbers['rate'],
): number | undefined {
  let over = used(window) + messages - rate.messages
  if (over <= 0) return 0
  for (const [at, count] of window) {
    over -= count
    if (over <= 0) return at + rate.perMs - now
  }
  return undefined
}
