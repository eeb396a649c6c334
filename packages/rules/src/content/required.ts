import type { Fault } from '../rule.ts'
import { type ContentAttempt, partNames, type TextPart } from './attempt.ts'

/** MA-8: the part is there and has something to see. */
export function checkRequired(attempt: ContentAttempt, part: TextPart | 'jumpUrl'): Fault | 'passed' {
  const text = attempt[part]
  if (text !== undefined && /[^\p{Z}\p{Cc}\p{Cf}]/u.test(text)) return 'passed'
  const name = partNames[part]
  return {
    expected: `${name.en}, with at least one visible character`,
    received: describe(text),
    hint: {
      en: `A service message is title, content and jump URL. Fill in ${name.en}.`,
      zh: `服务消息由标题、内容和跳转地址组成。请填写${name.zh}（${part}）。`,
    },
  }
}

function describe(text: string | undefined): string {
  if (text === undefined) return 'nothing'
  return text === '' ? 'an empty text' : `${text.length} UTF-16 units that nobody sees`
}
