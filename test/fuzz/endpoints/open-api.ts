import type { Chance } from '../../tools/chance.ts'
import { people } from '../world.ts'
import type { Endpoint } from './endpoint.ts'

const template = (chance: Chance, number: number): object => {
  const templateCode = chance.is(0.8)
    ? chance.pick(['T_INBOX', 'T_PUSH', 'T_SMS'])
    : chance.pick(['T_REVIEW', 'T_DISABLED', 'T_NEVER'])
  const odd = chance.is(0.2)
  return {
    appId: chance.is(0.95) ? 'P_market' : 'P_stall',
    accessToken: odd
      ? chance.pick(['at-late', 'at-stall', 'at-mute', 'at-never'])
      : `at-${chance.pick(['no', ...people.slice(4, 16)])}`,
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

export const openApiEndpoints: readonly Endpoint[] = [
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
    valid: ({ chance, number }) => template(chance, number),
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
    valid: ({ chance }) => grant(chance),
  },
  {
    name: 'tokens-v1',
    dialect: 'open-api',
    path: '/v1/authorizations/applyToken',
    codes: [
      ...wire,
      ...signing,
      'SUCCESS',
      'UNKNOWN_EXCEPTION',
      'INVALID_AUTH_CLIENT',
      'EXPIRED_CODE',
      'USED_REFRESH_TOKEN',
    ],
    valid: ({ chance }) => grant(chance),
  },
]
