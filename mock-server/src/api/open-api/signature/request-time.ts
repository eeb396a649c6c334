const iso = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}([.,]\d{1,9})?(Z|[+-]\d{2}(:?\d{2})?)$/i

/**
 * `Request-Time` in ms since 1970: ISO 8601 with a zone (`Z`, `+00:00`, `+0000`, `+00`, with or without a fraction) or 13 digits of
 * ms. `undefined`: none of these.
 */
export function readRequestTime(text: string): number | undefined {
  const trimmed = text.trim()
  if (/^\d{13}$/.test(trimmed)) return Number(trimmed)
  if (!iso.test(trimmed)) return undefined
  const at = Date.parse(
    trimmed
      .toUpperCase()
      .replace(',', '.')
      .replace(/([+-]\d{2})(\d{2})$/, '$1:$2')
      .replace(/([+-]\d{2})$/, '$1:00')
      .replace(/(\.\d{3})\d+/, '$1'),
  )
  return Number.isNaN(at) ? undefined : at
}
