import type { Fault } from '../../rule.ts'
import { quote } from '../../text/quote.ts'
import type { ContentAttempt, ContentContext, SentMessage } from '../attempt.ts'
import { isSimilar, type Thresholds } from './similarity.ts'

/** The numbers of MA-17, as data. */
export interface SimilarityNumbers extends Thresholds {
  readonly days: number
  /** The how many-th similar message within the days is told, and which is refused. */
  readonly warnFrom: number
  readonly denyFrom: number
}

const dayMs = 86_400_000

/** MA-17: this is not the `nth` similar message within the days. Messages of different occurrences are different (MA-14). */
export function checkSimilar(
  attempt: ContentAttempt,
  context: ContentContext,
  { numbers, nth }: { readonly numbers: SimilarityNumbers; readonly nth: number },
): Fault | 'passed' | 'not-checkable' {
  const { title, content } = attempt
  if (title === undefined || content === undefined || !context.history) return 'not-checkable'
  const message = { title, content }
  const like = context.history.filter(
    (sent) => isRecent(sent, context.now, numbers) && !isOther(sent, attempt) && isSimilar(sent, message, numbers),
  )
  if (like.length + 1 < nth) return 'passed'
  const [last] = [...like].sort((a, b) => b.at - a.at)
  return {
    expected: `fewer than ${nth} messages of the same or similar content to one recipient within ${numbers.days} days`,
    received: `number ${like.length + 1}, after ${quote(last ? `${last.title}: ${last.content}` : title)}`,
    hint: {
      en: 'Say what is new and leave out the rest. If each is about an event of its own, send its scenario, action and occurrence along.',
      zh: '请只说明新的内容。如每条消息对应不同事件，请随消息提交 scenario、action 和 occurrence。',
    },
  }
}

function isRecent({ at }: SentMessage, now: number | undefined, { days }: SimilarityNumbers): boolean {
  return now === undefined || (at > now - days * dayMs && at <= now)
}

function isOther(sent: SentMessage, { scenario, action, occurrence }: ContentAttempt): boolean {
  if (!sent.occurrence || !occurrence) return false
  return sent.occurrence !== occurrence || sent.action !== action || sent.scenario !== scenario
}
