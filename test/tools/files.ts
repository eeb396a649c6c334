import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's root folder, absolute. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

/** Files of the repository that fit the patterns, relative to the root with `/`, sorted; nothing built or installed. */
export function files(...patterns: readonly string[]): string[] {
  const found = globSync(patterns, { cwd: root, exclude: (name) => skipped.has(name) })
  return found.map((file) => file.replaceAll('\\', '/')).sort()
}

export function read(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

/** A JSON file of ours; the caller names the shape that it was written in. */
export function readJson<T>(file: string): T {
  return JSON.parse(read(file))
}

const skipped = new Set(['node_modules', 'dist', '.git', 'shots'])
