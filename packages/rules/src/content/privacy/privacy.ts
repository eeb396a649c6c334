import type { Fault } from '../../rule.ts'
import { quote } from '../../text/quote.ts'
import { type ContentAttempt, partNames } from '../attempt.ts'
import { messageText } from '../message-text.ts'
import { findPersonal } from './personal.ts'

/** MA-13.privacy: the message has no personal data. A sender's own number is no breach: the rule set warns only. */
export function checkPrivacy(attempt: ContentAttempt): Fault | 'passed' | 'not-checkable' {
  const text = messageText(attempt)
  if (!text) return 'not-checkable'
  const found = findPersonal(text)
  const [first] = found
  if (!first) return 'passed'
  const named = found.slice(0, 3).map(({ kind, part, excerpt }) => `${kind} ${quote(excerpt)} in ${partNames[part].en}`)
  return {
    expected: 'no personal data of a third party',
    received: `${named.join(', ')}${found.length > 3 ? ` and ${found.length - 3} more` : ''}`,
    hint: {
      en: `If ${quote(first.excerpt)} belongs to a person and not to your service, take it away; the receiving page may show it to its owner.`,
      zh: `如${quote(first.excerpt)}属于个人而非贵方服务，请删除；可在接收页面向本人展示。`,
    },
  }
}
