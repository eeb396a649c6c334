import type { PlatformRule } from '../rule.ts'
import { instantText } from '../words.ts'
import type { TemplateAttempt } from './template-attempt.ts'

const page = '/v2/miniprogram/message/send'
const freshToken = {
  en: 'Get a token by applyToken and send it as accessToken.',
  zh: '请通过 applyToken 获取新的令牌并作为 accessToken 传入。',
}

const capability: PlatformRule<TemplateAttempt> = {
  id: 'OA-12.capability',
  source: `${page}, preparation: the Send_Message feature is added to the mini program before the API is called`,
  severity: 'deny',
  summary: 'The mini-program is available and its message feature is granted.',
  check: ({ sender }) => {
    if (sender.status === 'available' && sender.capability === 'granted') return 'passed'
    return {
      code: 'ACCESS_DENIED',
      expected: 'an available mini-program with the message feature granted',
      received: sender.status === 'available' ? `the feature is ${sender.capability}` : 'the mini-program is removed',
      hint: { en: 'Add the Send_Message feature on the portal first.', zh: '请先在门户中为小程序开通消息发送功能。' },
    }
  },
}

const token: PlatformRule<TemplateAttempt> = {
  id: 'OA-10.token',
  source: `${page}, accessToken: "can be used to access the user's resources"; common error codes, INVALID_ACCESS_TOKEN`,
  severity: 'deny',
  summary: 'The access token is one that was issued.',
  check: ({ grant }) =>
    grant
      ? 'passed'
      : {
          code: 'INVALID_ACCESS_TOKEN',
          expected: 'a token that was issued',
          received: 'an unknown token',
          hint: freshToken,
        },
}

const expired: PlatformRule<TemplateAttempt> = {
  id: 'OA-10.expired',
  source: `${page}, common error codes: EXPIRED_ACCESS_TOKEN`,
  severity: 'deny',
  summary: 'The access token has not run out.',
  check: ({ grant, now }) => {
    if (!grant) return 'not-checkable'
    if (now < grant.expiresAt) return 'passed'
    return {
      code: 'EXPIRED_ACCESS_TOKEN',
      expected: `a token that is valid at ${instantText(now)}`,
      received: `it ran out at ${instantText(grant.expiresAt)}`,
      hint: freshToken,
    }
  },
}

const app: PlatformRule<TemplateAttempt> = {
  id: 'OA-10.app',
  source: `${page}, common error codes: ACCESS_DENIED (the token was given to another mini program)`,
  severity: 'deny',
  summary: 'The access token was given to this mini-program.',
  check: ({ grant, sender }) => {
    if (!grant) return 'not-checkable'
    if (grant.sender === sender.id) return 'passed'
    return {
      code: 'ACCESS_DENIED',
      expected: `a token of ${sender.wireId}`,
      received: 'a token of another mini program',
      hint: { en: 'Use the token that the user granted to this appId.', zh: '请使用用户授予该 appId 的令牌。' },
    }
  },
}

const scope: PlatformRule<TemplateAttempt> = {
  id: 'OA-10.scope',
  source: `${page}, common error codes: ACCESS_DENIED (the token lacks the scope SEND_MESSAGE)`,
  severity: 'deny',
  summary: 'The access token has the scope SEND_MESSAGE.',
  check: ({ grant }) => {
    if (!grant) return 'not-checkable'
    if (grant.scopes.includes('SEND_MESSAGE')) return 'passed'
    return {
      code: 'ACCESS_DENIED',
      expected: 'the scope SEND_MESSAGE',
      received: grant.scopes.length > 0 ? grant.scopes.join(', ') : 'no scope',
      hint: { en: 'Ask the user to grant SEND_MESSAGE.', zh: '请引导用户授权 SEND_MESSAGE。' },
    }
  },
}

/** Before the request id is looked up, in the order of checks. */
export const tokenRules: readonly PlatformRule<TemplateAttempt>[] = [capability, token, expired, app, scope]
