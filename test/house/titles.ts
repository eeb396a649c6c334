import { isNode, literal, type Node, parse, walk } from '../tools/syntax.ts'

/** Titles of the tests in a file: first arguments of `test`, `it`, `describe`, also of `test.each(…)` and `test.for(…)`. */
export function titlesOf(file: string, text: string): string[] {
  const found: string[] = []
  walk(parse(file, text).program, (node) => {
    if (node.type !== 'CallExpression' || !testers.has(rootName(node['callee']))) return
    const title = titleText([node['arguments']].flat()[0])
    if (title !== undefined) found.push(title)
  })
  return found
}

const testers = new Set(['test', 'it', 'describe'])

function rootName(callee: unknown): string {
  if (!isNode(callee)) return ''
  if (callee.type === 'Identifier') return String(callee['name'])
  return rootName(callee['object'] ?? callee['callee'] ?? callee['tag'])
}

/** Holes of a template count as nothing. */
function titleText(node: unknown): string | undefined {
  if (isNode(node) && node.type === 'TemplateLiteral') return [node['quasis']].flat().filter(isNode).map(raw).join('')
  return literal(node)
}

const raw = (quasi: Node): string => String((quasi['value'] as { cooked?: unknown }).cooked)
