import { parseSync } from 'vite'

/** A node of the ESTree that oxc gives for JavaScript and TypeScript; walkers look at what they know. */
export interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [key: string]: unknown
}

export interface Parsed {
  readonly program: Node
  readonly comments: readonly {
    readonly type: string
    readonly value: string
    readonly start: number
    readonly end: number
  }[]
}

/** Throws the parser's first complaint with the file's name. */
export function parse(file: string, text: string): Parsed {
  const { program, comments, errors } = parseSync(file, text)
  if (errors[0]) throw new Error(`Failed to parse ${file}: ${errors[0].message}`)
  // The parser's own types are an exact union of some 200 nodes; a walker needs only what all of them share.
  return { program: program as unknown as Node, comments }
}

/** Calls `visit` for every node below and including `node`, parents first. */
export function walk(node: Node, visit: (node: Node) => void): void {
  visit(node)
  for (const value of Object.values(node)) for (const child of [value].flat()) if (isNode(child)) walk(child, visit)
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
}

/** Text of a literal or of a template without holes; `undefined` for anything computed. */
export function literal(node: unknown): string | undefined {
  if (!isNode(node)) return undefined
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value']
  if (node.type !== 'TemplateLiteral') return undefined
  const [only, more] = [node['quasis']].flat()
  return more === undefined && isNode(only) ? (only['value'] as { cooked: string }).cooked : undefined
}

/** 1-based. */
export function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

export interface Import {
  readonly specifier: string
  /** `type`: erased when it runs. */
  readonly kind: 'value' | 'type'
  readonly line: number
}

/** Every way to name another module: `import`, `export from`, `import()`, `import('x').T`, `require`, `import x = require`. */
export function importsOf(file: string, text: string): Import[] {
  const found: Import[] = []
  walk(parse(file, text).program, (node) => {
    const specifier = literal(sourceOf(node))
    if (specifier === undefined) return
    const isType = node['importKind'] === 'type' || node['exportKind'] === 'type' || node.type === 'TSImportType'
    found.push({ specifier, kind: isType ? 'type' : 'value', line: lineOf(text, node.start) })
  })
  return found
}

function sourceOf(node: Node): unknown {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return node['source'] ?? node['argument']
    case 'TSExternalModuleReference':
      return node['expression']
    case 'CallExpression':
      return calls(node, 'require') ? [node['arguments']].flat()[0] : undefined
    default:
      return undefined
  }
}

function calls(node: Node, name: string): boolean {
  return isNode(node['callee']) && node['callee'].type === 'Identifier' && node['callee']['name'] === name
}
