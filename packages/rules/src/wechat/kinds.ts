/** WT-5.1 to WT-5.4: the four classes of templates and the kinds of each, in the order of the source. `other-…`: "other … important for users". */
export const templateKinds = {
  /** Pushed instantly after the user's event. */
  instant: ['data-change', 'government-service', 'item-receipt', 'purchase', 'sign-in', 'status', 'login'],
  /** Need consent. */
  monthly: ['phone-bill', 'utility-bill', 'property-fee', 'other-monthly'],
  /** Need consent, `fault` and an approved disaster `warning` excepted. */
  irregular: [
    'fault',
    'warning',
    'expiration',
    'payment',
    'meeting',
    'event',
    'departure',
    'flight-delay',
    'to-do',
    'other-irregular',
  ],
  /** Results of what the user asked for. */
  general: [
    'review-result',
    'refund-result',
    'bid-result',
    'order-acceptance-result',
    'registration-result',
    'feedback',
    'other-general',
  ],
} as const

export type TemplateClass = keyof typeof templateKinds
export type TemplateKind = (typeof templateKinds)[TemplateClass][number]

/** `undefined` for what is no kind. */
export function classOfKind(kind: string): TemplateClass | undefined {
  const classes = Object.entries(templateKinds) as readonly (readonly [TemplateClass, readonly string[]])[]
  return classes.find(([, kinds]) => kinds.includes(kind))?.[0]
}
