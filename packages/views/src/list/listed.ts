import type { InboxItem } from '@minibell/protocol'

/** Items in the order in which they are shown, `0 … length − 1`. */
export interface Listed {
  readonly length: number
  at(index: number): InboxItem | undefined
}

/** How many of a list, newest first, have a higher offset. */
export function placeIn(items: Listed, offset: number): number {
  let [low, high] = [0, items.length]
  while (low < high) {
    const middle = (low + high) >> 1
    // Between 0 and the length.
    if ((items.at(middle) as InboxItem).offset > offset) low = middle + 1
    else high = middle
  }
  return low
}
