/** ISO 8601 with a zone as ms since 1970; nothing for other texts. */
export function instantOf(text: string): number | undefined {
  const at = /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(at) ? undefined : at
}

const units: Readonly<Record<string, number>> = {
  w: 604_800_000,
  d: 86_400_000,
  h: 3_600_000,
  m: 60_000,
  s: 1_000,
  ms: 1,
}

/** A span such as `+3d` or `+1d12h30m` in ms; nothing for other texts. */
export function spanOf(text: string): number | undefined {
  if (!/^\+(\d+(w|d|h|ms|m|s))+$/.test(text)) return undefined
  const parts = [...text.matchAll(/(\d+)(w|d|h|ms|m|s)/g)]
  return parts.reduce((sum, [, count, unit = '']) => sum + Number(count) * (units[unit] ?? 0), 0)
}
