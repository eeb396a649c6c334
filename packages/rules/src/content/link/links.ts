import type { Fault } from '../../rule.ts'
import { quote } from '../../text/quote.ts'
import { type ContentAttempt, partNames } from '../attempt.ts'
import { messageText } from '../message-text.ts'
import type { LinkFinder } from './finder.ts'

/** MA-16: neither title nor content leads elsewhere. */
export function checkLinks(attempt: ContentAttempt, find: LinkFinder): Fault | 'passed' | 'not-checkable' {
  const text = messageText(attempt)
  if (!text) return 'not-checkable'
  const found = find(text)
  if (!found) return 'passed'
  return {
    expected: 'no link to another website or service',
    received: `${quote(found.excerpt)} in ${partNames[found.part].en} (${found.kind})`,
    hint: {
      en: `Take ${quote(found.excerpt)} away; the jump URL leads to a page of the mini-program. E-mail addresses and phone numbers may stay.`,
      zh: `请删除${quote(found.excerpt)}；请用跳转地址指向本小程序页面。电子邮箱和电话号码可以保留。`,
    },
  }
}
