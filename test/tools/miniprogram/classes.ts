import { files, read } from '../files.ts'

/** Classes that the logic writes, or asks the host for by name: they keep it. */
const fromLogic = new Set(
  'mb auto light dark ltr rtl number dot shown leaving first last unread gone t-ltr t-rtl mb-page mb-list mb-row i-close i-settings i-readAll'.split(
    ' ',
  ),
)

const expression = /\{\{[^}]*\}\}/g

/** A text that an expression answers with, not one that it compares with. */
const answer = /(?<!==\s*)'([\w-]*)'/g

/** Short names for all other classes of markup and styles, the same in each build: lower case, for pages in quirks mode. */
export function shortClasses(): Readonly<Record<string, string>> {
  const counts: Record<string, number> = {}
  const count = (name: string): void => {
    if (!fromLogic.has(name)) counts[name] = (counts[name] ?? 0) + 1
  }
  for (const file of files('packages/miniprogram/src/markup/*/*.wxml'))
    inClasses(read(file), (name) => {
      count(name)
      return name
    })
  for (const file of files('packages/miniprogram/src/markup/*/*.wxss'))
    inSelectors(read(file), (name) => {
      count(name)
      return name
    })
  const names = Object.keys(counts).sort()
  names.sort((one, other) => (counts[other] ?? 0) - (counts[one] ?? 0))
  return Object.fromEntries(names.map((name, at) => [name, letters(at)]))
}

/** `a` to `z`, then two of them. */
function letters(at: number): string {
  const letter = (place: number): string => String.fromCharCode(97 + place)
  return at < 26 ? letter(at) : letter(Math.floor(at / 26) - 1) + letter(at % 26)
}

/** Markup with each class by its short name. */
export function withShortClasses(markup: string): string {
  const short = shortClasses()
  return inClasses(markup, (name) => short[name] ?? name)
}

/** A style sheet, without what it imports, with each class by its short name. */
export function withShortSelectors(rules: string): string {
  const short = shortClasses()
  return inSelectors(rules, (name) => short[name] ?? name)
}

function inClasses(markup: string, rename: (name: string) => string): string {
  return markup.replace(/((?:hover-)?class=")([^"]*)"/g, (_, attribute: string, value: string) => {
    const inside: string[] = []
    const outside = value.replace(expression, (found) => {
      inside.push(found.replace(answer, (_whole, name: string) => `'${name && rename(name)}'`))
      return '{}'
    })
    // What stands at an expression is half a name.
    const renamed = outside.replace(/[^\s{}]+(?=\s|$)|[^\s{}]+(?=\{)/g, (name, at: number) =>
      outside[at + name.length] === '{' ? name : rename(name),
    )
    return `${attribute}${renamed.replaceAll('{}', () => inside.shift() ?? '')}"`
  })
}

function inSelectors(rules: string, rename: (name: string) => string): string {
  return rules.replace(/([^{};]+)\{/g, (_, selector: string) => {
    return `${selector.replace(/\.([a-z][\w-]*)/g, (_whole, name: string) => `.${rename(name)}`)}{`
  })
}
