/** An amount in cents that a text always leads to: the demo has no ledger, and a bill must look the same after a reload. */
export function amountOf(text: string): number {
  let hash = 2_166_136_261
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619) >>> 0
  return 84_000 + (hash % 290_000)
}

/** `KSh 2,314.50` of 231450 cents. */
export function shillings(cents: number): string {
  return `KSh ${(cents / 100).toLocaleString('en-KE', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`
}

/** The `count` months before the one that `now` is in, newest first, in UTC. */
export function monthsBack(now: number, count: number): readonly { readonly year: number; readonly name: string }[] {
  const date = new Date(now)
  return Array.from({ length: count }, (_, back) => {
    const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - 1 - back, 1))
    const name = first.toLocaleString('en-GB', { month: 'long', timeZone: 'UTC' })
    return { year: first.getUTCFullYear(), name }
  })
}
