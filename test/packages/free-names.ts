import { isNode, type Node, parse, walk } from '../tools/syntax.ts'

/** What logic threads have besides the namespace of their host: ES2017, timers, a console, the page stack. */
const known = [
  ...[
    'Object',
    'Array',
    'String',
    'Number',
    'Boolean',
    'Symbol',
    'Math',
    'JSON',
    'Date',
    'RegExp',
    'Promise',
    'Map',
    'Set',
    'Uint8Array',
  ],
  ...[
    'WeakMap',
    'WeakSet',
    'Error',
    'TypeError',
    'RangeError',
    'Infinity',
    'NaN',
    'undefined',
    'parseInt',
    'parseFloat',
  ],
  ...['isNaN', 'isFinite', 'encodeURIComponent', 'decodeURIComponent', 'arguments', 'module', 'exports'],
  ...['setTimeout', 'clearTimeout', 'console', 'getCurrentPages'],
]

/**
 * Free names of a script that its host does not promise: `window`, `fetch`, `eval`, `Function`, `globalThis` and whatever else is
 * neither declared in the file nor `known` nor in `also`. Hosts refuse some of them when they are merely named.
 */
export function freeNames(file: string, text: string, also: readonly string[]): string[] {
  const declared = new Set([...known, ...also])
  const used = new Set<string>()
  walk(parse(file, text).program, (node) => {
    for (const name of declarations(node)) declared.add(name)
    for (const name of uses(node)) used.add(name)
  })
  return [...used].filter((name) => !declared.has(name)).sort()
}

function declarations(node: Node): string[] {
  if (node.type === 'VariableDeclarator' || node.type === 'ClassDeclaration') return bound(node['id'])
  if (node.type === 'CatchClause') return bound(node['param'])
  if (/Function/.test(node.type)) return [node['id'], ...[node['params']].flat()].flatMap(bound)
  return []
}

/** Names of a pattern, `{ a, b: [c], ...d }`. */
function bound(pattern: unknown): string[] {
  if (!isNode(pattern)) return []
  if (pattern.type === 'Identifier') return [String(pattern['name'])]
  const inner = [pattern['left'], pattern['argument'], pattern['elements'], pattern['properties'], pattern['items']]
  const value = pattern.type === 'Property' ? [pattern['value']] : []
  return [...inner, ...value].flat().flatMap(bound)
}

/** Identifiers that are read or written by a node itself; keys and members after a dot are none. */
function uses(node: Node): string[] {
  const skipped = (key: string): boolean =>
    (key === 'property' && !node['computed']) ||
    (key === 'key' && !node['computed'] && node['shorthand'] !== true) ||
    (key === 'label' && /Statement/.test(node.type))
  return Object.entries(node).flatMap(([key, value]) =>
    skipped(key)
      ? []
      : [value]
          .flat()
          .filter(isNode)
          .filter(({ type }) => type === 'Identifier')
          .map((one) => String(one['name'])),
  )
}
