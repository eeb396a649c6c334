import type { PlatformRule } from '../rule.ts'
import { instantText, quoted, spanText, waitText } from '../words.ts'
import { roomAfterMs } from './rate-window.ts'
import type { ServiceAttempt } from './service-attempt.ts'
import { quietUntil } from './time-of-day.ts'

type ServiceRule = PlatformRule<ServiceAttempt>

const messageApi = 'MiniApp message interface, error codes'

/** Code 70007; before everything else, since nobody else's word counts. */
export const signature: ServiceRule = {
  id: 'MA-7.signature',
  source: `${messageApi}: 70007 signature abnormal (resource terms: accessKeySecret)`,
  severity: 'deny',
  summary: 'Where calls are signed, the signature is the sender’s.',
  check: ({ signature: found, numbers: { signatures } }) => {
    if (signatures === 'off') return 'passed'
    if (found === undefined) return 'not-checkable'
    if (found === 'valid' || (found === 'absent' && signatures === 'when-present')) return 'passed'
    return {
      code: 70007,
      expected: 'sign: HMAC-SHA256 of the sorted fields with the accessKeySecret, in lower-case hex',
      received: found === 'absent' ? 'no sign' : 'another signature',
      hint: {
        en: 'Sign every field but sign, sorted by name, as name=value joined by &; docs/mock-api.md shows how.',
        zh: '请将除 sign 外的字段按名称排序，以 name=value 用 & 连接后签名；示例见 docs/mock-api.md。',
      },
    }
  },
}

/** Code 70003. */
export const calls: ServiceRule = {
  id: 'MA-7.calls',
  source: `${messageApi}: 70003 message sending exceeded the limit (temporary limits on the number of calls)`,
  severity: 'deny',
  summary: 'While call counts are limited, a mini-program calls no more often than that.',
  check: ({ calls: window, now, numbers, recipients, isFile }) => {
    if (!numbers.calls || isFile) return 'passed'
    if (recipients === undefined || !window) return 'not-checkable'
    const limit = { messages: numbers.calls.calls, perMs: numbers.calls.perMs }
    const waitMs = roomAfterMs(window, now, 1, limit)
    if (waitMs === 0) return 'passed'
    const wait = waitText(waitMs ?? limit.perMs)
    return {
      code: 70003,
      expected: `at most ${limit.messages} accepted calls in any ${spanText(limit.perMs)}`,
      received: 'one more',
      hint: {
        en: `Call again in ${wait}, with more recipients in one call.`,
        zh: `请在 ${waitText(waitMs ?? limit.perMs, 'zh')}后再调用，并合并收件人。`,
      },
      ...(waitMs !== undefined && { mendAfterMs: waitMs }),
    }
  },
}

/** Code 70005; no period is closed unless a rule set says so. */
export const quietHours: ServiceRule = {
  id: 'MA-7.period',
  source: `${messageApi}: 70005 sending not allowed in this period (currently no period is closed)`,
  severity: 'deny',
  summary: 'Nothing is sent in a period that is closed.',
  check: ({ now, numbers: { quietHours: closed }, recipient }) => {
    if (!closed) return 'passed'
    if (!recipient?.person) return 'not-checkable'
    const timeZone = closed.timeZone ?? recipient.person.timeZone
    const until = quietUntil(now, closed, timeZone)
    if (until === undefined) return 'passed'
    return {
      code: 70005,
      expected: `a time outside ${closed.from} to ${closed.to}, ${timeZone}`,
      received: instantText(now),
      hint: {
        en: `Send again in ${waitText(until - now)}, at ${instantText(until)}.`,
        zh: `请在 ${waitText(until - now, 'zh')}后（${instantText(until)}）再发送。`,
      },
      mendAfterMs: until - now,
    }
  },
}

/** Code 70011: the main switch, or the one of this mini-program. */
export const push: ServiceRule = {
  id: 'MA-7.push',
  source: `${messageApi}: 70011 user switched off message push`,
  severity: 'deny',
  summary: 'A recipient who switched message push off gets none.',
  check: ({ recipient }) => {
    if (!recipient?.person) return 'not-checkable'
    const { off } = recipient
    if (off === undefined) return 'passed'
    return {
      code: 70011,
      expected: 'push permission of the recipient',
      received:
        off === 'main' ? 'message push is switched off altogether' : 'push of this mini-program is switched off',
      hint: {
        en: 'Only the recipient can switch it on again; do not ask them by other channels.',
        zh: '仅用户本人可重新开启，请勿通过其他渠道催促。',
      },
    }
  },
}

/** MA-18: an operator's word on a message stands for the same words later. */
export const refusedByOperator: ServiceRule = {
  id: 'MA-18',
  source:
    'MiniApp "Message Introduction", Message Usage Standards, 6: "Prohibition of sending messages we deem unreasonable or inappropriate"',
  severity: 'deny',
  summary: 'A message that an operator refused is not sent.',
  check: ({ refused }) =>
    refused === undefined
      ? 'passed'
      : {
          code: 70002,
          expected: 'a message that no operator refused',
          received: `refused at ${instantText(refused.at)}: ${quoted(refused.reason)}`,
          hint: {
            en: 'Write another message, or talk to the operator; the internal messages hold the reason.',
            zh: '请修改消息内容，或与平台运营沟通；原因见站内信。',
          },
        },
}

/** Code 70006. */
export const recipientsFile: PlatformRule<{ readonly file: { readonly id: string; readonly known: boolean } }> = {
  id: 'MA-7.file',
  source: `${messageApi}: 70006 recipients file does not exist`,
  severity: 'deny',
  summary: 'A file send names a file that this mini-program uploaded whole.',
  check: ({ file }) =>
    file.known
      ? 'passed'
      : {
          code: 70006,
          expected: 'the id of a file of recipients that was uploaded whole',
          received: quoted(file.id),
          hint: {
            en: 'Upload the file first, by POST /miniapp/v1/files.',
            zh: '请先通过 POST /miniapp/v1/files 上传收件人文件。',
          },
        },
}
