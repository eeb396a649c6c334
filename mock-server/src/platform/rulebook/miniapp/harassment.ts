import { likenessOf } from '@minibell/rules'
import { dayMs } from '../numbers.ts'
import type { PlatformRule } from '../rule.ts'
import { instantText } from '../words.ts'
import type { RecentWords, ServiceAttempt } from './service-attempt.ts'

/** MA-17: the second similar message of a month is told, the third refused; other occurrences (MA-14) are other things. */
export const harassment: PlatformRule<ServiceAttempt> = {
  id: 'MA-17',
  source:
    'MiniApp "Message Introduction", Message Usage Standards, 5: "Frequent messages with the same or similar content […] are prohibited"',
  severity: 'deny',
  summary: 'A recipient gets no frequent messages of the same or similar content.',
  check(attempt) {
    const { words, recipient, numbers } = attempt
    if (!words || !recipient?.person) return 'not-checkable'
    const { days, refuseAt, warnAt } = numbers.similarity
    const alike = likeThis(attempt, words)
    const count = alike.length + 1
    if (count < warnAt) return 'passed'
    const from = (alike[alike.length - refuseAt + 1]?.at ?? attempt.now) + days * dayMs
    return {
      code: 70002,
      expected: `at most ${refuseAt - 1} similar messages in ${days} days to one recipient`,
      received: `number ${count}; the last similar one was accepted at ${instantText(alike[alike.length - 1]?.at ?? attempt.now)}`,
      hint: {
        en: 'Write of something new, or give the occurrenceId when the user did something again.',
        zh: '请发送新的内容；若用户再次操作，请提供 occurrenceId。',
      },
      ...(count < refuseAt ? { note: true as const } : { mendAfterMs: Math.max(1, from - attempt.now) }),
    }
  },
}

/** What a send leaves behind for the next ones: older than the window is dropped, and so is more than is ever asked for. */
export function remembered(
  recent: readonly RecentWords[],
  { now, words, occurrence, numbers }: ServiceAttempt,
): readonly RecentWords[] {
  const since = now - numbers.similarity.days * dayMs
  const kept = recent.filter(({ at }) => at > since).slice(-(mostKept - 1))
  if (!words) return kept
  return [...kept, { at: now, text: words, ...(occurrence && { occurrence: occurrence.id }) }]
}

const mostKept = 20

/** Accepted ones within the window, the oldest first. */
function likeThis({ recipient, now, numbers, occurrence }: ServiceAttempt, words: string): readonly RecentWords[] {
  const { days, threshold } = numbers.similarity
  const { recent = [] } = recipient ?? {}
  return recent.filter(
    (each) =>
      each.at > now - days * dayMs &&
      each.at <= now &&
      !(occurrence && each.occurrence !== undefined && each.occurrence !== occurrence.id) &&
      likenessOf(each.text, words) >= threshold,
  )
}
