import type { Fault } from '../../rule.ts'
import { nameCharacter, quote } from '../../text/quote.ts'
import type { ProposalContext, TemplateProposal } from '../proposal.ts'

/** WT-9.2: letters, digits and single spaces; a hyphen between Latin letters spells a word. */
export function checkCharacters({ title }: TemplateProposal): Fault | 'passed' | 'not-checkable' {
  if (title === undefined || title === '') return 'not-checkable'
  const spelled = title.replace(/(?<=[A-Za-z])-(?=[A-Za-z])/g, '')
  const found = /[^\p{Script=Han}A-Za-zÀ-ɏ0-9 ]| {2}|^ | $/u.exec(spelled)
  if (!found) return 'passed'
  return {
    expected: 'a title of letters, digits and single spaces',
    received: `${nameCharacter(Array.from(found[0])[0] ?? '')} in ${quote(title)}`,
    hint: {
      en: 'Take punctuation, brackets, signs and blanks at the ends out of the title.',
      zh: '请去掉标题中的标点、括号、特殊符号和首尾空格。',
    },
  }
}

const endings = {
  review: /(?:(?:^| )(?:notification|reminder)|通知|提醒)$/i,
  literal: /(?:(?:^| )(?:notification|reminder|alert)|通知|提醒)$/i,
}

/** WT-9.2: the source's own "Weather alert" is refused, so "alert" is no ending unless `endings` is `literal`. */
export function checkEnding(
  { title = '' }: TemplateProposal,
  { endings: reading = 'review' }: ProposalContext,
): Fault | 'passed' {
  if (endings[reading].test(title.trim())) return 'passed'
  const words = reading === 'literal' ? '"notification", "reminder" or "alert"' : '"notification" or "reminder"'
  return {
    expected: `a title that ends in ${words}, in Chinese 通知 or 提醒`,
    received: title.trim() === '' ? 'no title' : quote(title),
    hint: {
      en: `Name the service and end the title in ${words}.`,
      zh: '标题请写明服务内容，并以“通知”或“提醒”结尾。',
    },
  }
}

/** A title without its last word "notification", "reminder", "alert". */
export function headOf(title: string): string {
  return title.trim().replace(/(?:(?:^|\s)(?:notifications?|reminders?|alerts?)|通知|提醒)$/i, '')
}
