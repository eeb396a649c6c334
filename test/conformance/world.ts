import type { Json } from './json.ts'

/** 2026-03-02T12:00:00Z: where the clock of every case stands. */
export const noon = 1_772_452_800_000

export const minute = 60_000
export const hour = 3_600_000
export const day = 86_400_000

const miniProgram = (id: string, capability: string) => ({
  id,
  kind: 'mini-program',
  platform: 'miniapp',
  wireId: `mp_${id}`,
  name: `The ${id}`,
  account: 'harbour-ltd',
  accountKind: 'enterprise',
  capability,
  status: 'available',
  pages: [
    { path: 'pages/home/index', title: 'Home', tab: true },
    { path: 'pages/bill/detail', title: 'Bill' },
    { path: 'pages/Case/Kept', title: 'Case' },
  ],
})

const openApi = (id: string, wireId: string) => ({
  ...miniProgram(id, 'granted'),
  platform: 'open-api',
  wireId,
  account: 'market-sarl',
})

const senders = [
  miniProgram('tide', 'granted'),
  { ...miniProgram('reef', 'granted'), accountKind: 'personal' },
  miniProgram('asked', 'in-review'),
  miniProgram('bare', 'not-applied'),
  miniProgram('turned', 'refused'),
  miniProgram('still', 'disabled'),
  miniProgram('lost', 'revoked'),
  { ...miniProgram('gone', 'granted'), status: 'removed' },
  openApi('market', 'P0000000000000000000000000market'),
  openApi('stall', 'P000stall'),
]

const person = (id: string, language: string) => ({
  id,
  name: `Person ${id}`,
  language,
  timeZone: 'Africa/Nairobi',
  recipientIds: [
    { account: 'harbour-ltd', id: `u_${id}` },
    { account: 'market-sarl', id: `c_${id}` },
  ],
})

const persons = [person('ada', 'fr-SN'), person('ben', 'en-KE'), person('cyd', 'sw-TZ'), person('dan', 'pt-BR')]

const uses = [
  ...['tide', 'reef', 'asked', 'bare', 'turned', 'still', 'lost', 'gone', 'market', 'stall'].map((sender) => ({
    person: 'ada',
    sender,
    at: noon - day,
  })),
  { person: 'ben', sender: 'tide', at: noon - 2 * day },
  { person: 'cyd', sender: 'tide', at: noon - 40 * day },
]

const template = (code: string, channel: string) => ({
  code,
  sender: 'market',
  channel,
  name: `Template ${code}`,
  status: 'approved',
  defaultLanguage: 'en-US',
  texts: {
    'en-US': { title: 'On its way', content: 'Hello ${who}, order ${order} has left.' },
    'fr-FR': { title: 'En route', content: 'Bonjour ${who}, la commande ${order} est partie.' },
    'pt-PT': { title: 'A caminho', content: 'Bom dia ${who}, a encomenda ${order} saiu.' },
    'pt-BR': { title: 'Saindo', content: 'Oi ${who}, o pedido ${order} saiu.' },
    'en-GB': { title: 'Dispatched', content: 'Hello ${who}, order ${order} has been dispatched.' },
    'fr-CA': { title: 'En chemin', content: 'Allô ${who}, la commande ${order} est partie.' },
  },
})

const token = (name: string, grant: { readonly [key: string]: Json }) => ({
  token: name,
  person: 'ada',
  sender: 'market',
  expiresAt: noon + 90 * day,
  scopes: ['SEND_MESSAGE'],
  ...grant,
})

const accessTokens = [
  token('at-ada', {}),
  token('at-ada-again', {}),
  token('at-ben', { person: 'ben' }),
  token('at-cyd', { person: 'cyd' }),
  token('at-dan', { person: 'dan' }),
  token('at-hour', { expiresAt: noon + hour }),
  token('at-late', { expiresAt: noon - 1 }),
  token('at-stall', { sender: 'stall' }),
  token('at-mute', { scopes: ['READ_PROFILE'] }),
]

const sessions = ['ada', 'ben', 'cyd', 'dan'].flatMap((id) => [
  { token: `host-${id}`, person: id, scope: { kind: 'host' } },
  ...['tide', 'reef', 'market'].map((sender) => ({
    token: `${sender}-${id}`,
    person: id,
    scope: { kind: 'sender', sender },
  })),
])

/** The world that every case starts from, at `noon`, its clock standing still. */
export const world: Json = {
  format: 'minibell-world',
  version: 1,
  name: 'conformance',
  clock: { at: noon, running: false },
  seed: 11,
  senders,
  persons,
  uses,
  templates: [template('TP_INBOX', 'INBOX'), template('TP_PUSH', 'PUSH'), template('TP_SMS', 'SMS')],
  accessTokens,
  sessions,
}

/** `u_0` … `u_449`, all active users of `tide` (MA-5). */
export const crowd: Json = {
  format: 'minibell-world',
  version: 1,
  name: 'conformance crowd',
  clock: { at: noon, running: false },
  seed: 12,
  senders: [miniProgram('tide', 'granted'), miniProgram('reef', 'granted')],
  persons: Array.from({ length: 450 }, (_, id) => person(String(id), 'en')),
  uses: ['tide', 'reef'].flatMap((sender) =>
    Array.from({ length: 450 }, (_, id) => ({ person: String(id), sender, at: noon - day })),
  ),
  templates: [],
  accessTokens: [],
  sessions: [],
}
