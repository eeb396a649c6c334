import { roomAfterMs, used } from '../miniapp/rate-window.ts'
import type { PlatformRule } from '../rule.ts'
import { spanText } from '../words.ts'
import type { TemplateAttempt } from './template-attempt.ts'

type TemplateRule = PlatformRule<TemplateAttempt>

/** OA-8: the mini-program's own rate; 1 request at a time counts. Off where the settings name none. */
export const trafficRule: TemplateRule = {
  id: 'OA-8.rate',
  source: 'Common error codes: REQUEST_TRAFFIC_EXCEED_LIMIT, the request traffic exceeds the limit',
  severity: 'deny',
  summary: 'A mini-program asks no more often than the operator allows.',
  check: ({ settings: { rate }, asked, now }) => {
    if (!rate) return 'not-checkable'
    const waitMs = roomAfterMs(asked, now, 1, rate)
    if (waitMs === 0) return 'passed'
    return {
      code: 'REQUEST_TRAFFIC_EXCEED_LIMIT',
      expected: `at most ${rate.messages} requests in ${spanText(rate.perMs)}`,
      received: `${used(asked) + 1}`,
      hint: { en: 'Send more slowly.', zh: '请降低请求频率。' },
      ...(waitMs !== undefined && { mendAfterMs: waitMs }),
    }
  },
}

const consent: TemplateRule = {
  id: 'OA-8.consent',
  source: '/v2/miniprogram/message/send, newer revision: USER_NOT_SUBSCRIBED',
  severity: 'deny',
  summary: 'The person is subscribed to the template’s channel (profile current).',
  check: ({ settings: { profile }, template, subscribed }) => {
    if (profile !== 'current' || !template) return 'not-checkable'
    if (subscribed) return 'passed'
    return {
      code: 'USER_NOT_SUBSCRIBED',
      expected: `a person who is subscribed to ${template.channel}`,
      received: 'one who is not',
      hint: { en: 'Ask the person to subscribe to this channel.', zh: '请先引导用户订阅该渠道。' },
    }
  },
}

const frequency: TemplateRule = {
  id: 'OA-8.frequency',
  source: '/v2/miniprogram/message/send, newer revision: MESSAGE_SEND_EXCEED_LIMIT',
  severity: 'deny',
  summary: 'A person gets no more messages of one mini-program than the super app allows (profile current).',
  check: ({ settings: { profile, frequency: bound }, often, now }) => {
    if (profile !== 'current' || !bound) return 'not-checkable'
    const waitMs = roomAfterMs(often, now, 1, bound)
    if (waitMs === 0) return 'passed'
    return {
      code: 'MESSAGE_SEND_EXCEED_LIMIT',
      expected: `at most ${bound.messages} messages to one person in ${spanText(bound.perMs)}`,
      received: `${used(often) + 1}`,
      hint: { en: 'Send less to this person.', zh: '请减少对该用户的发送。' },
      ...(waitMs !== undefined && { mendAfterMs: waitMs }),
    }
  },
}

/** After the template, last of all. */
export const recipientRules: readonly TemplateRule[] = [consent, frequency]
