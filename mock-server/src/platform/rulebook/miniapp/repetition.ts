import type { PlatformRule } from '../rule.ts'
import { instantText, quoted } from '../words.ts'
import type { ServiceAttempt } from './service-attempt.ts'

/** MA-14: one message for one action in one scenario; only sends that name all three parts can be compared. */
export const repetition: PlatformRule<ServiceAttempt> = {
  id: 'MA-14',
  source:
    'MiniApp "Message Introduction", Message Usage Standards, 2: "Messages to users for the same action under the same business scenario cannot be repeated"',
  severity: 'deny',
  summary: 'A recipient gets one message for the same action in the same business scenario.',
  check({ occurrence, recipient }) {
    if (!occurrence || !recipient?.person) return 'not-checkable'
    if (recipient.toldAt === undefined) return 'passed'
    const { scenario, action, id } = occurrence
    return {
      code: 70002,
      expected: `no second message for the action ${quoted(action)} of the scenario ${quoted(scenario)}, occurrence ${quoted(id)}`,
      received: `one was accepted at ${instantText(recipient.toldAt)}`,
      hint: {
        en: 'Do not repeat it; give another occurrenceId when the user did it again.',
        zh: '请勿重复发送；若用户再次操作，请使用新的 occurrenceId。',
      },
    }
  },
}
