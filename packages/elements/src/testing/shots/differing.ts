/// <reference path="./pngjs.d.ts" />
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'

/** What two pictures of one size do not share. */
export interface Differing {
  /** 0 … 1 of all pixels; anti-aliasing aside. 1 when the sizes differ. */
  readonly share: number
  /** A PNG that shows them in red. */
  readonly picture: Buffer
}

/** Less difference of colour than this is none, 0 … 1. */
const threshold = 0.06

export function differing(one: Buffer, other: Buffer): Differing {
  const [left, right] = [PNG.sync.read(one), PNG.sync.read(other)]
  const { width, height } = left
  if (right.width !== width || right.height !== height) return { share: 1, picture: other }
  const shown = new PNG({ width, height })
  const count = pixelmatch(left.data, right.data, shown.data, width, height, { threshold })
  return { share: count / (width * height), picture: PNG.sync.write(shown) }
}
