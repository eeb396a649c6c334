import { parseJumpUrl, resolvePage } from '@minibell/protocol'
import type { Fault } from '../rule.ts'
import { fold } from '../text/fold.ts'
import { quote } from '../text/quote.ts'
import type { ContentAttempt, ContentContext } from './attempt.ts'

/** MA-15: the receiving page is about what the message is about. Needs a topic on the message and topics on the page. */
export function checkTopic(attempt: ContentAttempt, context: ContentContext): Fault | 'passed' | 'not-checkable' {
  const { topic, jumpUrl } = attempt
  if (topic === undefined || plain(topic) === '' || jumpUrl === undefined || !context.pages) return 'not-checkable'
  const parsed = parseJumpUrl(jumpUrl, context)
  const page = parsed.ok ? resolvePage(parsed.jump.path, context.pages) : undefined
  if (!page?.topics) return 'not-checkable'
  const { topics, path } = page
  if (topics.some((one) => plain(one) === plain(topic))) return 'passed'
  const fitting = context.pages.find((one) => one.topics?.some((other) => plain(other) === plain(topic)))
  return {
    expected: `a page about ${quote(topic)}`,
    received: `"${path}", which is about ${topics.length > 0 ? topics.map(quote).join(', ') : 'nothing that it declares'}`,
    hint: {
      en: fitting
        ? `Lead to "${fitting.path}" instead.`
        : 'Lead to a page that is about this topic, or declare the topic of the page if it is.',
      zh: fitting
        ? `请改为跳转到“${fitting.path}”。`
        : '请跳转到与消息主题一致的页面；如页面确属该主题，请在页面登记中声明。',
    },
  }
}

/** Case, accents, hyphens and blanks make no difference. */
function plain(topic: string): string {
  return fold(topic)
    .text.replace(/[\s_-]+/g, ' ')
    .trim()
}
