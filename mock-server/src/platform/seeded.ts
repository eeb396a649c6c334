import type { Random } from '@minibell/ports'

/** The same numbers for the same seed (mulberry32). For ids and tokens of a mock, not for secrets. */
export function seeded(seed: number): Random {
  let state = Math.trunc(seed) | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** `length` characters of 0-9 and a-z. */
export function randomText(random: Random, length: number): string {
  return Array.from({ length }, () => Math.floor(random() * 36).toString(36)).join('')
}
