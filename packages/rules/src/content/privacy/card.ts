import { passesLuhn } from './checksum.ts'
import { type PersonalSpan, spans } from './span.ts'

/** Numbers of 14 to 19 digits that begin like a card network's and pass Luhn's formula. */
export function findCards(text: string): readonly PersonalSpan[] {
  return spans(text, grouped, 'card number').filter(({ start, end }) =>
    isCard(text.slice(start, end).replace(/\D/g, '')),
  )
}

/** In fours, as cards print it, or in one piece. */
const grouped =
  /(?<![\d.,#/-])(?:\d{4}(?:[ -]\d{4}){2,3}(?:[ -]\d{1,3})?|\d{4}[ -]\d{6}[ -]\d{4,5}|\d{14,19})(?![\d#/-]|[.,]\d)/g

/** Visa, Mastercard, American Express, Discover, UnionPay, JCB, Maestro, RuPay, Verve. */
const networks = /^(?:4|5[0-9]|2[2-7]|3[0-9]|6[0-9]|8[12])/

const isCard = (digits: string): boolean =>
  digits.length >= 14 && digits.length <= 19 && networks.test(digits) && passesLuhn(digits)
