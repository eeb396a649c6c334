/** X-4, as the control API tells it; `struck` counts. */
export interface Fault {
  readonly route: string
  readonly kind: string
  readonly struck?: number
  readonly [more: string]: unknown
}

/** Situations that a developer wants to see, one click each. */
export const presets: readonly { readonly name: string; readonly says: string; readonly fault: Fault }[] = [
  {
    name: 'Unknown outcome',
    says: 'The template message goes out, the answer says UNKNOWN_EXCEPTION.',
    fault: { route: 'open-api.send', kind: 'answer', effect: 'after' },
  },
  {
    name: 'Too many requests',
    says: 'Every second service send is over the limit.',
    fault: { route: 'miniapp.send', kind: 'rate-limit', probability: 0.5 },
  },
  {
    name: 'No answer',
    says: 'The connection of a send ends without an answer, once.',
    fault: { route: 'miniapp.send', kind: 'cut', times: 1 },
  },
  {
    name: 'A slow platform',
    says: 'Each service send takes two seconds longer.',
    fault: { route: 'miniapp.send', kind: 'delay', delayMs: 2000 },
  },
  {
    name: 'A lossy line',
    says: 'Every fifth frame to clients is lost.',
    fault: { route: 'delivery.socket', kind: 'drop', probability: 0.2 },
  },
  {
    name: 'Frames twice',
    says: 'Every third frame to clients comes twice.',
    fault: { route: 'delivery.socket', kind: 'duplicate', probability: 0.33 },
  },
  {
    name: 'Frames out of order',
    says: 'Every third frame to clients comes after the next.',
    fault: { route: 'delivery.socket', kind: 'reorder', probability: 0.33 },
  },
]

/** Kinds that a fault of one's own may have. */
export const kinds = [
  'answer',
  'rate-limit',
  'token-expired',
  'status',
  'drop',
  'cut',
  'delay',
  'duplicate',
  'reorder',
  'clock-skew',
] as const

/** What a kind needs besides the route. */
export const needs: Readonly<Record<string, object>> = {
  status: { status: 503 },
  delay: { delayMs: 1000 },
  'clock-skew': { skewMs: 3_600_000 },
}
