import type { PlatformRule } from '../rule.ts'
import { instantText, spanText } from '../words.ts'
import type { CustomerAttempt } from './customer-attempt.ts'
import { customerRuleSets, dayMs, type Scene } from './rule-sets.ts'
import { notice, page } from './source.ts'
import { customerRules } from './switch-of-account.ts'
import { type CustomerWindow, hasRoom, openWindows } from './windows.ts'

type CustomerRule = PlatformRule<CustomerAttempt>

const askFirst = {
  en: 'Send within the time that a user’s action opens; wait for the next one.',
  zh: '请在用户动作开启的时限内发送，或等待用户下一次动作。',
}

const follower: CustomerRule = {
  id: 'CS-1.follower',
  source: `${page}: response out of time limit or subscription is canceled; 45015`,
  severity: 'deny',
  summary: 'The user follows the account.',
  check: ({ follower: found }) => {
    if (found && found.unfollowedAt === undefined) return 'passed'
    return {
      code: 45015,
      expected: 'a user who follows the account',
      received:
        found?.unfollowedAt === undefined ? 'one who never did' : `one who left at ${instantText(found.unfollowedAt)}`,
      hint: { en: 'Send to followers only.', zh: '只能向已关注的用户发送。' },
    }
  },
}

const payment: CustomerRule = {
  id: 'CS-3.payment',
  source: `${notice}: the quota of the payment scenario is cancelled`,
  severity: 'deny',
  summary: 'A payment opens no window any more.',
  check: (attempt) => {
    const { now, account, settings, state } = attempt
    const { lastAction } = state
    if (lastAction?.scene !== 'payment' || openWindows(state, now).length > 0) return 'not-checkable'
    const { name } = customerRules(account, now)
    if (name !== '2023-06' || settings.payment === 'unlimited-48h' || now - lastAction.at >= 2 * dayMs) return 'passed'
    return {
      code: 45015,
      expected: 'an action that opens a window: a message, a menu click, a follow, a QR scan',
      received: `a payment ${spanText(now - lastAction.at)} ago, which opens none since 2023-06`,
      hint: {
        en: 'Tell the buyer by a template message, or let them write first.',
        zh: '请改用模板消息通知用户，或引导用户先发送消息。',
      },
    }
  },
}

const open: CustomerRule = {
  id: 'CS-1.window',
  source: `${page}: only a while after a user’s action; 45015`,
  severity: 'deny',
  summary: 'A user’s action opened a window that is not over.',
  check: ({ now, state }) => {
    if (openWindows(state, now).length > 0) return 'passed'
    const last = [...state.windows].sort((one, other) => one.until - other.until).pop()
    return {
      code: 45015,
      expected: 'a window that a message, menu click, follow or QR scan of the user opened',
      received: last ? `none; the last one, of a ${last.scene}, was over at ${instantText(last.until)}` : 'none so far',
      hint: askFirst,
    }
  },
}

const shortScenes: ReadonlySet<Scene> = new Set(['menu', 'follow', 'scan'])

const shortCount: CustomerRule = countRule({
  id: 'CS-4.count',
  source: `${notice}: menu, follow and QR-scan scenarios stay as they were, 3 messages in one minute`,
  summary: 'A menu click, follow or QR scan allows its few messages and no more.',
  speaks: (windows) => windows.every(({ scene }) => shortScenes.has(scene)),
})

const longCount: CustomerRule = countRule({
  id: 'CS-2.count',
  source: `${notice}: the reply scenario goes from 20 messages down to 5 in 48 hours`,
  summary: 'A user’s message, or a payment, allows the messages of its revision and no more.',
  speaks: (windows) => windows.some(({ scene }) => !shortScenes.has(scene)),
})

function countRule(facts: {
  readonly id: string
  readonly source: string
  readonly summary: string
  speaks(windows: readonly CustomerWindow[]): boolean
}): CustomerRule {
  const { speaks, ...rule } = facts
  return {
    ...rule,
    severity: 'deny',
    check: ({ now, state }) => {
      const windows = openWindows(state, now)
      if (windows.length === 0 || !speaks(windows)) return 'not-checkable'
      if (windows.some(hasRoom)) return 'passed'
      return {
        code: 45047,
        expected: windows.map(allowance).join('; '),
        received: 'one message more',
        hint: askFirst,
      }
    },
  }
}

function allowance({ scene, rules, until }: CustomerWindow): string {
  const count = customerRuleSets.find(({ name }) => name === rules)?.windows[scene]?.messages
  return `${count ?? 'any number of'} messages after a ${scene}, until ${instantText(until)}`
}

/** In the order of checks: is there a user, a window, room in it. */
export const windowRules: readonly CustomerRule[] = [follower, payment, open, shortCount, longCount]
