import type { SenderRecord } from '../../world.ts'
import type { PlatformRule } from '../rule.ts'
import { instantText, quoted } from '../words.ts'

/** What the rules on a mini-program's standing look at. */
export interface Standing {
  readonly now: number
  readonly sender: SenderRecord
}

type StandingRule = PlatformRule<Standing>

const introduction = 'MiniApp "Message Introduction"'

/** MA-19: after removal nothing goes out. */
export const removed: StandingRule = {
  id: 'MA-19.removed',
  source: `${introduction}, Message Violation Governance: violations lead to restriction measures up to removal of the Mini-Program`,
  severity: 'deny',
  summary: 'A removed mini-program sends nothing.',
  check: ({ sender }) =>
    sender.status === 'available'
      ? 'passed'
      : {
          code: 70001,
          expected: 'a mini-program that is available',
          received: `${sender.name} is removed${because(sender)}`,
          hint: {
            en: 'Ask the operator to bring the mini-program back.',
            zh: '该小程序已被下架，请联系平台运营恢复后再发送。',
          },
        },
}

/** MA-6: without the capability nothing is sent nor registered. */
export const capability: StandingRule = {
  id: 'MA-6',
  source: `${introduction}, Access Methods, Step 1: apply for the message capability on the capability management page`,
  severity: 'deny',
  summary: 'The message capability must be granted before sending.',
  check({ sender, now }) {
    const { disabledUntil } = sender
    if (capabilityAt(sender, now) === 'granted') return 'passed'
    const until = sender.capability === 'disabled' ? disabledUntil : undefined
    return {
      code: 70008,
      expected: 'the message capability is granted',
      received: `it is ${sender.capability}${until === undefined ? '' : ` until ${instantText(until)}`}${because(sender)}`,
      hint: mends[sender.capability] ?? mends['not-applied'] ?? { en: '', zh: '' },
      ...(until !== undefined && { mendAfterMs: until - now }),
    }
  },
}

/** MA-6: who may apply. */
export const application: StandingRule = {
  id: 'MA-6.apply',
  source: `${introduction}, Access Methods, Step 1: go to the Open Capability - Message page and apply for access`,
  severity: 'deny',
  summary: 'The capability is applied for when it was never applied for, or was refused.',
  check({ sender }) {
    const state = sender.capability
    if (state === 'not-applied' || state === 'refused') return 'passed'
    return {
      code: 70008,
      expected: 'a capability that is not-applied or refused',
      received: `it is ${state}${because(sender)}`,
      hint: mends[state] ?? { en: 'Nothing is to be applied for.', zh: '无需申请。' },
    }
  },
}

/** MA-6: the clock ends a disabled capability, also before anybody has written that down. */
export function capabilityAt(
  { capability: kept, disabledUntil }: SenderRecord,
  now: number,
): SenderRecord['capability'] {
  return kept === 'disabled' && disabledUntil !== undefined && disabledUntil <= now ? 'granted' : kept
}

function because({ reason }: SenderRecord): string {
  return reason === undefined ? '' : `: ${quoted(reason)}`
}

const apply = {
  en: 'Apply for Open Capability, Message on the capability management page and wait until it is granted.',
  zh: '请在能力管理页申请“开放能力-消息”，获批后再发送。',
}

const mends: Readonly<Record<string, { readonly en: string; readonly zh: string }>> = {
  'not-applied': apply,
  'in-review': {
    en: 'Wait for the review; an internal message tells the result.',
    zh: '请等待审核，结果将通过站内信通知。',
  },
  refused: {
    en: 'Mend what the reason names and apply again on the capability management page.',
    zh: '请按拒绝原因整改后，在能力管理页重新申请。',
  },
  disabled: {
    en: 'Wait until it ends, or ask the operator; the internal messages hold the reason.',
    zh: '请等待停用期结束或联系平台运营；原因见站内信。',
  },
  revoked: { en: 'Only the operator can give it back.', zh: '仅平台运营可恢复该能力。' },
  granted: { en: 'It is granted already: send.', zh: '能力已开通，可直接发送。' },
}
