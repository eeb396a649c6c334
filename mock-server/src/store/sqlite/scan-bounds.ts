import type { ScanRange } from '../../platform/store.ts'
import { bytesOfKey } from './key-bytes.ts'

/** A range of keys as bytes. */
export interface Bounds {
  /** The first that may be. */
  readonly from: Uint8Array
  /** The first that may not. */
  readonly below: Uint8Array
  readonly max: number
  readonly isReverse: boolean
}

/** Nothing where no key can be in the range. `max` is -1 for any number of them. */
export function boundsOf({ prefix, after, before, max, reverse }: ScanRange): Bounds | undefined {
  const start = bytesOfKey(prefix)
  // No key has the byte 0xff, so that this is above all that start so.
  const end = Buffer.concat([start, Buffer.of(0xff)])
  // The first key above another is that one and a zero.
  const from = after === undefined ? start : larger(start, Buffer.concat([bytesOfKey(after), Buffer.of(0)]))
  const below = before === undefined ? end : smaller(end, bytesOfKey(before))
  if (max < 1 || Buffer.compare(from, below) >= 0) return undefined
  return { from, below, max: max > 2_000_000_000 ? -1 : max, isReverse: reverse === true }
}

function larger(first: Uint8Array, second: Uint8Array): Uint8Array {
  return Buffer.compare(first, second) > 0 ? first : second
}

function smaller(first: Uint8Array, second: Uint8Array): Uint8Array {
  return Buffer.compare(first, second) < 0 ? first : second
}
