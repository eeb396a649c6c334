import { dayMs } from '../numbers.ts'
import type { PlatformRule } from '../rule.ts'
import { instantText, spanText, waitText } from '../words.ts'
import { dateNumber, startOfDate } from './calendar.ts'
import type { ServiceAttempt } from './service-attempt.ts'

/** MA-3: allowed again when the whole span has passed since the last accepted send, to the millisecond. */
export const frequency: PlatformRule<ServiceAttempt> = {
  id: 'MA-3',
  source: 'MiniApp "Message Introduction", Sending Conditions: active users "Can send 1 message every 3 days"',
  severity: 'deny',
  summary: 'A recipient gets at most one message every 3 days from one mini-program.',
  check(attempt) {
    const { recipient, now } = attempt
    if (!recipient?.person) return 'not-checkable'
    if (recipient.acceptedAt === undefined) return 'passed'
    const from = allowedFrom(attempt)
    if (from === undefined || now >= from) return 'passed'
    const waitMs = from - now
    return {
      code: 70013,
      expected: `one message every ${attempt.numbers.frequency.days} days (${spanOf(attempt)}) to one recipient`,
      received: `the last one was accepted at ${instantText(recipient.acceptedAt)}, ${sinceText(now - recipient.acceptedAt)}`,
      hint: {
        en: `Send again in ${waitText(waitMs)}, at ${instantText(from)}; a withdrawn message counts too.`,
        zh: `请在 ${waitText(waitMs, 'zh')}后（${instantText(from)}）再发送；已撤回的消息同样计数。`,
      },
      mendAfterMs: waitMs,
    }
  },
}

/** When the next message is let through; `undefined` where none was accepted, or nobody is addressed. */
export function allowedFrom({ numbers, recipient }: ServiceAttempt): number | undefined {
  if (!recipient?.person || recipient.acceptedAt === undefined) return undefined
  const { mode, days } = numbers.frequency
  if (mode === 'rolling') return recipient.acceptedAt + days * dayMs
  const { timeZone } = recipient.person
  return startOfDate(dateNumber(recipient.acceptedAt, timeZone) + days, timeZone)
}

function spanOf({ numbers }: ServiceAttempt): string {
  const { mode, days } = numbers.frequency
  return mode === 'rolling' ? `${days * 24} h` : 'dates in the recipient’s time zone'
}

function sinceText(ms: number): string {
  return ms < 0 ? 'which is in the future of the platform’s clock' : `${spanText(ms)} ago`
}
