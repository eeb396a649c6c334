/** Digits of a wall time and of the count of epochs that shared it. */
const timeDigits = 9
const countDigits = 4

/**
 * The name of a new log life: larger, as text, than every epoch in `olds` and than any made at an earlier wall time. `at` is the
 * unmoved clock's, so that time travel before a restart does not make the next epoch smaller.
 */
export function nextEpoch(at: number, olds: readonly string[]): string {
  const fresh = Math.floor(Math.max(0, at)).toString(36).padStart(timeDigits, '0') + '0'.repeat(countDigits)
  return olds.reduce((largest, old) => (old >= largest ? after(old) : largest), fresh)
}

/** The next text of the same length in base 36. */
function after(epoch: string): string {
  const digits = [...epoch]
  for (let at = digits.length - 1; at >= 0; at -= 1) {
    const digit = Number.parseInt(digits[at] ?? 'z', 36)
    if (digit < 35) {
      digits[at] = (digit + 1).toString(36)
      return digits.join('')
    }
    digits[at] = '0'
  }
  return `${epoch}0`
}
