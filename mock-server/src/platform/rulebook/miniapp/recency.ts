import { dayMs } from '../numbers.ts'
import type { PlatformRule } from '../rule.ts'
import { instantText } from '../words.ts'
import { dateNumber, startOfDate } from './calendar.ts'
import type { ServiceAttempt } from './service-attempt.ts'

/** MA-4: whole days since the last use, the 30th included. Time does not mend it, a use does. */
export const recency: PlatformRule<ServiceAttempt> = {
  id: 'MA-4',
  source:
    'MiniApp "Message Introduction", Sending Conditions: inactive users, "Not used Mini-Program in ≥30 days", "Cannot send messages"',
  severity: 'deny',
  summary: 'Nobody gets a message who has not used the mini-program in the past 30 days.',
  check(attempt) {
    const { recipient, numbers } = attempt
    if (!recipient?.person) return 'not-checkable'
    const lastDay = lastDayOf(numbers)
    const passed = recipient.lastUsedAt === undefined ? undefined : daysSince(attempt, recipient.lastUsedAt)
    if (passed !== undefined && passed <= lastDay) return 'passed'
    return {
      code: 70012,
      expected: `the recipient used the mini-program at most ${lastDay} days ago`,
      received:
        recipient.lastUsedAt === undefined
          ? 'they never used it'
          : `they last used it at ${instantText(recipient.lastUsedAt)}, ${passed} days ago`,
      hint: {
        en: 'Waiting does not help: the recipient has to use the mini-program. On the mock platform, record a use.',
        zh: '等待无效：需要用户重新使用该小程序。在模拟平台上可为该用户记录一次使用。',
      },
    }
  },
}

/** The first instant at which the recipient is inactive; `undefined` where they never used it, or nobody is addressed. */
export function activeUntil({ numbers, recipient }: ServiceAttempt): number | undefined {
  if (!recipient?.person || recipient.lastUsedAt === undefined) return undefined
  const daysOff = lastDayOf(numbers) + 1
  if (numbers.recency.mode === 'rolling') return recipient.lastUsedAt + daysOff * dayMs
  const { timeZone } = recipient.person
  return startOfDate(dateNumber(recipient.lastUsedAt, timeZone) + daysOff, timeZone)
}

function lastDayOf({ recency: { days, boundary } }: ServiceAttempt['numbers']): number {
  return boundary === 'inclusive' ? days : days - 1
}

function daysSince({ now, numbers, recipient }: ServiceAttempt, lastUsedAt: number): number {
  if (numbers.recency.mode === 'rolling') return Math.floor((now - lastUsedAt) / dayMs)
  const zone = recipient?.person?.timeZone ?? 'UTC'
  return dateNumber(now, zone) - dateNumber(lastUsedAt, zone)
}
