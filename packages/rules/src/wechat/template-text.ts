/** A parameter in a template's content: `{{keyword1.DATA}}`, a blank between the braces allowed (WT-1). */
export interface Parameter {
  readonly name: string
  readonly text: string
  /** Place in its line, UTF-16 units. */
  readonly start: number
  readonly end: number
}

/** One line of a template's content. */
export interface TemplateLine {
  readonly text: string
  readonly parameters: readonly Parameter[]
}

/** A keyword line as it is taken apart: `Amount: {{keyword1.DATA}} yuan`. */
export interface KeywordLine {
  readonly name: string
  readonly parameter: Parameter
  /** Fixed text behind the parameter, such as a unit. */
  readonly unit: string
}

const parameter = /\{ ?\{([A-Za-z][A-Za-z0-9_]{0,31})\.DATA\} ?\}/g

/** Lines in order, blank ones too. */
export function linesOf(content: string): readonly TemplateLine[] {
  return content.split(/\r?\n/).map((text) => ({ text, parameters: parametersOf(text) }))
}

/** All parameters of a text, in order. */
export function parametersOf(text: string): readonly Parameter[] {
  return Array.from(text.matchAll(parameter), (found) => ({
    name: found[1] ?? '',
    text: found[0],
    start: found.index,
    end: found.index + found[0].length,
  }))
}

/** What stands in a text besides parameters; each is replaced by `instead`. */
export function fixedText(text: string, instead = ' '): string {
  return text.replace(parameter, instead)
}

/** `undefined` for a line that is not one name, a colon and one parameter. */
export function keywordOf({ text, parameters }: TemplateLine): KeywordLine | undefined {
  const [only, ...more] = parameters
  if (!only || more.length > 0) return undefined
  const name = /^([^\s:：{}][^:：{}]{0,29}?)\s*[:：]$/u.exec(text.slice(0, only.start).trim())?.[1]
  return name === undefined ? undefined : { name, parameter: only, unit: text.slice(only.end).trim() }
}

/** Names of all keyword lines, in order. */
export function keywordNames(content: string): readonly string[] {
  return linesOf(content).flatMap((line) => keywordOf(line)?.name ?? [])
}

/** Lines between `first` and `remark` that say something. */
export function middleLines(content: string): readonly TemplateLine[] {
  const lines = linesOf(content)
  const has = (name: string) => (line: TemplateLine) => line.parameters.some((each) => each.name === name)
  const from = lines.findIndex(has('first')) + 1
  const to = lines.map(has('remark')).lastIndexOf(true)
  return lines.slice(from, to < 0 ? undefined : to).filter(({ text }) => text.trim() !== '')
}
