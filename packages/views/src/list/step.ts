/** Where a key moves the focus within `count` rows; `undefined` when it is no key of a list. */
export function stepOf(key: string, from: number, count: number): number | undefined {
  const step = steps.get(key)
  return step && Math.max(0, Math.min(count - 1, from + step))
}

const steps = new Map([
  ['ArrowDown', 1],
  ['ArrowUp', -1],
  ['PageDown', 5],
  ['PageUp', -5],
  ['End', Infinity],
  ['Home', -Infinity],
])
