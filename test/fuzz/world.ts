import { officialAccount } from './official-account.ts'

/** The world that is reset every 500 bodies: everybody who makes a documented code possible. Instants count from the clock. */
export function fuzzWorld(publicKey: string): object {
  const official = officialAccount(people)
  return {
    format: 'minibell-world',
    version: 1,
    name: 'fuzz',
    seed: 5,
    senders: [
      sender('tide', { accessKeySecret: 'secret' }),
      sender('bare', { capability: 'not-applied' }),
      sender('waiting', { capability: 'in-review' }),
      sender('gone', { status: 'removed' }),
      sender('market', { platform: 'open-api', wireId: 'P_market' }),
      sender('stall', { platform: 'open-api', wireId: 'P_stall', capability: 'disabled' }),
      ...official.senders,
    ],
    persons: people.map((id) => ({
      id,
      name: `Person ${id}`,
      language: 'en-KE',
      timeZone: id === 'night' ? 'Pacific/Auckland' : 'Africa/Nairobi',
      recipientIds: [
        { account: 'acme', id: `u_${id}` },
        { account: 'harbour-oa', id: `o_${id}` },
      ],
    })),
    uses: people.flatMap((person) => [
      { person, sender: 'tide', at: person === 'old' ? '-P40D' : '-P1D' },
      { person, sender: 'bare', at: '-P1D' },
      { person, sender: 'gone', at: '-P1D' },
    ]),
    templates: [
      template('T_INBOX'),
      template('T_PUSH', { channel: 'PUSH' }),
      template('T_SMS', { channel: 'SMS' }),
      template('T_REVIEW', { status: 'in-review' }),
      template('T_DISABLED', { status: 'disabled' }),
    ],
    accessTokens: [
      ...people.map((person) => token(`at-${person}`, { person })),
      token('at-late', { expiresAt: '-PT1S' }),
      token('at-stall', { sender: 'stall' }),
      token('at-mute', { scopes: ['READ_PROFILE'] }),
    ],
    sessions: [
      { token: 'host', person: 'p1', scope: { kind: 'host' } },
      { token: 'tide', person: 'p1', scope: { kind: 'sender', sender: 'tide' } },
      { token: 'late', person: 'p1', scope: { kind: 'host' }, expiresAt: '-PT1S' },
    ],
    clients: [
      { id: 'shop-server', keys: [{ version: 1, publicKey }] },
      { id: 'elsewhere', keys: [], senders: ['stall'] },
    ],
    openApi: {
      profile: 'current',
      rate: { messages: 15, perMs: 1_000 },
      frequency: { messages: 3, perMs: 5_000 },
    },
    miniapp: {
      signatures: 'when-present',
      calls: { calls: 12, perMs: 1_000 },
      quietHours: { from: '00:00', to: '04:00' },
    },
    officialAccounts: official.officialAccounts,
    wechat: official.wechat,
    consents: [{ person: 'no', sender: 'market', channel: 'INBOX', agreed: false }],
    authCodes: [
      ...Array.from({ length: 60 }, (_, index) => code(`ac-${index}`)),
      code('ac-late', { expiresAt: '-PT1S' }),
      code('ac-used', { used: true }),
    ],
    refreshTokens: [
      ...Array.from({ length: 60 }, (_, index) => refresh(`rt-${index}`)),
      refresh('rt-late', { expiresAt: '-PT1S' }),
      refresh('rt-used', { used: true }),
    ],
  }
}

/** `no` is subscribed to nothing, `old` has not been there for 40 days, `shut` switched messages off, `night` sleeps at noon in London. */
export const people: readonly string[] = [
  'no',
  'old',
  'shut',
  'night',
  ...Array.from({ length: 215 }, (_, index) => `p${index}`),
]

const sender = (id: string, fields: object = {}) => ({
  id,
  kind: 'mini-program',
  platform: 'miniapp',
  wireId: `mp_${id}`,
  name: `The ${id}`,
  account: 'acme',
  accountKind: 'enterprise',
  capability: 'granted',
  status: 'available',
  pages: [
    { path: 'pages/home', title: 'Home', tab: true },
    { path: 'pages/bill', title: 'Bill' },
  ],
  ...fields,
})

const template = (id: string, fields: object = {}) => ({
  code: id,
  sender: 'market',
  channel: 'INBOX',
  name: id,
  status: 'approved',
  defaultLanguage: 'en-US',
  texts: {
    'en-US': { title: 'On its way', content: 'Hello ${who}, order ${order} has left.' },
    'fr-FR': { title: 'En route', content: 'Bonjour ${who}, la commande ${order} est partie.' },
  },
  ...fields,
})

const grant = { person: 'p1', sender: 'market', expiresAt: '+P1D', scopes: ['SEND_MESSAGE'] }
const token = (text: string, fields: object) => ({ token: text, ...grant, ...fields })
const code = (text: string, fields: object = {}) => ({ code: text, ...grant, ...fields })
const refresh = (text: string, fields: object = {}) => ({ token: text, ...grant, ...fields })
