import { variableForms } from '../../content/variable/forms.ts'
import { variableFinder } from '../../content/variable/variables.ts'
import type { Fault } from '../../rule.ts'
import { quote } from '../../text/quote.ts'
import type { TemplateProposal } from '../proposal.ts'
import { fixedText, linesOf, parametersOf } from '../template-text.ts'

/** What is left open is for WT-9.1 and WT-11.8 to tell. */
const findVariable = variableFinder(variableForms.filter(({ blank }) => !blank))

/** WT-1: every parameter starts with `{{`, a blank allowed between, and ends with `.DATA}}`. */
export function checkSyntax({ title = '', content }: TemplateProposal): Fault | 'passed' | 'not-checkable' {
  if (content === undefined) return 'not-checkable'
  for (const text of [title, content]) {
    const fixed = fixedText(text)
    const brace = /[{}｛｝]+[^{}｛｝\n]{0,30}[{}｛｝]*/u.exec(fixed)?.[0]
    const found = brace ?? findVariable(fixed)?.text
    if (found === undefined) continue
    return {
      expected: 'parameters of the form {{name.DATA}}',
      received: quote(found.trim()),
      hint: {
        en: 'Start each parameter with {{, end it with .DATA}}, and name it with letters, digits and _ from a letter on.',
        zh: '参数须以 {{ 开头、以 .DATA}} 结尾，名称用字母、数字和下划线，且以字母开头。',
      },
    }
  }
  return 'passed'
}

/** WT-10.2: what differs from send to send is a parameter of the content, each name once. */
export function checkGiven({ title = '', content }: TemplateProposal): Fault | 'passed' | 'not-checkable' {
  if (content === undefined) return 'not-checkable'
  const names = parametersOf(content).map(({ name }) => name)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  const [inTitle] = parametersOf(title)
  const received = inTitle
    ? `${quote(inTitle.text)} in the title`
    : names.length === 0
      ? 'no parameter'
      : twice === undefined
        ? undefined
        : `${quote(twice)} twice`
  if (received === undefined) return 'passed'
  return {
    expected: 'a title without parameters and content with parameters, each name once',
    received,
    hint: {
      en: 'Put what is specified at sending into parameters of the content, and give each a name of its own.',
      zh: '发送时指定的内容请放入正文参数，参数名不可重复，标题不含参数。',
    },
  }
}

/** WT-10.8: no two parameters side by side. */
export function checkJoined({ content }: TemplateProposal): Fault | 'passed' | 'not-checkable' {
  if (content === undefined) return 'not-checkable'
  for (const { text, parameters } of linesOf(content)) {
    const at = parameters.findIndex(({ start }, index) => {
      const before = parameters[index - 1]
      return before !== undefined && text.slice(before.end, start).trim() === ''
    })
    if (at < 1) continue
    return {
      expected: 'parameters with text between them',
      received: quote(text.slice(parameters[at - 1]?.start, parameters[at]?.end)),
      hint: {
        en: 'Make one parameter of those that stand side by side and give both values in it.',
        zh: '相邻参数请合并为一个参数，内容一并赋值。',
      },
    }
  }
  return 'passed'
}
