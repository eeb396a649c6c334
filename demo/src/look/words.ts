const minuteMs = 60_000
const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs

/** `2 d 3 h`, `59 min`, `less than a minute`: the two largest units, rounded up so that waiting that long is enough. */
export function spanText(spanMs: number): string {
  const unitMs = spanMs >= dayMs - hourMs ? hourMs : minuteMs
  const minutes = (Math.ceil(spanMs / unitMs) * unitMs) / minuteMs
  if (minutes < 1) return 'less than a minute'
  return joined([Math.floor(minutes / 1_440), 'd'], [Math.floor((minutes % 1_440) / 60), 'h'], [minutes % 60, 'min'])
}

function joined(...parts: readonly (readonly [number, string])[]): string {
  return parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(' ')
}

/** `used today`, `used 1 day ago`, `never used`; days are spans of 24 h, as MA-4 counts them. */
export function lastUsedText(lastUsedAt: number | undefined, now: number): string {
  if (lastUsedAt === undefined) return 'never used'
  const days = Math.floor((now - lastUsedAt) / dayMs)
  if (days < 1) return 'used today'
  return days === 1 ? 'used 1 day ago' : `used ${days} days ago`
}

/** `Fri 20 Nov 2026`. */
export function dateText(at: number, timeZone: string): string {
  return part(at, { timeZone, weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }).replaceAll(',', '')
}

/** `13:12:04` */
export function timeText(at: number, timeZone: string): string {
  return part(at, { timeZone, hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })
}

/** `13:12` */
export function minuteText(at: number, timeZone: string): string {
  return timeText(at, timeZone).slice(0, 5)
}

function part(at: number, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', options).format(at)
}

/** The language's own English name with its tag: `French (fr-SN)`. */
export function languageText(tag: string): string {
  const name = new Intl.DisplayNames(['en'], { type: 'language' }).of(tag.split('-')[0] ?? tag)
  return `${name ?? tag} (${tag})`
}

/** `Amina` of `Amina Odhiambo`. */
export function firstName(name: string): string {
  return name.split(' ')[0] ?? name
}
