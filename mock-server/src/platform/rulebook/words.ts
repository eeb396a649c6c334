/** ISO 8601 in UTC. */
export function instantText(at: number): string {
  return Number.isFinite(at) && Math.abs(at) <= 8.64e15 ? new Date(at).toISOString() : String(at)
}

const units = [
  [86_400_000, 'd', '天'],
  [3_600_000, 'h', '小时'],
  [60_000, 'min', '分'],
  [1_000, 's', '秒'],
  [1, 'ms', '毫秒'],
] as const

/** A span by its two largest units, rounded down: `2 d 23 h`, `1 ms`. */
export function spanText(ms: number, language: 'en' | 'zh' = 'en'): string {
  const parts: string[] = []
  let left = Math.max(0, Math.floor(ms))
  for (const [size, en, zh] of units) {
    const count = Math.floor(left / size)
    left -= count * size
    if (count > 0) parts.push(`${count} ${language === 'en' ? en : zh}`)
  }
  return parts.slice(0, 2).join(' ') || (language === 'en' ? '0 ms' : '0 毫秒')
}

/** How long to wait, by its two largest units and rounded up: who waits that long has waited enough. `3 d`, `1 h 2 min`, `1 ms`. */
export function waitText(ms: number, language: 'en' | 'zh' = 'en'): string {
  const whole = Math.max(0, Math.ceil(ms))
  const largest = units.findIndex(([size]) => size <= whole)
  const [step] = units[largest + 1] ?? [1]
  return spanText(Math.ceil(whole / step) * step, language)
}

/** A value of the wire for a sentence: quoted, cut at 80 characters. */
export function quoted(text: string): string {
  const characters = Array.from(text)
  return characters.length > 80
    ? `"${characters.slice(0, 80).join('')}…" (${characters.length} characters)`
    : `"${text}"`
}
