const minuteMs = 60_000
const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs

/** `2 days 3 h`, `59 min`, `less than a minute`: the two largest units, rounded up so that waiting that long is enough. */
export function spanText(spanMs: number): string {
  const unitMs = spanMs >= dayMs - hourMs ? hourMs : minuteMs
  const minutes = (Math.ceil(spanMs / unitMs) * unitMs) / minuteMs
  if (spanMs < minuteMs) return 'less than a minute'
  const days = Math.floor(minutes / 1_440)
  const parts = [
    [days, days === 1 ? 'day' : 'days'],
    [Math.floor((minutes % 1_440) / 60), 'h'],
    [minutes % 60, 'min'],
  ] as const
  return parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(' ')
}

/** `Fri 20 Nov 2026`, at the given zone, by default UTC as in all answers of the platform. */
export function dateText(at: number, timeZone = 'UTC'): string {
  return part(at, { timeZone, weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }).replaceAll(',', '')
}

/** `13:12:04` */
export function timeText(at: number, timeZone = 'UTC'): string {
  return part(at, { timeZone, hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })
}

/** `Fri 20 Nov 2026 13:12` */
export function instantText(at: number, timeZone = 'UTC'): string {
  return `${dateText(at, timeZone)} ${timeText(at, timeZone).slice(0, 5)}`
}

/** `2 days 3 h ago`, `in 5 min`, seen from `now`. */
export function agoText(at: number, now: number): string {
  return at <= now ? `${spanText(now - at)} ago` : `in ${spanText(at - now)}`
}

function part(at: number, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', options).format(at)
}
