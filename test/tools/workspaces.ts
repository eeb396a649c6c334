import { dirname, join } from 'node:path'
import { files, readJson } from './files.ts'

/** The parts of a package.json of ours that tools read. */
export interface Manifest {
  readonly name: string
  readonly private?: boolean
  readonly exports?: Readonly<Record<string, Entry>>
  readonly bin?: Readonly<Record<string, string>>
  readonly dependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
}

/** A file as it is, or one entry by conditions. */
export type Entry = string | Conditions

export interface Conditions {
  readonly 'minibell-source'?: string
  readonly types?: string
  readonly default?: string
  readonly import?: { readonly types: string; readonly default: string }
  readonly require?: { readonly types: string; readonly default: string }
}

export interface Workspace {
  /** Relative to the root, with `/`. */
  readonly folder: string
  readonly manifest: Manifest
}

/** Packages that are published, each after those that it depends on. */
export function published(): Workspace[] {
  const all = files('packages/*/package.json', 'mock-server/package.json').map((file) => ({
    folder: dirname(file),
    manifest: readJson<Manifest>(file),
  }))
  return sorted(all)
}

/** Entries that have a source, `['./testing', {…}]`; files such as a JSON world are left out. */
export function entries(workspace: Workspace): [string, Conditions][] {
  return Object.entries(workspace.manifest.exports ?? {}).flatMap(([name, entry]) =>
    typeof entry === 'object' && entry['minibell-source'] ? [[name, entry]] : [],
  )
}

/** What a consumer writes: `@minibell/client/testing`. */
export function specifier(workspace: Workspace, entry: string): string {
  return join(workspace.manifest.name, entry).replaceAll('\\', '/')
}

function sorted(waiting: readonly Workspace[]): Workspace[] {
  const names = new Set(waiting.map(({ manifest }) => manifest.name))
  const ready = waiting.filter(({ manifest }) => !dependencies(manifest).some((name) => names.has(name)))
  const rest = waiting.filter((workspace) => !ready.includes(workspace))
  if (ready.length === 0 && rest.length > 0) throw new Error(`Failed to order packages: ${[...names]} need each other.`)
  return rest.length === 0 ? ready : [...ready, ...sorted(rest)]
}

function dependencies(manifest: Manifest): string[] {
  return Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })
}
