import { firstDenial, templateReviewRules } from '@minibell/rules'
import type { AccountTemplate } from '../records.ts'

/** The rule of what is not allowed "from now on", existing templates included. */
export const existingRule = 'WT-7.4.cards'

const lasting = templateReviewRules.filter(({ id }) => id === existingRule)
const known = new Map<string, string | undefined>()

/** WT-7.4: why an existing template may not be sent any more: an operator's word, or the rule's; `undefined` when it may. */
export function nonCompliance({ nonCompliant, title, content }: AccountTemplate): string | undefined {
  if (nonCompliant !== undefined) return nonCompliant
  const key = `${title}\n${content}`
  if (!known.has(key)) {
    if (known.size > 1_000) known.clear()
    const denial = firstDenial(lasting, { title, content }, {})
    known.set(key, denial && `${denial.rule}: ${denial.received}`)
  }
  return known.get(key)
}

/** The template as lists show it, with the reason where it may not be sent. */
export function withCompliance(template: AccountTemplate): AccountTemplate {
  const reason = nonCompliance(template)
  return reason === undefined ? template : { ...template, nonCompliant: reason }
}
