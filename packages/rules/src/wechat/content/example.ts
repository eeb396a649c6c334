import type { Fault } from '../../rule.ts'
import { quote } from '../../text/quote.ts'
import type { TemplateProposal } from '../proposal.ts'
import { fixedText, parametersOf } from '../template-text.ts'

/** WT-10.3: the content once more, every parameter replaced by a value that somebody could get. */
export function checkExample({ content, example }: TemplateProposal): Fault | 'passed' | 'not-checkable' {
  if (content === undefined) return 'not-checkable'
  const received = wrongExample(content, example)
  if (received === undefined) return 'passed'
  return {
    expected: 'a copy of the content in which every parameter is filled in',
    received,
    hint: {
      en: 'Copy the whole content and replace each {{name.DATA}} by a realistic value.',
      zh: '内容示例须为完整模板内容，并将每个参数替换为真实示例值。',
    },
  }
}

function wrongExample(content: string, example: string | undefined): string | undefined {
  if (example === undefined || example.trim() === '') return 'no example'
  const [left] = parametersOf(example)
  if (left) return `${quote(left.text)} not filled in`
  const values = filledValues(content, example)
  if (!values) return `another text than the content: ${quote(example)}`
  const empty = [...values].find(([, value]) => isNoValue(value))
  return empty && `${quote(empty[1])} for ${empty[0]}`
}

const isNoValue = (value: string): boolean =>
  /^(?:[x×*＊_\-.…?？\s]+|某+|(?:n\/a|null|undefined|value|test|tbd|xxx?|示例|参数|内容))$/iu.test(value.trim())

/** What each parameter has in an example, by name; `undefined` when it is no copy of the content. Linear. */
export function filledValues(content: string, example: string): ReadonlyMap<string, string> | undefined {
  const names = parametersOf(content).map(({ name }) => name)
  const segments = fixedText(even(content).trim(), '\0').split('\0')
  const text = even(example).trim()
  const values = new Map<string, string>()
  const [start = ''] = segments
  if (!text.startsWith(start)) return undefined
  let at = start.length
  for (const [index, name] of names.entries()) {
    const segment = segments[index + 1] ?? ''
    const isLast = index === names.length - 1
    const until = isLast ? (text.endsWith(segment) ? text.length - segment.length : -1) : nextPlace(text, segment, at)
    if (until <= at) return undefined
    values.set(name, text.slice(at, until).trim())
    at = until + segment.length
  }
  return [...values.values()].includes('') ? undefined : values
}

/** Where a fixed text comes next, behind at least one character; between bare parameters a line ends. */
function nextPlace(text: string, segment: string, at: number): number {
  return text.indexOf(segment === '' ? '\n' : segment, at + 1)
}

/** Colons, blanks, blank lines and line ends that differ make no other text. */
const even = (text: string): string =>
  text
    .replace(/：/g, ':')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?: ?/g, ':')
    .replace(/ ?\n[ \n]*/g, '\n')
