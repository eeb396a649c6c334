/** WT-5.1 to WT-5.4: the four classes of templates and the kinds of each, in the order of the source. `…-other`: "other … important for users". */
export const templateKinds = {
  /** Pushed instantly after the user's event. */
  instant: ['data-change', 'government-service', 'item-receipt', 'purchase', 'sign-in', 'status', 'login'],
  /** Need consent. */
  monthly: ['phone-bill', 'utility-bill', 'property-fee', 'monthly-other'],
  /** Need consent, `fault` and an `alert` approved as one of disasters excepted. */
  irregular: [
    'fault',
    'alert',
    'expiration',
    'payment',
    'meeting',
    'event',
    'departure',
    'flight-delay',
    'to-do',
    'irregular-other',
  ],
  /** Results of what the user asked for. */
  general: ['review', 'refund', 'bid', 'order-acceptance', 'registration', 'feedback', 'general-other'],
} as const

/** How a template's messages relate to what the user did: at once, each month, now and then, as a result. */
export type TemplateClass = keyof typeof templateKinds
/** One kind of one class; no name is in two. */
export type TemplateKind = (typeof templateKinds)[TemplateClass][number]

/** `undefined` for what is no kind. */
export function classOfKind(kind: string): TemplateClass | undefined {
  // `Object.entries` forgets the names of the members.
  const classes = Object.entries(templateKinds) as readonly (readonly [TemplateClass, readonly string[]])[]
  return classes.find(([, kinds]) => kinds.includes(kind))?.[0]
}
