import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { files, root } from '../../tools/files.ts'

const folder = join(root, 'demo/dist')

/** Folder of the built demo; built now unless it is newer than everything it is made of. */
export function builtDemo(): string {
  if (!isFresh()) build()
  return folder
}

function build(): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['test/tools/build.ts', '--only', 'demo'], {
    cwd: root,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`Failed to build the demo: ${stdout}${stderr}`)
}

function isFresh(): boolean {
  const page = join(folder, 'index.html')
  if (!existsSync(page)) return false
  const builtAt = statSync(page).mtimeMs
  const sources = files(
    'demo/{index.html,rollup.config.js,package.json}',
    'demo/src/**/*',
    'packages/*/src/**/*.ts',
    'mock-server/{src,worlds}/**/*.{ts,json}',
  )
  return sources.every((file) => statSync(join(root, file)).mtimeMs <= builtAt)
}
