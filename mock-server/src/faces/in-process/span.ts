/** Milliseconds, or a sum of calendar-free parts; `{ days: 3, hours: 1 }` is 73 hours. */
export type Span =
  | number
  | { readonly days?: number; readonly hours?: number; readonly minutes?: number; readonly ms?: number }

/** Throws `RangeError` for what is negative or no number. */
export function spanMs(span: Span): number {
  const ms = typeof span === 'number' ? span : sum(span)
  if (ms >= 0 && Number.isFinite(ms)) return ms
  throw new RangeError(
    `Failed to move the clock: ${JSON.stringify(span)} is no span of 0 or more. Use moveTo to go back.`,
  )
}

function sum({ days = 0, hours = 0, minutes = 0, ms = 0 }: Exclude<Span, number>): number {
  return days * 86_400_000 + hours * 3_600_000 + minutes * 60_000 + ms
}
