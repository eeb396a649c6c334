import type { Chance } from '../../tools/chance.ts'
import type { Draw, Endpoint } from './endpoint.ts'

const senderId = (chance: Chance): string =>
  chance.is(0.9) ? chance.pick(['tide', 'bare', 'waiting', 'gone', 'market']) : chance.pick(['never', '%00', 'a%2Fb'])

const reason = (chance: Chance): string => chance.pick(['Links.', 'Fraud', '投诉', 'It was ours: "sorry" & <b>bye</b>'])

const every = ['ok', 'malformed', 'not-found', 'method-not-allowed']

/** A step of one sender. */
function step(
  name: string,
  valid: (draw: Draw) => object,
  {
    method = 'POST',
    codes = every,
    path = name,
  }: { readonly method?: 'POST' | 'PUT'; readonly codes?: readonly string[]; readonly path?: string } = {},
): Endpoint {
  return {
    name: `control ${name}`,
    dialect: 'control',
    method,
    path: ({ chance }) => `/control/v1/senders/${senderId(chance)}/${path}`,
    codes,
    valid,
  }
}

const day = 86_400_000

/** Operator routes of capability and governance, and the recipients' switches. */
export const controlEndpoints: readonly Endpoint[] = [
  step('apply', () => ({}), { codes: ['ok', 'conflict', 'not-found', 'method-not-allowed', 'malformed'] }),
  step(
    'review',
    ({ chance }) => ({
      decision: chance.pick(['grant', 'refuse']),
      ...(chance.is(0.5) ? { reason: reason(chance) } : {}),
    }),
    { codes: [...every, 'conflict'] },
  ),
  step(
    'capability',
    ({ chance }) => ({
      capability: chance.pick(['not-applied', 'in-review', 'granted', 'refused', 'disabled', 'revoked']),
      ...(chance.is(0.3) ? { until: Date.UTC(2030, 0, 1) + chance.below(day) } : {}),
    }),
    { method: 'PUT' },
  ),
  step('disable', ({ chance }) => ({
    reason: reason(chance),
    ...(chance.is(0.7) ? { until: chance.pick([Date.UTC(2030, 0, 1), '2030-01-01T00:00:00+03:00']) } : {}),
  })),
  step('enable', ({ chance }) => (chance.is(0.5) ? {} : { reason: reason(chance) })),
  step('revoke', ({ chance }) => ({ reason: reason(chance) })),
  step('remove', ({ chance }) => ({ reason: reason(chance) })),
  step('restore', ({ chance }) => (chance.is(0.5) ? {} : { reason: reason(chance) })),
  step('violations', ({ chance }) => ({
    kind: chance.pick(['content', 'repetition', 'false', 'promotion', 'harassment', 'inappropriate']),
    reason: reason(chance),
    ...(chance.is(0.5) ? { degree: chance.pick(['minor', 'serious', 'grave']) } : {}),
    ...(chance.is(0.2) ? { loss: 'KSh 40' } : {}),
  })),
  {
    ...step('dismiss', ({ chance }) => ({ reason: reason(chance) })),
    path: ({ chance }) =>
      `/control/v1/senders/tide/violations/${chance.pick(['1', '2', '99', 'x', '-1', '1e3'])}/dismiss`,
  },
  {
    ...step('refuse', ({ chance }) => ({ reason: reason(chance) })),
    path: ({ chance, found }) =>
      `/control/v1/senders/tide/messages/${chance.is(0.8) ? found.messageId : 'never'}/refuse`,
  },
  step('read', ({ chance }) => (chance.is(0.5) ? {} : { upTo: chance.below(9) }), { path: 'internal-messages/read' }),
  {
    name: 'control withdraw',
    dialect: 'control',
    path: ({ chance, found }) => `/control/v1/items/${chance.is(0.8) ? chance.pick(found.items) : 'never'}/withdraw`,
    codes: ['ok', 'malformed', 'method-not-allowed', 'not-found'],
    valid: ({ chance }) => (chance.is(0.3) ? {} : { reason: reason(chance), kind: 'false', degree: 'minor' }),
  },
  {
    name: 'control rule-sets',
    dialect: 'control',
    method: 'PUT',
    path: '/control/v1/rule-sets/2',
    codes: every,
    valid: ({ chance }) => ({
      name: 'miniapp-messages',
      version: '2',
      effectiveAt: Date.UTC(2030, 0, 1),
      bulletin: { en: 'One message every 7 days.' },
      numbers: chance.is(0.5) ? {} : { frequency: { mode: 'rolling', days: 7 }, severities: { 'MA-9.title': 'warn' } },
    }),
  },
  {
    name: 'control miniapp',
    dialect: 'control',
    method: 'PUT',
    path: '/control/v1/miniapp',
    codes: every,
    valid: ({ chance }) => ({
      rate: { messages: 100 + chance.below(100), perMs: 1_000 },
      quietHours: { from: '22:00', to: '06:30' },
      recency: { mode: 'calendar', days: 30, boundary: 'exclusive' },
    }),
  },
  {
    name: 'control switches',
    dialect: 'control',
    method: 'PUT',
    path: ({ chance }) => `/control/v1/persons/${chance.is(0.9) ? chance.pick(['p1', 'shut']) : 'never'}/switches`,
    codes: every,
    valid: ({ chance }) => ({
      push: chance.is(0.5),
      ...(chance.is(0.5) ? { sender: chance.pick(['tide', 'never']) } : {}),
    }),
  },
  {
    name: 'control template',
    dialect: 'control',
    method: 'PUT',
    path: '/control/v1/templates/T_NEW',
    codes: every,
    valid: ({ chance }) => ({
      code: 'T_NEW',
      sender: chance.is(0.9) ? 'market' : 'never',
      channel: chance.pick(['INBOX', 'PUSH', 'SMS']),
      name: 'New',
      status: chance.pick(['in-review', 'approved', 'rejected', 'withdrawn', 'disabled']),
      defaultLanguage: 'en-US',
      texts: { 'en-US': { title: 'Hello ${who}', content: 'Order ${order} has left.' } },
    }),
  },
]
