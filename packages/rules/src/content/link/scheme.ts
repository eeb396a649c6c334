import type { Span } from '../terms/compile.ts'

/** MA-16: an address with a scheme, a `www.` or a machine's number in a folded text. */
export function findAddress(text: string): Span | undefined {
  for (const pattern of patterns) {
    const found = pattern.exec(text)
    if (found) return { start: found.index, end: found.index + found[0].length }
  }
  return undefined
}

const patterns: readonly RegExp[] = [
  // https://x, myapp://x, h t t p : / / x
  /(?<![a-z0-9])(?:[a-z][a-z0-9+.-]{1,19}|h ?[tx] ?[tx] ?p(?: ?s)?) ?: ?[\\/] ?[\\/] ?[^\s\\/]\S*/,
  /(?<![a-z0-9])h[tx]{2}ps? ?:\/? ?[a-z0-9][a-z0-9-]*\.[a-z]{2,}\S*/,
  // www.x, w w w . x, www x com
  /(?<![a-z0-9])w ?w ?w ?(?:[.,·•]|[[({] ?(?:\.|dot) ?[\])}]| dot ) ?[a-z0-9-]{2,}\S*/,
  /(?<![a-z0-9])www [a-z0-9-]{2,} (?:com|net|org|co|info)(?![a-z0-9])/,
  // 41.90.12.7:8080, 41.90.12.7/win
  /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?::\d{2,5}(?!\d)|\/[a-z0-9?#])\S*/,
  // Links without a host.
  /(?<![a-z0-9])(?:javascript|vbscript|intent|magnet):[^\s]{3,}/,
]

/** `tel:+254711222333` as a link is written; `Tel: 0711 222 333` is a phone number. Over the text itself: a link is lower case. */
export function findCallLink(source: string): Span | undefined {
  const found =
    /(?<![A-Za-z0-9])(?:tel|sms|smsto|callto|mailto|facetime|geo):(?:\+?\d[\d-]{5,}|[^\s@]{1,64}@[^\s@]{3,})/u.exec(
      source,
    )
  return found ? { start: found.index, end: found.index + found[0].length } : undefined
}
