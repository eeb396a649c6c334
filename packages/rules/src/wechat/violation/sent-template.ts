import { keywordOf, linesOf, parametersOf } from '../template-text.ts'

/** A template message as it was sent: what the values say under the template's own words. */
export interface SentTemplate {
  readonly title: string
  /** Of the template. */
  readonly content: string
  /** What the send gave for each parameter, by name. */
  readonly values: Readonly<Record<string, string>>
}

/** WT-11: nothing besides the message itself; what needs history is the platform's. */
export type SentContext = Readonly<Record<string, never>>

/** One keyword with its value. */
export interface FilledKeyword {
  readonly name: string
  readonly parameter: string
  readonly value: string | undefined
}

export function filledKeywords({ content, values }: SentTemplate): readonly FilledKeyword[] {
  return linesOf(content).flatMap((line) => {
    const keyword = keywordOf(line)
    return keyword
      ? [{ name: keyword.name, parameter: keyword.parameter.name, value: values[keyword.parameter.name] }]
      : []
  })
}

/** All values in the template's order, then what it does not ask for, each a sentence of its own. */
export function saidIn({ content, values }: SentTemplate): string {
  const names = parametersOf(content).map(({ name }) => name)
  const others = Object.keys(values).filter((name) => !names.includes(name))
  return [...names, ...others].map((name) => values[name] ?? '').join(' \n; ')
}

/** What the template promises: its title and the names of its keywords. */
export function headIn(sent: SentTemplate): string {
  return [sent.title, ...filledKeywords(sent).map(({ name }) => name)].join(' ; ')
}
