import type { Chance } from '../../tools/chance.ts'
import type { Endpoint } from './endpoint.ts'

const session = ['ok', 'malformed', 'unauthorized', 'expired', 'not-found', 'method-not-allowed']

function bearer(chance: Chance): Readonly<Record<string, string>> {
  if (chance.is(0.05)) return {}
  return { authorization: `Bearer ${chance.is(0.8) ? 'host' : chance.pick(['tide', 'late', 'never'])}` }
}

function receipt(chance: Chance, number: number): object {
  const base = { receiptId: `receipt-${number}`, agoMs: chance.below(1_000) }
  if (chance.is(0.5)) return { ...base, kind: chance.pick(['seen', 'read']), all: { upTo: chance.below(5) } }
  return { ...base, kind: chance.pick(['delivered', 'opened', 'dismissed']), itemId: 'none' }
}

export const deliveryEndpoints: readonly Endpoint[] = [
  {
    name: 'receipts',
    dialect: 'delivery',
    path: '/delivery/v1/receipts',
    codes: session,
    headers: bearer,
    valid: ({ chance, number }) => ({ deviceId: 'phone', receipts: [receipt(chance, number)] }),
  },
  {
    name: 'uses',
    dialect: 'delivery',
    path: '/delivery/v1/uses',
    codes: session,
    headers: bearer,
    valid: ({ chance }) => ({ sender: chance.pick(['tide', 'market', 'gone']) }),
  },
  {
    name: 'reports',
    dialect: 'delivery',
    path: '/delivery/v1/reports',
    codes: [...session, 'unknown-item'],
    headers: bearer,
    valid: ({ chance, found }) => ({
      itemId: chance.is(0.8) ? chance.pick(found.items) : 'never',
      kind: chance.pick(['harassing', 'false', 'marketing', 'other']),
    }),
  },
  {
    name: 'switches',
    dialect: 'delivery',
    path: '/delivery/v1/switches',
    codes: session,
    headers: bearer,
    valid: ({ chance }) => ({
      push: chance.is(0.5),
      ...(chance.is(0.7) ? { sender: chance.pick(['tide', 'market', 'never']) } : {}),
    }),
  },
]
