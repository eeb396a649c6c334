import { importsOf } from '../tools/syntax.ts'
import { target } from './imports.ts'

/** Every circle of modules that need each other when they run, once, from its first file by name. Types make none. */
export function cycles(modules: ReadonlyMap<string, string>): string[] {
  const graph = new Map([...modules].map(([file, text]) => [file, needs(file, text)]))
  const done = new Set<string>()
  const found = new Set<string>()
  const visit = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file)
    if (at >= 0) found.add(fromFirst(path.slice(at)).join(' → '))
    if (at >= 0 || done.has(file)) return
    for (const next of graph.get(file) ?? []) visit(next, [...path, file])
    done.add(file)
  }
  for (const file of graph.keys()) visit(file, [])
  return [...found].sort()
}

function needs(file: string, text: string): string[] {
  const values = importsOf(file, text).filter(({ kind }) => kind === 'value')
  return values.flatMap(({ specifier }) => target(file, specifier) ?? [])
}

function fromFirst(circle: readonly string[]): string[] {
  const first = circle.indexOf([...circle].sort()[0] ?? '')
  return [...circle.slice(first), ...circle.slice(0, first)]
}
