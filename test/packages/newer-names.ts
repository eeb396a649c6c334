import { isNode, literal, type Node, parse, walk } from '../tools/syntax.ts'

/** Names of members and globals that came after Chrome 71, by the first version that has them. */
const afterChrome71: Readonly<Record<string, number>> = {
  ...{ fromEntries: 73, matchAll: 73, allSettled: 76, replaceAll: 85, hasOwn: 93, findLast: 97, findLastIndex: 97 },
  ...{ toSorted: 110, toReversed: 110, toSpliced: 110, groupBy: 117, isWellFormed: 111, withResolvers: 119 },
  ...{ structuredClone: 98, WeakRef: 84, FinalizationRegistry: 84, AggregateError: 85, randomUUID: 92 },
  ...{ ListFormat: 72, Locale: 74, DisplayNames: 81, Segmenter: 87, DurationFormat: 129, formatRange: 76 },
  ...{ dateStyle: 76, timeStyle: 76, notation: 77, unitDisplay: 77, supportedValuesOf: 99, numberingSystems: 99 },
  ...{ replaceChildren: 86, attachInternals: 77, getAnimations: 84, showPopover: 114, setHTML: 999, moveBefore: 133 },
  ...{ adoptedStyleSheets: 73, checkVisibility: 105, scheduler: 94, startViewTransition: 111 },
  ...{ CompressionStream: 80, CloseWatcher: 120, Navigation: 102, URLPattern: 95, EyeDropper: 95, Sanitizer: 999 },
  ...{ throwIfAborted: 100, arrayBuffer: 76, setResizable: 999, canParse: 120, parseHTML: 999, requestSubmit: 76 },
}

/** Names that came after ES2017, for builders and hosts that promise no more. */
const afterEs2017: Readonly<Record<string, number>> = {
  ...{
    flat: 2019,
    flatMap: 2019,
    trimStart: 2019,
    trimEnd: 2019,
    finally: 2018,
    asyncIterator: 2018,
    globalThis: 2020,
  },
  ...{ BigInt: 2020, queueMicrotask: 2020, description: 2019 },
}

/** `name (Chrome 73)` for each newer name that code reads, calls or passes as an option; own definitions of a name, or a test for it, excuse it. */
export function newerNames(file: string, text: string, target: string): string[] {
  const found = new Set<string>()
  const own = new Set<string>()
  walk(parse(file, text).program, (node) => {
    for (const name of defined(node)) own.add(name)
    const name = used(node)
    if (name !== undefined) found.add(name)
  })
  const names = [...found].filter((name) => !own.has(name))
  return [
    ...names
      .filter((name) => Object.hasOwn(afterChrome71, name))
      .map((name) => `${name} (Chrome ${afterChrome71[name]})`),
    ...(target === 'es2017'
      ? names.filter((name) => Object.hasOwn(afterEs2017, name)).map((name) => `${name} (ES${afterEs2017[name]})`)
      : []),
  ]
}

function used(node: Node): string | undefined {
  if (node.type === 'MemberExpression' && !node['computed']) return nameOf(node['property'])
  if (node.type === 'Property' && !node['computed'] && node['shorthand'] !== true) return nameOf(node['key'])
  if (node.type === 'NewExpression' || node.type === 'CallExpression') return nameOf(node['callee'])
  return undefined
}

/** A method or a variable of ours that happens to have such a name, or a name that the code asks for first: `if (y.x)`, `'x' in y`. */
function defined(node: Node): string[] {
  if (node.type === 'BinaryExpression' && node['operator'] === 'in') return [literal(node['left']) ?? '']
  if (node.type === 'IfStatement' || node.type === 'ConditionalExpression') return [memberOf(node['test'])]
  if (node.type === 'LogicalExpression') return [memberOf(node['left'])]
  if (node.type === 'FunctionDeclaration' || node.type === 'VariableDeclarator') return [nameOf(node['id']) ?? '']
  if (node.type === 'MethodDefinition') return [nameOf(node['key']) ?? '']
  if (node.type === 'Property' && isNode(node['value']) && /Function/.test(node['value'].type))
    return [nameOf(node['key']) ?? '']
  return []
}

function memberOf(node: unknown): string {
  return (isNode(node) && node.type === 'MemberExpression' && nameOf(node['property'])) || ''
}

function nameOf(node: unknown): string | undefined {
  return isNode(node) && node.type === 'Identifier' ? String(node['name']) : undefined
}
