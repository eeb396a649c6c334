import type { Template } from '@minibell/mock'

/** One run of a text: words as they are, or a parameter with its value. */
export interface Run {
  readonly text: string
  /** Set where the run stands for `${parameter}`. */
  readonly parameter?: string
}

/** A template's text with its values (OA-6). A value is text and is never expanded again; one that is missing keeps its placeholder. */
export function runsOf(text: string, values: Readonly<Record<string, string>>): readonly Run[] {
  return text.split(/(\$\{\w+\})/g).flatMap((part): Run[] => {
    const parameter = /^\$\{(\w+)\}$/.exec(part)?.[1]
    if (parameter === undefined) return part === '' ? [] : [{ text: part }]
    return [{ text: values[parameter] || part, parameter }]
  })
}

/** Parameters that one language has and another lacks: a send that fills all of the first would say less in the second. */
export function unevenOf(texts: Template['texts']): readonly string[] {
  const named = Object.entries(texts).map(([language, { title, content }]) => ({
    language,
    names: new Set([...`${title} ${content}`.matchAll(/\$\{(\w+)\}/g)].map((match) => match[1] ?? '')),
  }))
  const all = new Set(named.flatMap(({ names }) => [...names]))
  return named.flatMap(({ language, names }) =>
    [...all].filter((name) => !names.has(name)).map((name) => `${language} lacks \${${name}}`),
  )
}
