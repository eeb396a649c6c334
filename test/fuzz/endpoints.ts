import type { Chance } from './random.ts'
import { people } from './world.ts'

/** One operation with a body: how a valid one looks, and which codes its documents name. */
export interface Endpoint {
  readonly name: string
  readonly dialect: 'miniapp' | 'open-api' | 'delivery'
  readonly path: string
  /** Every code that must occur among its answers. */
  readonly codes: readonly (string | number)[]
  /** Accepted, or refused by one rule. `number` makes ids that differ. */
  valid(chance: Chance, number: number): object
  /** Besides the content type. */
  headers?(chance: Chance): Readonly<Record<string, string>>
}

const content = (chance: Chance) => ({
  title: `Your bill for ${chance.pick(['March', 'April', 'May'])}`,
  content: `${chance.below(9_000) + 100} is due on 28 March.`,
  jumpUrl: chance.pick(['pages/bill?id=7', 'pages/home', '/pages/bill']),
})

const miniappId = (chance: Chance): string =>
  chance.is(0.9) ? 'mp_tide' : chance.pick(['mp_bare', 'mp_gone', 'mp_never'])

const recipients = (chance: Chance): readonly string[] => {
  const { length } = people
  if (chance.is(0.04))
    return people
      .slice(chance.below(length - 200))
      .slice(0, 200)
      .map((id) => `u_${id}`)
  if (chance.is(0.15)) return [`u_${chance.pick(['old', 'shut', 'nobody'])}`]
  return Array.from({ length: 1 + chance.below(3) }, () => `u_${chance.pick(people)}`)
}

const template = (chance: Chance, number: number): object => {
  const templateCode = chance.is(0.8)
    ? chance.pick(['T_INBOX', 'T_PUSH', 'T_SMS'])
    : chance.pick(['T_REVIEW', 'T_DISABLED', 'T_NEVER'])
  const odd = chance.is(0.2)
  return {
    appId: chance.is(0.95) ? 'P_market' : 'P_stall',
    accessToken: odd
      ? chance.pick(['at-late', 'at-stall', 'at-mute', 'at-never'])
      : `at-${chance.pick(['no', ...people.slice(3, 15)])}`,
    requestId: chance.is(0.75) ? `r-${number}` : `again-${chance.below(2)}`,
    templateCode,
    redirectUrl: 'pages/bill?id=7',
    templates: [{ language: 'en-US', templateParameters: { who: 'Ada', order: `A${number % 7}` } }],
    ...(chance.is(0.2) ? { extendInfo: '{"campaign":"march"}' } : {}),
  }
}

const grant = (chance: Chance): object => {
  const more = chance.is(0.1) ? { authClientId: chance.pick(['P_market', 'another']) } : {}
  return chance.is(0.5)
    ? { grantType: 'AUTHORIZATION_CODE', authCode: `ac-${chance.pick(ids)}`, ...more }
    : { grantType: 'REFRESH_TOKEN', refreshToken: `rt-${chance.pick(ids)}`, ...more }
}

const ids = [...Array.from({ length: 60 }, (_, index) => String(index)), 'late', 'used', 'never']

const wire = ['PARAM_ILLEGAL', 'METHOD_NOT_SUPPORTED', 'MEDIA_TYPE_NOT_ACCEPTABLE', 'NO_INTERFACE_DEF']
const signing = ['INVALID_SIGNATURE', 'INVALID_CLIENT', 'KEY_NOT_FOUND']

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

export const endpoints: readonly Endpoint[] = [
  {
    name: 'register',
    dialect: 'miniapp',
    path: '/miniapp/v1/messages',
    codes: [0, 70001, 70002, 70008, 70009],
    valid: (chance) => ({ miniappId: miniappId(chance), ...content(chance) }),
  },
  {
    name: 'send',
    dialect: 'miniapp',
    path: '/miniapp/v1/messages/send',
    codes: [0, 2, 70001, 70002, 70004, 70008, 70009, 70010, 70011, 70012, 70013],
    valid: (chance, number) => ({
      miniappId: miniappId(chance),
      uniqueIds: recipients(chance),
      ...(chance.is(0.9) ? { message: content(chance) } : { messageId: 'never' }),
      ...(chance.is(0.1) ? { requestId: `r-${number % 40}` } : {}),
    }),
  },
  {
    name: 'template',
    dialect: 'open-api',
    path: '/v2/miniprogram/message/send',
    codes: [
      ...wire,
      ...signing,
      'SUCCESS',
      'UNKNOWN_EXCEPTION',
      'ACCESS_DENIED',
      'INVALID_ACCESS_TOKEN',
      'EXPIRED_ACCESS_TOKEN',
      'REPEAT_REQ_INCONSISTENT',
      'REQUEST_TRAFFIC_EXCEED_LIMIT',
      'TEMPLATE_NOT_EXIST',
      'USER_NOT_SUBSCRIBED',
      'MESSAGE_SEND_EXCEED_LIMIT',
    ],
    valid: template,
  },
  {
    name: 'tokens',
    dialect: 'open-api',
    path: '/v2/authorizations/applyToken',
    codes: [
      ...wire,
      ...signing,
      'SUCCESS',
      'UNKNOWN_EXCEPTION',
      'INVALID_AUTH_CLIENT',
      'EXPIRED_CODE',
      'USED_REFRESH_TOKEN',
    ],
    valid: grant,
  },
  {
    name: 'apply',
    dialect: 'miniapp',
    path: '/miniapp/v1/capability/apply',
    codes: [0, 70008, 70009],
    valid: (chance) => ({ miniappId: chance.pick(['mp_tide', 'mp_bare', 'mp_gone']) }),
  },
  {
    name: 'receipts',
    dialect: 'delivery',
    path: '/delivery/v1/receipts',
    codes: session,
    headers: bearer,
    valid: (chance, number) => ({ deviceId: 'phone', receipts: [receipt(chance, number)] }),
  },
  {
    name: 'uses',
    dialect: 'delivery',
    path: '/delivery/v1/uses',
    codes: session,
    headers: bearer,
    valid: (chance) => ({ sender: chance.pick(['tide', 'market', 'gone']) }),
  },
]
