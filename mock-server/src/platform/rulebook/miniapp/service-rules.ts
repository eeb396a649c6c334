import type { PlatformRule } from '../rule.ts'
import { quoted, spanText, waitText } from '../words.ts'
import { calls, push, quietHours, refusedByOperator, signature } from './condition-rules.ts'
import { frequency } from './frequency.ts'
import { harassment } from './harassment.ts'
import { roomAfterMs, used } from './rate-window.ts'
import { recency } from './recency.ts'
import { repetition } from './repetition.ts'
import type { ServiceAttempt } from './service-attempt.ts'
import { capability, removed } from './standing-rules.ts'

type ServiceRule = PlatformRule<ServiceAttempt>

const introduction = 'MiniApp "Message Introduction"'
const messageApi = 'MiniApp message interface, error codes'

const requestId: ServiceRule = {
  id: 'MA-7.requestId',
  source: `${messageApi}: 70009 query abnormal (one request id stands for one request)`,
  severity: 'deny',
  summary: 'A request id that was accepted is not used for another request.',
  check: ({ held }) => {
    if (!held) return 'passed'
    if (held.same) return 'passed'
    return {
      code: 70009,
      expected: `the same request as the first time for requestId ${quoted(held.requestId)}`,
      received: 'other recipients or other content',
      hint: { en: 'Use a new requestId for a new request.', zh: '新的请求请使用新的 requestId。' },
    }
  },
}

const recipients: ServiceRule = {
  id: 'MA-7.recipients',
  source: `${messageApi}: a list of uniqueId, at most 200 in the list`,
  severity: 'deny',
  summary: 'One send has 1 to 200 recipients.',
  check: ({ recipients: count, numbers, isFile }) => {
    if (isFile) return 'passed'
    if (count === undefined) return 'not-checkable'
    if (count >= 1 && count <= numbers.recipients) return 'passed'
    return {
      code: 70009,
      expected: `1 to ${numbers.recipients} recipients`,
      received: String(count),
      hint: {
        en: `Split the list into sends of at most ${numbers.recipients}.`,
        zh: `请将名单拆分为每次不超过 ${numbers.recipients} 个。`,
      },
    }
  },
}

const registered: ServiceRule = {
  id: 'MA-7.registered',
  source: `${messageApi}: 70004 message not registered`,
  severity: 'deny',
  summary: 'A message must be registered before it is sent by its id.',
  check: ({ messageId }) => {
    if (!messageId) return 'not-checkable'
    if (messageId.registered) return 'passed'
    return {
      code: 70004,
      expected: 'the id of a message that this mini-program registered',
      received: quoted(messageId.id),
      hint: {
        en: 'Register the message first, or send title, content and jump URL along.',
        zh: '请先注册消息，或在请求中直接携带标题、内容和跳转地址。',
      },
    }
  },
}

const rate: ServiceRule = {
  id: 'MA-5',
  source: `${introduction}, Quantity Limitations: "Message sending limit: 200 messages per second"`,
  severity: 'deny',
  summary: 'A mini-program sends at most 200 messages in any second; every recipient of a batch counts.',
  check: ({ rate: window, now, numbers, recipients: count, isFile }) => {
    if (count === undefined) return 'not-checkable'
    // A file is paced by the platform itself.
    if (isFile) return 'passed'
    const waitMs = roomAfterMs(window, now, count, numbers.rate)
    if (waitMs === 0) return 'passed'
    const wait = waitMs === undefined ? undefined : waitText(waitMs)
    return {
      code: 2,
      expected: `at most ${numbers.rate.messages} messages in any ${spanText(numbers.rate.perMs)}`,
      received: `${used(window)} in the last ${spanText(numbers.rate.perMs)} and ${count} more`,
      hint: {
        en: wait ? `Send again in ${wait}.` : `Send to at most ${numbers.rate.messages} at once.`,
        zh: waitMs ? `请在 ${waitText(waitMs, 'zh')}后重试。` : `每次最多发送 ${numbers.rate.messages} 条。`,
      },
      ...(waitMs !== undefined && { mendAfterMs: waitMs }),
    }
  },
}

const recipient: ServiceRule = {
  id: 'MA-7.recipient',
  source: `${messageApi}: 70010 uniqueId does not match`,
  severity: 'deny',
  summary: 'A recipient id must be one of the sender’s operating account.',
  check: ({ recipient: addressed, sender }) => {
    if (!addressed) return 'not-checkable'
    if (addressed.person) return 'passed'
    return {
      code: 70010,
      expected: `a uniqueId under the operating account ${quoted(sender.account)}`,
      received: quoted(addressed.id),
      hint: {
        en: 'Use the uniqueId that the host gave to this account’s mini-programs.',
        zh: '请使用宿主向该运营主体的小程序提供的 uniqueId。',
      },
    }
  },
}

/** In the order of checks; those about content stand between `wholeRules` and the rate, those about one recipient last. */
export const gateRules: readonly ServiceRule[] = [signature, removed, capability, requestId, recipients]
export const registeredRules: readonly ServiceRule[] = [registered]
export const operatorRules: readonly ServiceRule[] = [refusedByOperator]
export const rateRules: readonly ServiceRule[] = [calls, rate]
export const recipientRules: readonly ServiceRule[] = [
  recipient,
  push,
  quietHours,
  recency,
  repetition,
  frequency,
  harassment,
]
