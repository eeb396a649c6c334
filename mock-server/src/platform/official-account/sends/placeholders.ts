import type { TemplateLine } from '@minibell/protocol'
import type { AccountTemplate } from '../records.ts'

/** WT-1: `{{name.DATA}}`; a blank between the braces is taken too. */
const placeholder = /\{\s?\{\s*([A-Za-z0-9_]+)\.DATA\s*\}\s?\}/g

/** Names of a wording's parameters, each once, in order. */
export function parametersOf(content: string): readonly string[] {
  return [...new Set([...content.matchAll(placeholder)].map(([, name = '']) => name))]
}

/** What a wording becomes with its values, line by line; a parameter without a value is empty. */
export function linesOf(
  { content, form }: Pick<AccountTemplate, 'content' | 'form'>,
  values: Readonly<Record<string, string>>,
  { stripped = false }: { readonly stripped?: boolean } = {},
): readonly TemplateLine[] {
  const isStripped = stripped && form === 'historical'
  const lines = content.split('\n').flatMap((line) => lineOf(line, values, isStripped) ?? [])
  return lines.filter(({ keyword, text }) => keyword !== undefined || text !== '')
}

const keywordLine = /^\s*([^{}：:]{1,40}?)\s*[：:]\s*(.+)$/

function lineOf(line: string, values: Readonly<Record<string, string>>, isStripped: boolean): TemplateLine | undefined {
  const [, keyword, rest = ''] = keywordLine.exec(line) ?? []
  if (keyword === undefined || parametersOf(rest).length === 0)
    return isStripped ? undefined : { text: filled(line, values) }
  const text = filled(rest, values)
  return { keyword, text: isStripped ? bare(text) : text }
}

function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(placeholder, (_, name: string) => (Object.hasOwn(values, name) ? (values[name] ?? '') : ''))
}

/** Since 2023-05-04: one line of 20 characters, without emoji. */
function bare(text: string): string {
  const line = text.replace(/\s*[\r\n]+\s*/g, ' ').replace(/\p{Extended_Pictographic}|\u{fe0f}|\u{200d}/gu, '')
  return Array.from(line).slice(0, 20).join('')
}
