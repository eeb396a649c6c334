import { sells } from '@minibell/rules'
import type { PlatformRule } from '../rule.ts'
import { quoted } from '../words.ts'
import type { CustomerAttempt } from './customer-attempt.ts'
import { notice } from './source.ts'

type CustomerRule = PlatformRule<CustomerAttempt>

/** The third of the same text after one action. */
const tooOften = 3

const marketing: CustomerRule = {
  id: 'CS-7.marketing',
  source: `${notice}: marketing sent without the user asking is the reason for the change`,
  severity: 'warn',
  summary: 'Marketing that nobody asked for is sent, and is a violation.',
  check: ({ text }) => {
    if (text === '') return 'not-checkable'
    if (!sells(text)) return 'passed'
    return {
      code: 0,
      expected: 'an answer to what the user asked',
      received: `marketing: ${quoted(text)}`,
      hint: { en: 'Leave offers out of customer service.', zh: '客服消息中请勿发送营销内容。' },
    }
  },
}

const repeated: CustomerRule = {
  id: 'CS-7.repeated',
  source: `${notice}: messages sent frequently without the user asking`,
  severity: 'warn',
  summary: `The same text is sent fewer than ${tooOften} times after one action; more is a violation.`,
  check: ({ text, state }) => {
    if (text === '') return 'not-checkable'
    const same = (state.sent ?? []).filter((sent) => sent.text === text).length
    if (same + 1 < tooOften) return 'passed'
    return {
      code: 0,
      expected: `at most ${tooOften - 1} of the same text after one action of the user`,
      received: `the ${same + 1}th`,
      hint: { en: 'Say it once.', zh: '同一内容请勿重复发送。' },
    }
  },
}

const unrelated: CustomerRule = {
  id: 'CS-7.unrelated',
  source: `${notice}: messages that have nothing to do with what the user asked`,
  severity: 'human',
  summary: 'What is unrelated to the user’s action is a violation; an operator decides.',
  check: () => 'not-checkable',
}

/** They refuse nothing: what they find goes into the ledger. */
export const conductRules: readonly CustomerRule[] = [marketing, repeated, unrelated]
