import { isNode, parse, walk } from '../tools/syntax.ts'

/** Styles that a browser before that version drops, with all that stands in the same rule or value. */
const newer: readonly (readonly [RegExp, string])[] = [
  [/:(is|where|has)\(/, ':is, :where, :has (Chrome 88 and later)'],
  [/(^|[\s;{])inset(-inline|-block)?\s*:/, 'inset (Chrome 87)'],
  [/(^|[\s;{])(margin|padding)-(inline|block)\s*:/, 'margin-inline, padding-inline (Chrome 87; use -start and -end)'],
  [/(^|[\s:,(])(min|max|clamp)\([^)]*[,]/, 'min(), max(), clamp() (Chrome 79)'],
  [/aspect-ratio\s*:/, 'aspect-ratio (Chrome 88)'],
  [/\d[sld]v[hw]\b/, 'svh, lvh, dvh (Chrome 108)'],
  [/@(layer|container|scope|starting-style|property)\b/, 'a newer at-rule'],
  [/(color-mix|oklch|oklab|lab|lch|light-dark)\(/, 'a newer colour function'],
  [/(^|[\s;{])(translate|rotate|scale)\s*:/, 'translate, rotate, scale as properties (Chrome 104)'],
  [/:\s*revert(-layer)?\b/, 'revert (Chrome 84)'],
  [/[{;]\s*&/, 'nesting (Chrome 112)'],
]

/** What a style text in a script says that older phones do not understand. Enhancements that are simply ignored are no fault. */
export function newerStyles(file: string, text: string): string[] {
  const found = new Set<string>()
  walk(parse(file, text).program, (node) => {
    for (const style of stylesIn(node)) for (const fault of faults(style)) found.add(fault)
  })
  return [...found]
}

/** Texts that hold rules: `a{b:c}`. */
function stylesIn(node: { readonly [key: string]: unknown; readonly type: string }): string[] {
  const texts =
    node.type === 'TemplateLiteral'
      ? [
          [node['quasis']]
            .flat()
            .filter(isNode)
            .map((quasi) => String((quasi['value'] as { raw: unknown }).raw))
            .join('0'),
        ]
      : node.type === 'Literal' && typeof node['value'] === 'string'
        ? [node['value']]
        : []
  return texts.filter((one) => /\{[^{}]*[a-z-]+\s*:[^{}]*\}/.test(one))
}

function faults(style: string): string[] {
  const named = newer.filter(([pattern]) => pattern.test(style)).map(([, name]) => name)
  const flexGaps = style
    .split('}')
    .filter((rule) => /display:\s*(inline-)?flex/.test(rule) && /(^|[\s;{])(row-|column-)?gap\s*:/.test(rule))
  const mixed = style
    .split('}')
    .filter((rule) => /,[^{]*:focus-visible|:focus-visible[^{]*,/.test(rule.split('{').at(-2) ?? ''))
  return [
    ...named,
    ...(flexGaps.length > 0 ? ['gap in a flex container (Chrome 84; use margins)'] : []),
    ...(mixed.length > 0 ? [':focus-visible in a list of selectors (Chrome 86 drops the whole rule)'] : []),
  ]
}
