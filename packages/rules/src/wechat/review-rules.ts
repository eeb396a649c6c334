import { checkExample } from './content/example.ts'
import { checkGiven, checkJoined, checkSyntax } from './content/parameters.ts'
import { checkBreaks, checkFirst, checkKeywords, checkRemark, checkSections } from './content/sections.ts'
import { checkFixed, checkLongest, sizes } from './content/size.ts'
import { type ProposalRule, reviewSeverities, proposalRule as rule, type UnratedProposalRule } from './proposal-rule.ts'
import { checkClass, checkImportant, checkKind, checkMatching } from './scope/scope.ts'
import { checkDuplicate } from './title/duplicate.ts'
import { checkGenericKeywords, checkGenericTitle } from './title/generic-title.ts'
import { checkCharacters, checkEnding } from './title/title-form.ts'
import { firstWordRules, wordRules } from './words/word-rules.ts'

const scopeRules: readonly UnratedProposalRule[] = [
  rule(
    'WT-1.syntax',
    'WT-1',
    ['Parameters start with {{ and end with .DATA}}', '参数以 {{ 开头、以 .DATA}} 结尾'],
    checkSyntax,
  ),
  rule(
    'WT-8.1.class',
    'WT-8.1',
    ['A class and a kind of allowed templates is named', '须注明允许的类别和种类'],
    checkClass,
  ),
  rule('WT-5.5.important', 'WT-5.5', ['It is important and beneficial to users', '对用户重要且有益'], checkImportant),
]

const formRules: readonly UnratedProposalRule[] = [
  rule(
    'WT-8.2.sections',
    'WT-8.2',
    ['Three sections: first, keyword lines, remark', '三段式：首句、关键词、备注'],
    checkSections,
  ),
  rule(
    'WT-9.2.characters',
    'WT-9.2',
    ['The title has no punctuation and no special characters', '标题不含标点和特殊符号'],
    checkCharacters,
  ),
  rule(
    'WT-9.2.ending',
    'WT-9.2',
    ['The title ends in "notification" or "reminder"', '标题以“通知”或“提醒”结尾'],
    checkEnding,
  ),
  rule('WT-9.3.title', 'WT-9.3', ['The title describes the service', '标题能描述服务'], checkGenericTitle),
  rule('WT-9.3.keywords', 'WT-9.3', ['The keywords describe the service', '关键词能描述服务'], checkGenericKeywords),
  rule('WT-9.6.duplicate', 'WT-9.6', ['The library does not have it yet', '模板库中尚无该模板'], checkDuplicate),
  rule('WT-8.1.kind', 'WT-8.1', ['The title is of the kind that was named', '标题与所选种类相符'], checkKind),
]

const completionRules: readonly UnratedProposalRule[] = [
  rule(
    'WT-10.1.length',
    'WT-10.1',
    [`Content has at most ${sizes.most} characters`, `内容不超过 ${sizes.most} 个字符`],
    checkLongest,
  ),
  rule(
    'WT-10.1.fixed',
    'WT-10.1',
    [`Content has at least ${sizes.leastFixed} fixed words or marks`, `固定文字或标点至少 ${sizes.leastFixed} 个`],
    checkFixed,
  ),
  rule(
    'WT-10.2.given',
    'WT-10.2',
    ['What is specified at sending is a parameter', '发送时指定的内容为参数'],
    checkGiven,
  ),
  rule(
    'WT-10.3.example',
    'WT-10.3',
    ['The example is the content filled in', '示例为填好参数的完整内容'],
    checkExample,
  ),
  rule('WT-10.4.breaks', 'WT-10.4', ['Parameters are close to the line before', '参数紧跟上一行'], checkBreaks),
  rule(
    'WT-10.5.first',
    'WT-10.5',
    ['The first sentence is polite and all in first', '首句礼貌并由 first 概括'],
    checkFirst,
  ),
  rule('WT-10.6.keywords', 'WT-10.6', ['2 to 5 keyword lines', '2 至 5 行关键词'], checkKeywords),
  rule('WT-10.7.remark', 'WT-10.7', ['remark stands at the end', '末尾为 remark'], checkRemark),
  rule('WT-10.8.joined', 'WT-10.8', ['Parameters side by side are merged', '相邻参数合并'], checkJoined),
]

const matching = rule(
  'WT-7.1.scenario',
  'WT-7.1',
  ['The content is of the service that the title names', '内容与标题、服务场景相符'],
  checkMatching,
)

/** WT-1, WT-5.5 to WT-5.8, WT-7 to WT-10 in the order in which they speak: what it is, what it says, how it is written. */
export const templateReviewRules: readonly ProposalRule[] = [
  ...scopeRules,
  ...firstWordRules,
  matching,
  ...wordRules,
  ...formRules,
  ...completionRules,
].map((each) => ({ ...each, severity: reviewSeverities[each.id] ?? 'deny' }))
