import { WorldError } from './world-error.ts'

const duration = /^([+-])P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/
const iso = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/
const spans = [604_800_000, 86_400_000, 3_600_000, 60_000, 1_000]
const expected =
  'ms since 1970, ISO 8601 with a zone, or a signed duration of weeks, days, hours, minutes and seconds such as -P1D'

/** A `WorldInstant` in ms since 1970; durations count from `now`. Throws `WorldError`. */
export function instantOf(value: unknown, path: string, now: number): number {
  const at = typeof value === 'string' ? fromText(value, now) : value
  if (typeof at === 'number' && Number.isFinite(at) && Math.abs(at) <= 8.64e15) return Math.round(at)
  throw new WorldError({ path, value, expected })
}

function fromText(text: string, now: number): number | undefined {
  if (iso.test(text)) return Date.parse(text)
  const [, sign, ...counts] = duration.exec(text) ?? []
  if (sign === undefined || /[PT]$/.test(text)) return undefined
  const ms = counts.reduce((sum, count, index) => sum + Number(count ?? 0) * (spans[index] ?? 0), 0)
  return now + (sign === '-' ? -ms : ms)
}
