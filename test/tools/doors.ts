import { existsSync } from 'node:fs'
import { join, posix } from 'node:path'
import { read, root } from './files.ts'
import { isNode, type Node, type Parsed, parse } from './syntax.ts'
import { entries, published, specifier } from './workspaces.ts'

/** One name that a module gives away. */
export interface Exported {
  readonly name: string
  readonly kind: 'value' | 'type'
  /** Where it is declared; a third party's name keeps the file that passes it on. */
  readonly file: string
  /** Whether a JSDoc comment stands right above the declaration. */
  readonly isDocumented: boolean
}

/** Every entry of every published package whose source is there: `@minibell/client/testing` and its module. */
export function doors(): { readonly door: string; readonly file: string }[] {
  const all = published().flatMap((workspace) =>
    entries(workspace).map(([name, entry]) => ({
      door: specifier(workspace, name),
      file: posix.join(workspace.folder, entry['minibell-source'] ?? ''),
    })),
  )
  return all.filter(({ file }) => existsSync(join(root, file)))
}

/** The names of a module, re-exports followed to their declarations, sorted by name. */
export function exportsOf(file: string): Exported[] {
  const module = parse(file, read(file))
  const found = body(module).flatMap((statement) => exportsOfStatement(file, module, statement))
  const byName = new Map(found.map((one) => [one.name, one]))
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

const body = (module: Parsed): Node[] => children(module.program['body'])

const children = (value: unknown): Node[] => [value].flat().filter(isNode)

const text = (node: unknown): string => (isNode(node) ? String(node['name'] ?? node['value']) : '')

function exportsOfStatement(file: string, module: Parsed, statement: Node): Exported[] {
  if (statement.type === 'ExportAllDeclaration') return passedOn(file, statement)
  if (statement.type !== 'ExportNamedDeclaration') return []
  const declaration = statement['declaration']
  if (isNode(declaration)) return declared(file, module, { statement, declaration })
  return children(statement['specifiers']).map((one) => {
    const found = lookUp(file, module, { name: text(one['local']), source: source(file, statement['source']) })
    const isType = statement['exportKind'] === 'type' || one['exportKind'] === 'type'
    return { ...found, name: text(one['exported']), kind: isType ? 'type' : found.kind }
  })
}

function passedOn(file: string, statement: Node): Exported[] {
  const from = source(file, statement['source'])
  if (isNode(statement['exported']))
    return [{ name: text(statement['exported']), kind: 'value', file, isDocumented: true }]
  return from ? exportsOf(from) : []
}

function declared(file: string, module: Parsed, at: { statement: Node; declaration: Node }): Exported[] {
  const isDocumented = hasDoc(module, read(file), at.statement)
  const kind = /^TS(Interface|TypeAlias)/.test(at.declaration.type) ? 'type' : 'value'
  const named =
    at.declaration.type === 'VariableDeclaration' ? children(at.declaration['declarations']) : [at.declaration]
  return named.map((one) => ({ name: text(one['id']), kind, file, isDocumented }))
}

/** A name that is exported apart from its declaration: from another module, from an import, or from this file. */
function lookUp(file: string, module: Parsed, asked: { name: string; source: string | undefined }): Exported {
  const { name } = asked
  if (asked.source) return exportsOf(asked.source).find((one) => one.name === name) ?? missing(file, name)
  for (const statement of body(module)) {
    if (statement.type === 'ImportDeclaration') {
      const one = children(statement['specifiers']).find((specifier) => text(specifier['local']) === name)
      const from = source(file, statement['source'])
      if (one) return from ? lookUp(file, module, { name: text(one['imported']), source: from }) : foreign(file, name)
    }
    const here = declared(file, module, { statement, declaration: statement }).find((one) => one.name === name)
    if (here) return here
  }
  return foreign(file, name)
}

/** A third party's name: documented where it comes from. */
const foreign = (file: string, name: string): Exported => ({ name, kind: 'value', file, isDocumented: true })

function missing(file: string, name: string): never {
  throw new Error(`Failed to follow an export: ${file} passes on ${name}, which is not there.`)
}

function source(file: string, node: unknown): string | undefined {
  const named = text(node)
  return named.startsWith('.') ? posix.join(posix.dirname(file), named) : undefined
}

function hasDoc(module: Parsed, whole: string, statement: Node): boolean {
  return module.comments.some(
    (one) =>
      one.value.startsWith('*') && one.end <= statement.start && whole.slice(one.end, statement.start).trim() === '',
  )
}
