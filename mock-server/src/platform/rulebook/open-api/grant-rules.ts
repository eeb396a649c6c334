import type { TokenSource } from '../../world.ts'
import type { PlatformRule } from '../rule.ts'
import { instantText } from '../words.ts'

/** A request for tokens, with what the platform holds for its code or refresh token. */
export interface GrantAttempt {
  readonly now: number
  readonly kind: 'AUTHORIZATION_CODE' | 'REFRESH_TOKEN'
  /** Absent: neither was issued. */
  readonly source?: TokenSource
  /** False: the caller is not the one whom the person granted it to. */
  readonly owned: boolean
}

type GrantRule = PlatformRule<GrantAttempt>

const page = '/v2/authorizations/applyToken'
const again = { en: 'Ask the person for consent again: my.getAuthCode.', zh: '请重新调用 my.getAuthCode 获取授权。' }

const issued: GrantRule = {
  id: 'OA-10.grant',
  source: `${page}, error codes: PARAM_ILLEGAL`,
  severity: 'deny',
  summary: 'The authorization code or refresh token is one that was issued and, for a refresh token, has not run out.',
  check: ({ source, kind, now }) => {
    if (source && (kind === 'AUTHORIZATION_CODE' || now < source.expiresAt)) return 'passed'
    return {
      code: 'PARAM_ILLEGAL',
      expected: kind === 'AUTHORIZATION_CODE' ? 'authCode: one that was issued' : 'refreshToken: one that is valid',
      received: source ? `it ran out at ${instantText(source.expiresAt)}` : 'an unknown one',
      hint: again,
    }
  },
}

const authClient: GrantRule = {
  id: 'OA-10.auth-client',
  source: `${page}, error codes: INVALID_AUTH_CLIENT`,
  severity: 'deny',
  summary: 'Who asks is the client that the person granted it to.',
  check: ({ source, owned }) => {
    if (!source) return 'not-checkable'
    if (owned) return 'passed'
    return {
      code: 'INVALID_AUTH_CLIENT',
      expected: 'the client that the code or token was granted to',
      received: 'another one',
      hint: {
        en: 'Send authClientId and appId of the same mini program.',
        zh: '请使用授权所属小程序的 authClientId。',
      },
    }
  },
}

const code: GrantRule = {
  id: 'OA-10.code',
  source: `${page}, error codes: EXPIRED_CODE`,
  severity: 'deny',
  summary: 'The authorization code has neither run out nor been used.',
  check: ({ source, kind, now }) => {
    if (!source || kind !== 'AUTHORIZATION_CODE') return 'not-checkable'
    if (!source.used && now < source.expiresAt) return 'passed'
    return {
      code: 'EXPIRED_CODE',
      expected: `a code that is valid at ${instantText(now)}, used for the first time`,
      received: source.used ? 'one that was used' : `it ran out at ${instantText(source.expiresAt)}`,
      hint: again,
    }
  },
}

const refresh: GrantRule = {
  id: 'OA-10.refresh',
  source: `${page}, error codes: USED_REFRESH_TOKEN`,
  severity: 'deny',
  summary: 'The refresh token has not been used.',
  check: ({ source, kind }) => {
    if (!source || kind !== 'REFRESH_TOKEN') return 'not-checkable'
    if (!source.used) return 'passed'
    return {
      code: 'USED_REFRESH_TOKEN',
      expected: 'a refresh token that is used for the first time',
      received: 'one that was used',
      hint: { en: 'Use the refreshToken of the latest answer.', zh: '请使用最近一次返回的 refreshToken。' },
    }
  },
}

/** In the order of checks. */
export const grantRules: readonly GrantRule[] = [issued, authClient, code, refresh]
