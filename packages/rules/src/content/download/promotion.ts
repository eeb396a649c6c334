import type { Fault } from '../../rule.ts'
import { quote } from '../../text/quote.ts'
import { type ContentAttempt, partNames } from '../attempt.ts'
import { messageText } from '../message-text.ts'
import type { PromotionFinder } from './finder.ts'

/** MA-16: the message promotes no app, package or store. */
export function checkPromotion(attempt: ContentAttempt, find: PromotionFinder): Fault | 'passed' | 'not-checkable' {
  const text = messageText(attempt)
  if (!text) return 'not-checkable'
  const found = find(text)
  if (!found) return 'passed'
  return {
    expected: 'no promotion of another app’s download',
    received: `${quote(found.excerpt)} in ${partNames[found.part].en} (${found.kind})`,
    hint: {
      en: `Take ${quote(found.excerpt)} away: the message has to be served by the mini-program itself.`,
      zh: `请删除${quote(found.excerpt)}：消息应由小程序自身承接，不得推广下载其他应用。`,
    },
  }
}
