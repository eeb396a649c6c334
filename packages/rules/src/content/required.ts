import type { Fault } from '../rule.ts'
import { type ContentAttempt, partNames } from './attempt.ts'

/** MA-8: the part is there and has something to see. */
export function checkRequired(attempt: ContentAttempt, part: keyof ContentAttempt): Fault | 'passed' {
  const text = attempt[part]
  if (text !== undefined && /[^\p{Z}\p{Cc}\p{Cf}]/u.test(text)) return 'passed'
  return {
    expected: `${part} with at least one visible character`,
    received: describe(text, part),
    hint: {
      en: `A service message is title, content and jump URL. Fill in ${part}.`,
      zh: `服务消息由标题、内容和跳转地址组成。请填写${partNames[part]}（${part}）。`,
    },
  }
}

function describe(text: string | undefined, part: string): string {
  if (text === undefined) return `no ${part}`
  return text === '' ? `an empty ${part}` : `a ${part} of ${text.length} invisible UTF-16 units`
}
