import { posix } from 'node:path'
import { type Import, importsOf } from '../tools/syntax.ts'
import { entries, published, specifier } from '../tools/workspaces.ts'
import { forTests, groups, type Room, rooms } from './import-table.ts'

/** `file:line → import: why not`, one for each import that the table refuses. */
export function offences(file: string, text: string): string[] {
  const room = roomOf(file)
  if (!room) return []
  const may = allowed(file, room)
  return importsOf(file, text).flatMap((one) => {
    const why = refusal({ file, room, may, one })
    return why ? [`${file}:${one.line} → ${one.specifier}: ${why}`] : []
  })
}

/** The room with the longest folder around the file. */
export function roomOf(file: string): Room | undefined {
  return rooms
    .filter(({ folder }) => file.startsWith(`${folder}/`))
    .sort((a, b) => b.folder.length - a.folder.length)
    .at(0)
}

/** Where an import leads: a file of ours, `npm:x`, `node:x`, or nowhere when it names what no package of ours exports. */
export function target(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return posix.normalize(posix.join(posix.dirname(file), specifier))
  if (specifier.startsWith('node:')) return specifier
  if (specifier.startsWith('@minibell/')) return doors().get(specifier)
  return `npm:${packageName(specifier)}`
}

/** `lit` of `lit/decorators.js`; nothing of a relative path or of Node's own. */
export function packageName(specifier: string): string | undefined {
  if (/^(\.|node:)/.test(specifier)) return undefined
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}

function allowed(file: string, room: Room): readonly string[] {
  const own = room.may.flatMap((name) => groups[name] ?? [name])
  return (isTest(file) || room.isForTests) && room.name !== 'test/conformance' ? [...own, ...forTests] : own
}

export const isTest = (file: string): boolean => /\.(test|test-d|browser\.test|bench)\.ts$/.test(file)

function refusal(asked: { file: string; room: Room; may: readonly string[]; one: Import }): string | undefined {
  const { file, room, may, one } = asked
  const to = target(file, one.specifier)
  if (to === undefined) return 'no entry of that package'
  if (/^(npm|node):/.test(to))
    return may.some((name) => fits(name, to)) ? undefined : `${room.name} may not import ${to}`
  const there = roomOf(to)
  // A page that a package ships stands outside its sources, and takes them as everybody does.
  const isOwn = packageOf(file) === packageOf(to) && !may.includes('entries')
  if (one.specifier.startsWith('@') && isOwn) return 'imports its own package by name'
  if (there === room) return undefined
  if (there === undefined) return /\.json$/.test(to) ? undefined : 'leads outside the source folders'
  if (one.specifier.startsWith('.') && reachesOver(file, to)) return 'reaches into another package'
  if (one.specifier.startsWith('@') && may.includes('entries')) return undefined
  if (may.includes(there.name)) return undefined
  if (may.includes(`types of ${there.name}`))
    return one.kind === 'type' ? undefined : 'only types of it may be imported'
  return `${room.name} may not import ${there.name}`
}

function fits(name: string, to: string): boolean {
  return name === to || (name.endsWith(':*') && to.startsWith(name.slice(0, -1)))
}

/** The tools of tests may be reached by a relative path; nothing else crosses a package's border so. */
function reachesOver(file: string, to: string): boolean {
  return packageOf(file) !== packageOf(to) && !/^test\/(tools|run)\//.test(to)
}

function packageOf(file: string): string {
  return file.startsWith('packages/') ? file.split('/').slice(0, 2).join('/') : (file.split('/')[0] ?? '')
}

let known: Map<string, string> | undefined

/** `@minibell/client/testing` → `packages/client/src/testing/index.ts`. */
function doors(): Map<string, string> {
  known ??= new Map(
    published().flatMap((workspace) =>
      [
        ...entries(workspace).map(([name, { 'minibell-source': source = '' }]) => [name, source] as const),
        ...Object.entries(workspace.manifest.exports ?? {}).flatMap(([name, entry]) =>
          typeof entry === 'string' ? [[name, entry] as const] : [],
        ),
      ].map(([name, source]) => [specifier(workspace, name), posix.join(workspace.folder, source)] as const),
    ),
  )
  return known
}
