import type { Fault } from '../rule.ts'
import { quote } from '../text/quote.ts'
import type { ContentContext, Ruling } from './attempt.ts'

/** MA-15, MA-18: refused once an operator has ruled against it. Without a ruling nothing is known: never `passed`. */
export function checkRuling(statement: Ruling['statement'], { rulings }: ContentContext): Fault | 'not-checkable' {
  const ruling = rulings?.find((one) => one.statement === statement)
  if (!ruling) return 'not-checkable'
  const reason = quote(ruling.reason)
  return statement === 'MA-15'
    ? {
        expected: 'a message that matches reality and its receiving page',
        received: `a message that an operator ruled false: ${reason}`,
        hint: {
          en: 'Send what is true of this recipient, and lead to the page that shows it.',
          zh: '请发送与用户实际情况相符的内容，并跳转到对应页面。',
        },
      }
    : {
        expected: 'a message that is reasonable and appropriate',
        received: `a message that an operator ruled out: ${reason}`,
        hint: {
          en: 'Change the message as the reason says, or ask the operator.',
          zh: '请按理由修改消息，或联系平台运营人员。',
        },
      }
}
