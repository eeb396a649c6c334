import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { command } from '../run/command.ts'
import { root } from '../tools/files.ts'
import { published, type Workspace } from '../tools/workspaces.ts'

/** A package as its users get it. */
export interface Packed {
  readonly workspace: Workspace
  /** Absolute path of the `.tgz`. */
  readonly tarball: string
}

export interface Consumer {
  /** An empty project outside the repository with every package installed from its tarball. */
  readonly folder: string
  readonly packed: readonly Packed[]
  remove(): void
}

/**
 * Packs every package and unpacks the tarballs into `node_modules` of a new project, each with exactly the third-party packages that
 * it declares, linked from ours: what npm would do, without a network. Throws when a package cannot be packed.
 */
export async function installed(): Promise<Consumer> {
  const folder = mkdtempSync(join(tmpdir(), 'minibell-consumer-'))
  const packed = await pack(published(), folder)
  for (const { workspace, tarball } of packed) await unpack(workspace, tarball, folder)
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }))
  return { folder, packed, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

async function pack(workspaces: readonly Workspace[], folder: string): Promise<Packed[]> {
  const places = workspaces.map((workspace) => `./${workspace.folder}`)
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder, ...places]
  const { code, lines } = await command('npm', args, () => {})
  if (code !== 0) throw new Error(`Failed to pack ${places}: ${lines.join(' ')}`)
  return workspaces.map((workspace) => {
    const name = workspace.manifest.name.replace('@', '').replace('/', '-')
    const tarball = join(folder, `${name}-${version(workspace)}.tgz`)
    if (!existsSync(tarball)) throw new Error(`Failed to pack ${workspace.folder}: ${tarball} was not written.`)
    return { workspace, tarball }
  })
}

function version({ folder }: Workspace): string {
  return JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')).version
}

async function unpack({ manifest }: Workspace, tarball: string, folder: string): Promise<void> {
  const place = join(folder, 'node_modules', manifest.name)
  mkdirSync(place, { recursive: true })
  const { code } = await command('tar', ['-xzf', tarball, '-C', place, '--strip-components=1'], () => {})
  if (code !== 0) throw new Error(`Failed to unpack ${tarball}: tar ended with ${code}.`)
  for (const name of Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })) link(name, folder)
}

/** A third-party package from our own `node_modules`; ours come from their tarballs. */
export function link(name: string, folder: string): void {
  const place = join(folder, 'node_modules', name)
  if (name.startsWith('@minibell/') || existsSync(place)) return
  mkdirSync(dirname(place), { recursive: true })
  symlinkSync(join(root, 'node_modules', name), place, 'junction')
}

/** A file of the consumer's own. */
export function write({ folder }: Consumer, file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), text)
}

export function copy({ folder }: Consumer, from: string, to: string): void {
  cpSync(from, join(folder, to))
}
