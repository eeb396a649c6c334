import { chinaMonth } from '../../official-account/china-time.ts'
import { markets } from '../../official-account/violations/violation-rules.ts'
import type { PlatformRule } from '../rule.ts'
import { spanText } from '../words.ts'
import { hasConsent, isExempt, type SendAttempt, triggerOf } from './send-attempt.ts'

type SendRule = PlatformRule<SendAttempt>

/** No page of the platform names a code for these; `user limited` is the nearest. */
const code = 50002
const minuteMs = 60_000
const dayMs = 86_400_000

const served: SendRule = {
  id: 'WT-4',
  source: '002, opening: messages are sent to users who received services from the account',
  severity: 'deny',
  summary: 'The recipient was served by the account; a follow is no service. Fault and disaster kinds are excepted.',
  check(attempt) {
    const { follower, settings } = attempt
    if (follower?.servedAt !== undefined || isExempt(attempt)) return 'passed'
    if (settings.neverServed === 'part-V' && !markets(attempt)) return 'passed'
    return {
      code,
      expected: 'somebody whom the account has served',
      received: 'nobody whom it has',
      hint: {
        en: 'Serve the user first; the platform must know of the service.',
        zh: '仅可向接受过服务的用户发送，关注不算服务。',
      },
    }
  },
}

const circumstance: SendRule = {
  id: 'WT-2.circumstance',
  source: '002, opening: fault notifications and disaster alerts under special circumstances are excepted',
  severity: 'deny',
  summary: 'A message of an exempt kind without trigger and consent states its circumstance.',
  check(attempt) {
    if (!isExempt(attempt)) return 'not-checkable'
    if (attempt.stated.circumstance !== undefined || hasConsent(attempt) || triggerOf(attempt)) return 'passed'
    return {
      code,
      expected: 'the circumstance of the fault or disaster',
      received: 'none',
      hint: {
        en: 'Declare the circumstance for the template, or send it as minibell.circumstance.',
        zh: '请说明故障或灾害的情况。',
      },
    }
  },
}

const trigger: SendRule = {
  id: 'WT-2.trigger',
  source: '002, opening: triggered by a user’s operation, or consent given',
  severity: 'deny',
  summary: 'Instant and general messages follow a recorded operation of the user, or the user’s consent.',
  check(attempt) {
    const kindOf = attempt.template?.class
    if (kindOf !== 'instant' && kindOf !== 'general') return 'not-checkable'
    const { stated } = attempt
    if (triggerOf(attempt) || (!stated.trigger && hasConsent(attempt))) return 'passed'
    return {
      code,
      expected: stated.trigger ? `the recorded operation ${stated.trigger.kind}` : 'a recorded operation, or consent',
      received: 'none',
      hint: {
        en: 'Send after an operation of the user; the platform must have recorded it.',
        zh: '请在用户操作后发送，或先取得用户同意。',
      },
    }
  },
}

const consent: SendRule = {
  id: 'WT-2.consent',
  source: '002, I. 2 and 3: monthly and irregular notifications need the user’s consent',
  severity: 'deny',
  summary: 'Monthly and irregular messages need consent; fault and disaster kinds are excepted.',
  check(attempt) {
    const kindOf = attempt.template?.class
    if ((kindOf !== 'monthly' && kindOf !== 'irregular') || isExempt(attempt)) return 'not-checkable'
    if (hasConsent(attempt)) return 'passed'
    return {
      code,
      expected: 'the user’s consent to this template',
      received: 'none',
      hint: { en: 'Ask the user for consent first.', zh: '请先取得用户对该模板的同意。' },
    }
  },
}

const instantMs = 5 * minuteMs

const instantly: SendRule = {
  id: 'WT-6.instant',
  source: '002, I. 1: pushed instantly after the user’s event',
  severity: 'deny',
  summary: 'An instant message comes within 5 minutes after the operation that triggers it.',
  check(attempt) {
    const { template, now, stated } = attempt
    const operation = template?.class === 'instant' ? triggerOf(attempt) : undefined
    if (!operation) return 'not-checkable'
    const afterMs = now - operation.at
    if (afterMs <= instantMs || (!stated.trigger && hasConsent(attempt))) return 'passed'
    return {
      code,
      expected: 'at most 5 min after the operation',
      received: `${spanText(afterMs)} after ${operation.kind}`,
      hint: { en: 'Send it as soon as the operation is through.', zh: '请在用户操作后立即发送。' },
    }
  },
}

const monthly: SendRule = {
  id: 'WT-6.monthly',
  source: '002, I. 2: monthly notifications',
  severity: 'deny',
  summary: 'A monthly template goes to one recipient at most once in a calendar month (UTC+8).',
  check({ template, told, now }) {
    if (template?.class !== 'monthly') return 'not-checkable'
    const before = told.find(({ at }) => chinaMonth(at) === chinaMonth(now))
    if (!before) return 'passed'
    return {
      code,
      expected: 'none before in this month',
      received: `one ${spanText(now - before.at)} ago`,
      hint: { en: 'Wait for the next month.', zh: '每月通知每月仅可发送一次。' },
    }
  },
}

const irregular: SendRule = {
  id: 'WT-6.irregular',
  source: '002, I. 3: the frequency of messages that are not instant is controlled',
  severity: 'deny',
  summary: 'An irregular template goes to one recipient at most once in 24 h about one subject.',
  check({ template, told, subject, now }) {
    if (template?.class !== 'irregular') return 'not-checkable'
    const before = told.find((each) => each.subject === subject && now - each.at < dayMs)
    if (!before) return 'passed'
    return {
      code,
      expected: 'none before about this subject within 24 h',
      received: `one ${spanText(now - before.at)} ago`,
      hint: { en: 'Wait until 24 h have passed.', zh: '同一事项 24 小时内仅可提醒一次。' },
      mendAfterMs: before.at + dayMs - now,
    }
  },
}

const expiration: SendRule = {
  id: 'WT-5.7',
  source: '002, I. note: expiration notices: frequency and use compliant',
  severity: 'deny',
  summary: 'At most 3 expiration notices about one subject.',
  check({ template, told, subject }) {
    if (template?.kind !== 'expiration') return 'not-checkable'
    const before = told.filter((each) => each.subject === subject).length
    if (before < 3) return 'passed'
    return {
      code,
      expected: 'at most 3 about one subject',
      received: `${before} before`,
      hint: { en: 'Leave the user alone about it.', zh: '同一事项的到期提醒最多三次。' },
    }
  },
}

/** WT-2, WT-4 to WT-6: whether this recipient may get this message now. */
export const triggerRules: readonly SendRule[] = [
  served,
  circumstance,
  trigger,
  consent,
  instantly,
  monthly,
  irregular,
  expiration,
]
