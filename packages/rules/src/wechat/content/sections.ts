import type { Fault } from '../../rule.ts'
import { quote } from '../../text/quote.ts'
import type { TemplateProposal } from '../proposal.ts'
import { keywordOf, linesOf, middleLines, parametersOf } from '../template-text.ts'
import { filledValues } from './example.ts'
import { isPolite } from './politeness.ts'

type Said = Fault | 'passed' | 'not-checkable'

/** WT-8.2: `first`, keyword lines, `remark`, in that order. */
export function checkSections({ content }: TemplateProposal): Said {
  if (content === undefined) return 'not-checkable'
  const names = parametersOf(content).map(({ name }) => name)
  const [first, remark] = [names.indexOf('first'), names.indexOf('remark')]
  const keywords = linesOf(content).filter((line) => keywordOf(line) !== undefined).length
  const lacking = first < 0 ? 'first' : remark < 0 ? 'remark' : keywords === 0 ? 'keyword lines' : undefined
  const ordered = first === 0 && remark === names.length - 1
  if (lacking === undefined && ordered) return 'passed'
  return {
    expected: 'three sections: {{first.DATA}}, lines "Keyword: {{keyword1.DATA}}", {{remark.DATA}}',
    received: lacking === undefined ? `the parameters ${names.join(', ')}` : `no ${lacking}`,
    hint: {
      en: 'Begin with {{first.DATA}}, give each keyword a line of its own, and end with {{remark.DATA}}.',
      zh: '请按三段式填写：首行 {{first.DATA}}，中间每行“关键词：{{keyword1.DATA}}”，末行 {{remark.DATA}}。',
    },
  }
}

/** WT-10.4: a recommendation, so it warns. */
export function checkBreaks({ content }: TemplateProposal): Said {
  if (content === undefined) return 'not-checkable'
  const blank = content
    .trim()
    .split(/\r?\n/)
    .findIndex((line) => line.trim() === '')
  const written = /\\n|<br ?\/?>/.exec(content)?.[0]
  if (blank < 0 && written === undefined) return 'passed'
  return {
    expected: 'lines that follow each other closely, and line breaks inside parameters',
    received: written === undefined ? `a blank line after line ${blank}` : `${quote(written)} in the fixed text`,
    hint: {
      en: 'Put parameters right under the line before and wrap by "\\n" in what you give for them.',
      zh: '参数请紧跟上一行，需要换行时在参数值中使用“\\n”。',
    },
  }
}

/** WT-10.5: the first line is `first` alone, and its example greets the user. */
export function checkFirst({ content, example }: TemplateProposal): Said {
  if (content === undefined) return 'not-checkable'
  const [line = ''] = content.trimStart().split(/\r?\n/)
  if (!/^\{ ?\{first\.DATA\} ?\}$/.test(line.trim()))
    return firstFault('{{first.DATA}} alone in the first line', quote(line))
  const greeting = example === undefined ? undefined : filledValues(content, example)?.get('first')
  if (greeting === undefined || isPolite(greeting)) return 'passed'
  return firstFault('an example of first that is polite and addresses the user', quote(greeting))
}

function firstFault(expected: string, received: string): Fault {
  return {
    expected,
    received,
    hint: {
      en: 'Let {{first.DATA}} be the whole first sentence and fill it like "Dear Ms Wanjiku, your order is paid."',
      zh: '首句须礼貌并带称呼，整句由 {{first.DATA}} 概括，示例如“尊敬的王女士，您好，您的订单已支付。”',
    },
  }
}

/** WT-10.6: 2 to 5 lines of a name, a colon and one parameter between `first` and `remark`. */
export function checkKeywords({ content }: TemplateProposal): Said {
  if (content === undefined) return 'not-checkable'
  const lines = middleLines(content)
  const odd = lines.find((line) => keywordOf(line) === undefined)
  if (!odd && lines.length >= 2 && lines.length <= 5) return 'passed'
  return {
    expected: '2 to 5 lines "Keyword name: {{keyword1.DATA}}" between first and remark',
    received: odd ? quote(odd.text) : `${lines.length} of them`,
    hint: {
      en: 'Give 2 to 5 keywords, one line each: a name, a colon, one parameter. More fits into remark.',
      zh: '中间部分须为 2 至 5 行“关键词：参数”，每行一个参数，其余内容放入 remark。',
    },
  }
}

/** WT-10.7: nothing stands behind `remark`. */
export function checkRemark({ content }: TemplateProposal): Said {
  if (content === undefined) return 'not-checkable'
  if (/(?:^|\n)[ \t]*\{ ?\{remark\.DATA\} ?\}\s*$/.test(content)) return 'passed'
  return {
    expected: '{{remark.DATA}} alone in the last line',
    received: quote(content.trimEnd().split(/\r?\n/).at(-1) ?? ''),
    hint: {
      en: 'End the content with {{remark.DATA}} in a line of its own.',
      zh: '模板内容最后须单独一行 {{remark.DATA}}。',
    },
  }
}
