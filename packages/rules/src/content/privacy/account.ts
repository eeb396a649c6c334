import { passesMod97 } from './checksum.ts'
import { type PersonalSpan, spans } from './span.ts'

/** International bank account numbers with the right check digits. */
export function findAccounts(text: string): readonly PersonalSpan[] {
  return spans(text, iban, 'bank account').flatMap((span) => {
    const signs = text.slice(span.start, span.end)
    const length = longestValid(signs)
    return length === undefined ? [] : [{ ...span, end: span.start + length }]
  })
}

const iban = /(?<![a-z0-9])[a-z]{2}\d{2}(?: ?[a-z0-9]{4}){2,7}(?: ?[a-z0-9]{1,4})?(?![a-z0-9])/g

/** A word after the number may look like a part of it. */
function longestValid(signs: string): number | undefined {
  for (let end = signs.length; end >= 15; end = signs.lastIndexOf(' ', end - 1)) {
    const plain = signs.slice(0, end).replaceAll(' ', '')
    if (plain.length >= 15 && plain.length <= 34 && passesMod97(plain)) return end
  }
  return undefined
}
