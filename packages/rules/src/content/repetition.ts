import type { Fault } from '../rule.ts'
import { quote } from '../text/quote.ts'
import type { ContentAttempt, ContentContext, SentMessage } from './attempt.ts'

/** MA-14: no second message for the same action in the same scenario. Needs the whole key on the attempt, and the history. */
export function checkRepetition(attempt: ContentAttempt, context: ContentContext): Fault | 'passed' | 'not-checkable' {
  const { scenario, action, occurrence } = attempt
  const { history } = context
  if (isMissing(scenario) || isMissing(action) || isMissing(occurrence) || !history) return 'not-checkable'
  const same = history.filter((sent) => keyOf(sent) === keyOf(attempt))
  const [last] = [...same].sort((a, b) => b.at - a.at)
  if (!last) return 'passed'
  const key = `scenario ${quote(scenario)}, action ${quote(action)}, occurrence ${quote(occurrence)}`
  return {
    expected: 'one message for one action in one business scenario',
    received: `a message for ${key}, as ${quote(last.title)} was`,
    hint: {
      en: `The recipient has been told. If this is about something new, give it an occurrence of its own instead of ${quote(occurrence)}.`,
      zh: `该用户已收到过此消息。如属新的事件，请使用新的 occurrence，而不是${quote(occurrence)}。`,
    },
  }
}

function isMissing(part: string | undefined): part is undefined {
  return part === undefined || part === ''
}

/** Ids are compared as they are: case and blanks count. */
function keyOf({ scenario, action, occurrence }: Pick<SentMessage, 'scenario' | 'action' | 'occurrence'>): string {
  return JSON.stringify([scenario, action, occurrence])
}
