import { transform } from 'esbuild'
import { withShortSelectors } from './classes.ts'
import { iconPlace, icons } from './icons.ts'

/** Style sheets of phones: nothing that Chrome 53 or iOS 10 cannot read. */
const phones = ['chrome53', 'ios10']

/** WXSS and ACSS of a source file: icons as pictures, sides by direction, no more bytes than needed. `end`: of the files it imports. */
export async function styleSheet(source: string, end: string): Promise<string> {
  const [, imports = '', rules = ''] = /^((?:@import [^;]+;\s*)*)([\s\S]*)$/.exec(source) ?? []
  const { code } = await transform(
    sided(withShortSelectors(rules))
      .replace('icons()', icons())
      .replace(/icon\((\w+)\)/g, (_, name: string) => iconPlace(name)),
    {
      loader: 'css',
      minify: true,
      target: phones,
      charset: 'utf8',
    },
  )
  return imports.replaceAll('.wxss', `.${end}`).replace(/\s*\n/g, '') + withoutBlanks(code)
}

/** esbuild keeps the blanks of custom properties. */
function withoutBlanks(code: string): string {
  return code
    .trim()
    .replace(/(?<=--[\w-]+[:,]) /g, '')
    .replace(/(?<=[)%]) \/ /g, '/')
}

/**
 * Sides that follow the direction, in words of old engines: they know `-webkit-margin-start`, but nothing like it for a place, and hosts'
 * selectors know no `dir`; a rule with such a place becomes one below `.ltr` and one below `.rtl`.
 */
function sided(rules: string): string {
  const near = rules
    .replace(/(?<=[\s;{])(?=(?:margin|padding)-inline-)/g, '-webkit-')
    .replace(/-inline-(?=start|end)/g, '-')
  return near.replace(/([^{}]+)\{([^{}]*)\}/g, (whole, selector: string, body: string) => {
    const places = body.match(/inset-(?:start|end)[^;]*(?:;|$)/g)
    if (!places) return whole
    const rest = places.reduce((text, one) => text.replace(one, ''), body)
    const below = (direction: string, start: string, end: string): string => {
      const sides = places.map((one) => one.replace('inset-start', start).replace('inset-end', end))
      const selectors = selector.trim().split(',')
      return `${selectors.map((one) => `.${direction} ${one.trim()}`).join(',')}{${sides.join('')}}`
    }
    const plain = rest.trim() ? `${selector}{${rest}}` : ''
    return `${plain}${below('ltr', 'left', 'right')}${below('rtl', 'right', 'left')}`
  })
}
