import type { Fault } from '../../rule.ts'
import { countCodePoints } from '../../text/count.ts'
import type { TemplateProposal } from '../proposal.ts'
import { fixedText } from '../template-text.ts'

/** WT-10.1, code points and units. */
export const sizes = { most: 200, leastFixed: 10 } as const

/** WT-10.1: at most 200 code points, parameters counted as they are written. */
export function checkLongest({ content }: TemplateProposal): Fault | 'passed' | 'not-checkable' {
  if (content === undefined) return 'not-checkable'
  const length = countCodePoints(content)
  if (length <= sizes.most) return 'passed'
  return {
    expected: `at most ${sizes.most} code points, parameters and line breaks included`,
    received: String(length),
    hint: {
      en: `Shorten the content by ${length - sizes.most}: shorter keyword names, fewer keywords, or more in remark.`,
      zh: `请将模板内容缩短 ${length - sizes.most} 个字符：精简关键词，或将补充内容放入 remark。`,
    },
  }
}

/** WT-10.1: at least 10 Han characters, words or marks that are no parameter. */
export function checkFixed({ content }: TemplateProposal): Fault | 'passed' | 'not-checkable' {
  if (content === undefined) return 'not-checkable'
  const count = fixedUnits(content)
  if (count >= sizes.leastFixed) return 'passed'
  return {
    expected: `at least ${sizes.leastFixed} fixed words or punctuation marks`,
    received: String(count),
    hint: {
      en: 'Name keywords in more words: Han characters, words and punctuation outside parameters count.',
      zh: '请增加固定文字：参数以外的汉字、单词和标点至少 10 个。',
    },
  }
}

/** Han characters one by one, other words whole, punctuation and signs one by one. */
export function fixedUnits(content: string): number {
  const units = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}'’-])+|[\p{P}\p{S}]/gu
  return fixedText(content, ' ').match(units)?.length ?? 0
}
