/** Chance with a seed (mulberry32): the same seed gives the same bodies. */
export interface Chance {
  /** In [0, 1). */
  next(): number
  /** A whole number from 0 to below `end`. */
  below(end: number): number
  /** Throws for an empty list. */
  pick<Value>(values: readonly Value[]): Value
  is(probability: number): boolean
}

export function chance(seed: number): Chance {
  let state = Math.trunc(seed) | 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (end: number): number => Math.floor(next() * end)
  return {
    next,
    below,
    is: (probability) => next() < probability,
    pick(values) {
      const value = values[below(values.length)]
      if (value === undefined) throw new Error('Failed to pick: the list is empty.')
      return value
    },
  }
}
