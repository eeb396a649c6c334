import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { files, root } from '../../tools/files.ts'

const folder = join(root, 'demo/dist')
const pages = [join(folder, 'index.html'), join(root, 'mock-server/dist/console/index.html')]

/** Folder of the built demo; it and the console are built now unless they are newer than everything they are made of. */
export function builtDemo(): string {
  if (!isFresh()) build()
  return folder
}

function build(): void {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['test/tools/build.ts', '--only', 'pages'], {
    cwd: root,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`Failed to build the pages: ${stdout}${stderr}`)
}

function isFresh(): boolean {
  if (!pages.every((page) => existsSync(page))) return false
  const builtAt = Math.min(...pages.map((page) => statSync(page).mtimeMs))
  const sources = files(
    'demo/{index.html,rollup.config.js,package.json}',
    'demo/src/**/*',
    'mock-server/console/**/*.{ts,css,html,js}',
    'packages/*/src/**/*.ts',
    'mock-server/{src,worlds}/**/*.{ts,json}',
  )
  return sources.every((file) => statSync(join(root, file)).mtimeMs <= builtAt)
}
