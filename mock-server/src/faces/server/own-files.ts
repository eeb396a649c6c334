import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A file that ships with this package, wherever the built code was put below it. Throws when it is not there. */
export function ownFile(name: string): string {
  const file = join(root(), name)
  if (existsSync(file)) return file
  throw new Error(`Failed to find ${file}: it ships with @minibell/mock. Install the package again.`)
}

/** Folder of the console that ships with this package; in a checkout it is there once it was built. */
export function ownConsole(): string {
  return join(root(), 'dist/console')
}

/** Version of this package, for `--version` and `/control/v1/info`. */
export function ownVersion(): string {
  return manifestOf(root())?.version ?? '0.0.0'
}

function root(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (manifestOf(folder)?.name !== '@minibell/mock') {
    if (dirname(folder) === folder)
      throw new Error(`Failed to find the package around ${import.meta.url}. Install it again.`)
    folder = dirname(folder)
  }
  return folder
}

function manifestOf(folder: string): { readonly name?: string; readonly version?: string } | undefined {
  const file = join(folder, 'package.json')
  // Whatever else a manifest holds, these two are text where they are present.
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { name?: string; version?: string }) : undefined
}
