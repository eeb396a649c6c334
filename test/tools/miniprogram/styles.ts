import { transform } from 'esbuild'

/** Style sheets of phones: nothing that Chrome 53 or iOS 10 cannot read. */
const phones = ['chrome53', 'ios10']

/** WXSS and ACSS of a source file: icons as pictures, sides by direction, no more bytes than needed. `end`: of the files it imports. */
export async function styleSheet(source: string, end: string): Promise<string> {
  const [, imports = '', rules = ''] = /^((?:@import [^;]+;\s*)*)([\s\S]*)$/.exec(source) ?? []
  const { code } = await transform(
    sided(rules).replace(/icon\((\w+)\)/g, (_, name: string) => icon(name)),
    {
      loader: 'css',
      minify: true,
      target: phones,
      charset: 'utf8',
    },
  )
  return imports.replaceAll('.wxss', `.${end}`).replace(/\s*\n/g, '') + code.trim()
}

/** One stroke each; they are masks, so that their colour is the text's. */
const strokes: Readonly<Record<string, string>> = {
  bell: 'M6 16v-5a6 6 0 0 1 12 0v5l1.5 2h-15zM10 21h4',
  close: 'M6 6l12 12M18 6L6 18',
  back: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  settings: 'M4 7h9M19 7h1M4 17h1M11 17h9M16 5v4M8 15v4',
  checks: 'M2 13l4 4 9-10M12 16l1 1 9-10',
}

function icon(name: string): string {
  const path = strokes[name]
  if (!path) throw new Error(`Failed to draw the icon "${name}": it has no stroke. Add one.`)
  const width = name === 'more' ? 3 : 2
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='black' stroke-width='${width}' stroke-linecap='round' stroke-linejoin='round'><path d='${path}'/></svg>`
  return `url("data:image/svg+xml,${svg.replace(/</g, '%3C').replace(/>/g, '%3E')}")`
}

/** Hosts' selectors know no `dir`, and old engines no logical sides: a rule with such a side becomes one below `.ltr` and one below `.rtl`. */
function sided(rules: string): string {
  return rules.replace(/([^{}]+)\{([^{}]*)\}/g, (whole, selector: string, body: string) => {
    const logical = body.match(/[\w-]*-inline-(?:start|end)[^;]*(?:;|$)/g)
    if (!logical) return whole
    const rest = logical.reduce((text, one) => text.replace(one, ''), body)
    const below = (direction: string, start: string, end: string): string => {
      const sides = logical.map((one) =>
        one
          .replace(/inset-/, '')
          .replace('inline-start', start)
          .replace('inline-end', end),
      )
      const selectors = selector.trim().split(',')
      return `${selectors.map((one) => `.${direction} ${one.trim()}`).join(',')}{${sides.join('')}}`
    }
    const plain = rest.trim() ? `${selector}{${rest}}` : ''
    return `${plain}${below('ltr', 'left', 'right')}${below('rtl', 'right', 'left')}`
  })
}
