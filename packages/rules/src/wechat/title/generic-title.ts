import type { Fault } from '../../rule.ts'
import { quote } from '../../text/quote.ts'
import type { TemplateProposal } from '../proposal.ts'
import { keywordNames } from '../template-text.ts'
import { broadcastWords, genericKeywords, genericTitleParts, genericTitleWords } from '../words/generic-words.ts'
import { plainFinder } from '../words/lexicon.ts'
import { headOf } from './title-form.ts'

const findBroadcast = plainFinder(broadcastWords)

/** WT-9.3: the title describes a service, and is none for broadcasting. */
export function checkGenericTitle({ title }: TemplateProposal): Fault | 'passed' | 'not-checkable' {
  if (title === undefined || title.trim() === '') return 'not-checkable'
  const broadcast = findBroadcast(title)
  if (broadcast === undefined && !isGeneric(headOf(title))) return 'passed'
  return {
    expected: 'a title that describes one service and its use',
    received:
      broadcast === undefined ? `${quote(title)}, which fits anything` : `${quote(broadcast)} in ${quote(title)}`,
    hint: {
      en: 'Name what happened to the user: "Order payment notification" instead of "System notification".',
      zh: '请写明用户的具体服务事项，如“订单支付通知”，不要用“系统通知”“公告”等可群发的标题。',
    },
  }
}

/** WT-9.3: at least one keyword says what it is about. */
export function checkGenericKeywords({ content }: TemplateProposal): Fault | 'passed' | 'not-checkable' {
  const names = content === undefined ? [] : keywordNames(content)
  if (names.length === 0) return 'not-checkable'
  if (names.some((name) => !genericKeywords.has(plain(name)))) return 'passed'
  return {
    expected: 'keywords that describe the service',
    received: names.map(quote).join(', '),
    hint: {
      en: 'Name the facts of the service, such as "Order number" or "Amount paid", not only contents, titles and times.',
      zh: '请用“订单编号”“支付金额”等描述服务的关键词，不能只有“通知内容”“时间”等。',
    },
  }
}

const plain = (name: string): string => name.trim().toLowerCase().replace(/\s+/g, ' ')

function isGeneric(head: string): boolean {
  const left = genericTitleParts.reduce((text, part) => text.replaceAll(part, ' '), head)
  const words = left.toLowerCase().match(/[\p{L}\p{N}'-]+/gu) ?? []
  return words.every((word) => genericTitleWords.has(word))
}
