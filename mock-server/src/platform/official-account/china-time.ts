/** WeChat counts days and months in UTC+8, which has no summer time. */
const aheadMs = 28_800_000

/** `2023-06-12`. */
export function chinaDay(at: number): string {
  return new Date(at + aheadMs).toISOString().slice(0, 10)
}

/** `2023-06`. */
export function chinaMonth(at: number): string {
  return chinaDay(at).slice(0, 7)
}
