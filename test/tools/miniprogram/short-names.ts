import { read } from '../files.ts'

/**
 * Names that logic and markup of the components alone know, short in what is shipped: rollup.config.js writes the same into the code.
 * The file lists them in an order that no build changes; each gets its place.
 */
const names: readonly string[] = JSON.parse(read('packages/miniprogram/src/markup/short-names.json'))

/** Markup with each of those names, in expressions and of loops, as the code has them. */
export function withShortNames(markup: string): string {
  const inExpression = (text: string): string =>
    text.replace(/'[^']*'|[\w$]+/g, (word) => (word.startsWith("'") ? word : shortName(word)))
  return markup
    .replace(/\{\{[^}]*\}\}/g, inExpression)
    .replace(/ wx:for-item="(\w+)"/g, (_, name: string) => ` wx:for-item="${shortName(name)}"`)
}

/** `Aa` of the first; any other name as it is. */
export function shortName(name: string): string {
  const at = names.indexOf(name)
  return at < 0 ? name : String.fromCharCode(65 + Math.floor(at / 26), 97 + (at % 26))
}
