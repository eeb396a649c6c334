import { messageRule as rule, type UnratedRule } from './content-rule.ts'
import { checkJump } from './jump.ts'
import { checkLength } from './length.ts'
import { checkRequired } from './required.ts'
import type { ContentRuleSet } from './rule-set.ts'
import { checkSpecial, specialFinder } from './special/special-characters.ts'
import { checkVariables, variableFinder } from './variable/variables.ts'

/** MA-8 to MA-12: what a message is made of. */
export function elementRules(set: ContentRuleSet): readonly UnratedRule[] {
  const variable = variableFinder(set.variables)
  const special = specialFinder(set.characters)
  return [
    rule('MA-8.title', 'MA-8', ['A message has a title', '消息必须有标题'], (a) => checkRequired(a, 'title')),
    rule('MA-8.content', 'MA-8', ['A message has content', '消息必须有内容'], (a) => checkRequired(a, 'content')),
    rule('MA-8.jump', 'MA-8', ['A message has a jump URL', '消息必须有跳转地址'], (a) => checkRequired(a, 'jumpUrl')),
    ...lengthRules(set),
    rule('MA-10.title', 'MA-10', ['The title is plain text without variables', '标题为纯文本，不含变量'], (a) =>
      checkVariables(a, 'title', variable),
    ),
    rule('MA-10.content', 'MA-10', ['Content is plain text without variables', '内容为纯文本，不含变量'], (a) =>
      checkVariables(a, 'content', variable),
    ),
    rule('MA-11.title', 'MA-11', ['The title has no special characters', '标题不含特殊字符'], (a) =>
      checkSpecial(a, 'title', special),
    ),
    rule('MA-11.content', 'MA-11', ['Content has no special characters', '内容不含特殊字符'], (a) =>
      checkSpecial(a, 'content', special),
    ),
    rule('MA-12.jump', 'MA-12', ['The jump URL is a page of this mini-program', '跳转地址为本小程序的页面'], checkJump),
  ]
}

function lengthRules({ title, content }: ContentRuleSet): readonly UnratedRule[] {
  return [
    rule(
      'MA-9.title',
      'MA-9',
      [`The title has at most ${title.max} characters`, `标题不超过 ${title.max} 个字符`],
      (a) => checkLength(a, 'title', title.max),
    ),
    rule(
      'MA-9.content',
      'MA-9',
      [`Content over ${content.warnAbove} characters may be refused`, `内容超过 ${content.warnAbove} 个字符可能被拒绝`],
      (a) => checkLength(a, 'content', content.warnAbove),
    ),
    rule(
      'MA-9.content-max',
      'MA-9',
      [`Content has at most ${content.max} characters`, `内容不超过 ${content.max} 个字符`],
      (a) => checkLength(a, 'content', content.max),
    ),
  ]
}
